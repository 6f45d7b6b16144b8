"""YAML files. The package's own large ones are kept parsed in the user's cache folder, as parsing takes long.

What is kept is named by its file and the digest of its text: a changed file is parsed anew. Where the folder cannot be
read or written, nothing is kept and all works alike. Files that are not the package's, as a case's, are never kept.
"""

import hashlib
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
import yaml

_PACKAGE = Path(__file__).parent.parent
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LARGE = 8_000  # characters


def read_yaml_file(path: Path) -> Any:
    """What a YAML file holds; raises yaml.YAMLError or UnicodeDecodeError where it is not YAML in UTF-8.

    >>> "titles" in read_yaml_file(Path(__file__).parent / "data" / "sentences.yaml")
    True
    """
    text = path.read_text(encoding="utf-8")
    folder = cache_folder() if len(text) >= _LARGE and _PACKAGE in path.parents else None
    if folder is None:
        return yaml.load(text, Loader=_LOADER)
    name = "-".join(path.relative_to(_PACKAGE).with_suffix("").parts)
    kept = folder / f"{name}-{hashlib.sha256(text.encode()).hexdigest()[:16]}.msgpack"
    try:
        return msgspec.msgpack.decode(kept.read_bytes())
    except (OSError, msgspec.DecodeError):
        data = yaml.load(text, Loader=_LOADER)
        _keep(kept, name, data)
        return data


def cache_folder() -> Path | None:
    """Where the user's programs keep what they can make again; None where no such place is known."""
    at_home = {"win32": "AppData/Local", "darwin": "Library/Caches"}.get(sys.platform, ".cache")
    try:
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / at_home) / "dragoman"
    except RuntimeError:
        return None


def _keep(kept: Path, name: str, data: Any) -> None:
    """Keep what a file holds in the place of what it held before, if it can be told back exactly."""
    written = msgspec.msgpack.encode(data)
    if msgspec.msgpack.decode(written) != data:
        return
    part = kept.with_name(f"{kept.name}.{os.getpid()}.part")
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(written)
        part.replace(kept)
        for old in kept.parent.glob(f"{name}-{'?' * 16}.msgpack"):
            if old != kept:
                old.unlink(missing_ok=True)
    except OSError:
        with suppress(OSError):
            part.unlink()
