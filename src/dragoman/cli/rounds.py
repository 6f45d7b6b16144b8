"""rounds: the chronology cut by the grammar of the case."""

import csv
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli.cases import Folder
from dragoman.cli.console import AGAINST, Format, WrongUse, built, opened_case, plain, print_rows
from dragoman.cli.questions import Form

if TYPE_CHECKING:
    from dragoman.analysis.rounds import Round


def register(app: typer.Typer) -> None:
    """Add this group's commands."""
    app.command()(rounds)


def rounds(
    folder: Folder,
    labels: Annotated[
        Path | None, typer.Option(help="An analyst's rounds to compare with: CSV with the columns day and round.")
    ] = None,
    form: Form = Format.table,
) -> None:
    """The rounds of the chronology: where each begins, by which event, and what had closed the one before."""
    from dragoman.analysis.linkage import LinkageError
    from dragoman.opened import OpenedCase

    case = opened_case(folder)
    if not case.rounds.opens:
        raise WrongUse(
            f'{folder}/case.toml: no [rounds]; add for example opens = ["trade:tariff"] and once = ["summits:meet"]'
        )
    built(case)
    try:
        cut = OpenedCase(folder).rounds()
    except LinkageError as error:
        raise WrongUse(f"{folder}/case.toml, [rounds]: {error}") from error
    print_rows(
        [_row(one) for one in cut], ("round", "first", "last", "opened by", "once", "id"), form, "No round opens."
    )
    if labels is not None and form is Format.table:
        _compare(cut, labels)
    if not cut:
        raise typer.Exit(AGAINST)


def _row(one: "Round") -> dict[str, Any]:
    return {
        "round": one.number,
        "first": one.first.isoformat(),
        "last": one.last.isoformat() if one.last else None,
        "opened by": one.opened_by.label,
        "once": f"{one.once.label} ({one.once.first})" if one.once else None,
        "id": one.opened_by.id,
    }


def _compare(cut: "tuple[Round, ...]", path: Path) -> None:
    from dragoman.analysis.rounds import adjusted_rand, round_of

    rows = _labels(path)
    agreement = adjusted_rand([(label, str(round_of(day, cut))) for day, label in rows])
    theirs: dict[str, date] = {}
    for day, label in rows:
        theirs[label] = min(day, theirs.get(label, day))
    shared = sorted({one.first for one in cut} & set(theirs.values()))
    print(
        plain(
            f"against {path.name}: {len(shared)} of {len(theirs)} beginnings on the same day"
            f" ({', '.join(map(str, shared)) or 'none'}); adjusted Rand {agreement} over {len(rows)} days"
        )
    )


def _labels(path: Path) -> list[tuple[date, str]]:
    if not path.is_file():
        raise WrongUse(f"{path}: no such file")
    with path.open(encoding="utf-8-sig", newline="", errors="replace") as file:
        reader = csv.DictReader(file)
        if not {"day", "round"} <= set(reader.fieldnames or ()):
            raise WrongUse(f"{path}: needs the columns day and round")
        found = []
        for number, row in enumerate(reader, 2):
            try:
                found.append((date.fromisoformat(row["day"] or ""), row["round"] or ""))
            except ValueError as error:
                raise WrongUse(f"{path}, line {number}: day must be written as 2018-03-22 ({error})") from error
    return found
