"""Writing pages: whole or not at all, only where they changed, and without leaving pages of sources that are gone."""

import os
import tempfile
from pathlib import Path

GENERATED = b'<meta name="generator" content="Dragoman">'


def write_atomically(path: Path, text: str) -> bool:
    """Write UTF-8 text with `\\n` line ends through a temporary file beside it; gives whether the file changed.

    A reader sees the old file or the new one, never a part. A file that holds the same bytes is left alone.
    """
    data = text.encode("utf-8", "replace")
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return True


def remove_stale(folder: Path, kept: set[str]) -> tuple[Path, ...]:
    """Remove pages that Dragoman made in `folder` and that are not among the names `kept`; other files stay."""
    removed = []
    for path in sorted(folder.glob("*.html")):
        if path.name not in kept and path.is_file() and GENERATED in path.read_bytes()[:2000]:
            path.unlink()
            removed.append(path)
    return tuple(removed)
