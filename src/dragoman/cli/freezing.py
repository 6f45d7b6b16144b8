"""freeze, frozen: rules of linkage said before the events that test them."""

from datetime import UTC, datetime
from math import isnan
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli.cases import Folder
from dragoman.cli.console import Format, WrongUse, built, opened_case, plain, print_rows
from dragoman.cli.linkage import SIDE
from dragoman.cli.questions import Form

if TYPE_CHECKING:
    from dragoman.analysis.linkage import Rule
    from dragoman.opened import OpenedCase


def register(app: typer.Typer) -> None:
    """Add this group's commands."""
    app.command()(freeze)
    app.command()(frozen)


def freeze(
    folder: Folder,
    acts: Annotated[str, typer.Option("--from", metavar=SIDE, help="The acts: a track or some of it.")],
    answers: Annotated[str, typer.Option("--to", metavar=SIDE, help="What is said to answer them.")],
    window: Annotated[int, typer.Option(min=0, help="An answer counts within so many days.")] = 7,
    when: Annotated[str, typer.Option("--when", help="The time of it, with its offset (default: now).")] = "",
) -> None:
    """Freeze a rule in frozen.jsonl, to be scored on the events after that day; see `frozen`."""
    from dragoman.analysis.linkage import LinkageError
    from dragoman.opened import OpenedCase

    built(opened_case(folder))
    try:
        rule = OpenedCase(folder).freeze(acts, answers, window, when or datetime.now(UTC).isoformat(timespec="seconds"))
    except LinkageError as error:
        raise WrongUse(str(error)) from error
    print(plain(f"{rule.id}: frozen; events from {rule.first} on count"))


def frozen(folder: Folder, form: Form = Format.table) -> None:
    """The frozen rules, each with how it went on the events since: answered acts beside the base rate from before."""
    from dragoman.opened import OpenedCase

    built(opened_case(folder))
    case = OpenedCase(folder)
    rows = [_row(rule, case) for rule in case.frozen()]
    columns = ("id", "rule", "frozen", "acts", "answered", "interval", "base rate", "default p", "note")
    print_rows(rows, columns, form, "No rule yet; freeze one with `dragoman freeze`.")


def _row(rule: "Rule", case: "OpenedCase") -> dict[str, Any]:
    from dragoman.analysis.linkage import LinkageError

    days = f"{rule.window} day{'s' * (rule.window != 1)}"
    row = {"id": rule.id, "rule": f"{rule.answers} within {days} of {rule.acts}", "frozen": rule.when}
    try:
        found = case.score(rule)
    except LinkageError as error:
        return {**row, "note": str(error)}
    return {
        **row,
        "acts": found.acts,
        "answered": found.answered,
        "interval": f"{found.interval[0]:.2f}-{found.interval[1]:.2f}" if found.acts else None,
        "base rate": None if isnan(found.base) else round(found.base, 3),
        "default p": float(f"{found.tested.jitter.p:.3g}") if found.tested else None,
        "note": "" if found.tested else "too few events since for a test",
    }
