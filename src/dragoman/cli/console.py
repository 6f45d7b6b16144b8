"""What all commands share: complaints, progress, and data as a table, JSON or CSV."""

import csv
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from dragoman.model import Case
from dragoman.sources import load_case

if TYPE_CHECKING:
    from dragoman.engines import Built
    from dragoman.engines.progress import Progress

DONE, AGAINST, WRONG_USE, REFUSED = 0, 1, 2, 3


class WrongUse(Exception):
    """What was asked cannot be done as it was asked; the message says what to do."""


class Format(StrEnum):
    """How data is printed."""

    table = "table"
    json = "json"
    csv = "csv"


def complain(line: str, code: int) -> NoReturn:
    """Say what is wrong on standard error and end with a code."""
    print(f"dragoman: {plain(line)}", file=sys.stderr)
    raise SystemExit(code)


def opened_case(folder: Path) -> Case:
    """The case in a folder; wrong use where there is none."""
    if not (folder / "case.toml").is_file():
        raise WrongUse(f"{folder}: no case here (no case.toml); make one with `dragoman init {folder}`")
    return load_case(folder)


def built(case: Case, jobs: int = 2) -> "Built":
    """The case brought up to date, with a bar for each stage on a terminal. What builds is loaded only now."""
    from dragoman.engines import build
    from dragoman.engines.progress import silent

    with shown_progress() as progress:
        return build(case, jobs, progress or silent)


def print_rows(rows: Sequence[Mapping[str, Any]], columns: Sequence[str], form: Format, empty: str = "") -> None:
    """Print rows in the form asked for; a table leaves out what is not in `columns`, and says `empty` for no rows."""
    if form is Format.json:
        print(json.dumps(list(rows), ensure_ascii=False, indent=2))
    elif form is Format.csv:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([[_cell(row.get(column)) for column in columns] for row in rows])
    elif not rows:
        print(empty)
    else:
        _print_table(rows, columns)


def _print_table(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*[plain(_cell(row.get(column))) for column in columns])
    console = Console(highlight=False, markup=False, emoji=False)
    if not console.is_terminal:
        console = Console(highlight=False, markup=False, emoji=False, width=160)
    console.print(table)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "; ".join(str(part) for part in value)
    return str(value)


def plain(text: str) -> str:
    """Text of a source or a file's name as it may be shown: control and direction marks do not reach the terminal."""
    return "".join(
        character if character.isprintable() else (" " if character.isspace() else "\N{REPLACEMENT CHARACTER}")
        for character in text
    )


@contextmanager
def shown_progress() -> "Iterator[Progress | None]":
    """A bar for each stage on a terminal's standard error, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description:<12}"), BarColumn(), MofNCompleteColumn())
    with Bars(*columns, console=Console(stderr=True)) as bars:
        tasks: dict[str, Any] = {}

        def show(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done, total=total)

        yield show
