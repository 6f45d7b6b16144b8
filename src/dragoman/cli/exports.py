"""export: all records of a case, for other programs."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.cases import Folder
from dragoman.cli.console import WrongUse, built, opened_case
from dragoman.interchange import export_records
from dragoman.store import open_store, read_judgements


def register(app: typer.Typer) -> None:
    """Add this group's commands."""
    app.command()(export)


def export(
    folder: Folder,
    form: Annotated[str, typer.Argument(metavar="FORMAT", help="jsonl: every record, one a line.")] = "jsonl",
    out: Annotated[Path | None, typer.Option(help="A file (default: standard output).")] = None,
) -> None:
    """Write all records of the case: the same bytes for the same sources, wherever and whenever it is run."""
    case = opened_case(folder)
    if form != "jsonl":
        raise WrongUse(f'no format "{form}"; there are: jsonl')
    built(case)
    judgements, _ = read_judgements(case.judgements)
    with open_store(case.store) as store:
        lines = export_records(store, judgements)
        if out is None:
            sys.stdout.writelines(lines)
            return
        part = out.with_name(out.name + ".part")
        with part.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(lines)
        part.replace(out)
        print(out)
