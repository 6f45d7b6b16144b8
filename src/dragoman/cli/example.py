"""demo: the bundled case, built by the same code as anyone's folder, and shown."""

import os
import shutil
import sys
import tempfile
from importlib import resources
from pathlib import Path
from typing import Annotated

import typer

from dragoman import __version__
from dragoman.model import Case


def register(app: typer.Typer) -> None:
    """Add this group's commands."""
    app.command()(demo)


def demo(
    folder: Annotated[
        Path | None, typer.Option("--dir", help="Where to put the case (default: a folder in the temporary directory).")
    ] = None,
    serve: Annotated[
        bool | None, typer.Option("--serve/--no-serve", help="Show it in the browser (default: on a terminal).")
    ] = None,
) -> None:
    """Build the bundled case "Three visits and a trade war" and show its brief and chronology."""
    from dragoman.cli.briefs import serve_pages, write_brief
    from dragoman.cli.cases import show_warnings
    from dragoman.cli.console import built

    case = _copy_case(folder)
    print(f'Dragoman {__version__} · case "{case.title}"')
    now = built(case)
    counts = now.counts
    spoken = " · ".join(f"{code} {counts.get(f'language {code}', 0)}" for code in case.languages)
    print(f"Read       {counts['documents']} sources: {spoken}")
    print(f"Observed   {counts['time']} times · {counts['quantity']} quantities · {counts['report']} event reports")
    print(f"Joined     {counts['events']} events on {len(case.tracks)} tracks")
    print(f"Analysed   {counts['findings']} findings")
    written = write_brief(case, None)
    print(f"Brief      {written / 'index.html'}")
    print(f"Chronology {written / 'chronology.html'}")
    show_warnings(now)
    if serve if serve is not None else sys.stdout.isatty():
        serve_pages(written, None)


def _copy_case(folder: Path | None) -> Case:
    """The bundled case, copied where its owner can change it; a copy that is already there is used as it is.

    Without a folder it goes to the temporary directory, under a name that tells the user and this version of the case.
    """
    from dragoman.model import content_id
    from dragoman.sources import load_case

    with resources.as_file(resources.files("dragoman") / "cases" / "three_visits") as bundled:
        if folder is None:
            files = sorted(path for path in bundled.rglob("*") if path.is_file())
            version = content_id("demo", *(f"{path.name} {path.read_text('utf-8')}" for path in files))
            user = os.getuid() if hasattr(os, "getuid") else ""
            folder = Path(tempfile.gettempdir()) / f"dragoman-{user}-{version}"
        if not (folder / "case.toml").is_file():
            shutil.copytree(bundled, folder, dirs_exist_ok=True)
    return load_case(folder)
