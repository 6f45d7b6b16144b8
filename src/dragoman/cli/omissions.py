"""missing, habits: what a document lacks that its class let expect, and where a source leaves what it usually says."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli.cases import Folder
from dragoman.cli.console import AGAINST, REFUSED, Format, WrongUse, built, complain, opened_case, plain, print_rows
from dragoman.cli.questions import Form

if TYPE_CHECKING:
    from dragoman.engines.omitting import Held
    from dragoman.model import Finding

SHOWN = ("verdict", "phrase", "carried", "chance", "nearest", "likeness")
TOLD = (
    "verdict",
    "phrase",
    "sentence",
    "carried",
    "chance",
    "interval",
    "chance from",
    "nearest",
    "likeness",
    "anchors",
)


def register(app: typer.Typer) -> None:
    """Add this group's commands."""
    app.command()(missing)
    app.command()(habits)


def missing(
    folder: Folder,
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="The key of the document's source.")],
    kind: Annotated[
        str | None, typer.Option("--class", metavar="ID", help="A class of case.toml; by default the document's own.")
    ] = None,
    last: Annotated[int, typer.Option(min=3, max=62, help="How many of the last of its class speak.")] = 5,
    limit: Annotated[int, typer.Option(min=1, help="At most so many of each verdict.")] = 20,
    form: Form = Format.table,
) -> None:
    """The phrases that the last of a document's class carried and it lacks, what came back, and what moved.

    Each has the nearest clause that might stand for it and the chance that it is absent by accident. Ends with 1 where
    the class has fewer than three earlier documents.
    """
    from dragoman.analysis.omissions import OmissionError, TooFew
    from dragoman.engines.omitting import UnknownClass
    from dragoman.opened import OpenedCase, UnknownSource

    built(opened_case(folder))
    try:
        held = OpenedCase(folder).missing(document, kind, last)
    except UnknownSource as error:
        raise WrongUse(str(error)) from error
    except UnknownClass as error:
        raise WrongUse(f"{document}: {error}") from error
    except TooFew as error:
        complain(f"{document}: {error}", AGAINST)
    except OmissionError as error:
        complain(f"{document}: {error}", REFUSED)
    found = held.omissions
    if form is Format.table:
        print(plain(
            f"{held.names[found.document]}: the last {found.last} of “{held.kind.title}” let expect {found.expected} "
            f"formulations; {found.kept} stand in it."
        ))  # fmt: skip
    told = [_row(finding, held) for finding in _at_most(held.findings, limit)]
    empty = "Nothing that was expected is missing, nothing came back, nothing moved."
    print_rows(told, SHOWN if form is Format.table else TOLD, form, empty)
    if form is Format.table and held.findings:
        caveats = dict.fromkeys(line for finding in _at_most(held.findings, limit) for line in finding.caveats)
        print(*(f"note: {line}" for line in caveats), sep="\n")


def _at_most(findings: "tuple[Finding, ...]", limit: int) -> "list[Finding]":
    """The first of each verdict."""
    kept: dict[str, list[Finding]] = {}
    for finding in findings:
        kept.setdefault(finding.verdict, []).append(finding)
    return [finding for some in kept.values() for finding in some[:limit]]


def _row(finding: "Finding", held: "Held") -> dict[str, Any]:
    figures = dict(finding.figures)
    here = [anchor.quote for anchor in finding.anchors if anchor.document == held.omissions.document]
    return {
        "verdict": finding.verdict,
        "phrase": finding.anchors[0].quote,
        "sentence": finding.sentence,
        "carried": figures.get("carried") or figures.get("carried before") or figures.get("was"),
        "chance": figures.get("chance"),
        "interval": figures.get("interval"),
        "chance from": figures.get("chance from"),
        "nearest": here[0] if here and finding.verdict in ("missing", "reworded") else None,
        "likeness": figures.get("likeness"),
        "anchors": [f"{held.names[one.document]} {one.start}-{one.end}" for one in finding.anchors],
    }


def habits(
    folder: Folder,
    topic: Annotated[
        str | None, typer.Option(metavar="PHRASE", help="Only answers on this: a name, an id or words of a question.")
    ] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="Only departures on or after this date.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many of each kind.")] = 20,
    form: Form = Format.table,
) -> None:
    """What sources usually say, and where they do not: answers by topic, disputed names, words for series of talks."""
    from dragoman.analysis.formulations import FormulationError
    from dragoman.analysis.habits import WarmthError
    from dragoman.engines.habits import HabitError
    from dragoman.opened import OpenedCase

    built(opened_case(folder))
    try:
        found = OpenedCase(folder).habits(topic, since, limit)
    except HabitError as error:
        raise WrongUse(str(error)) from error
    except (WarmthError, FormulationError) as error:
        complain(str(error), REFUSED)
    rows = [_habit_row(finding) for finding in found]
    columns = ("verdict", "sentence") if form is Format.table else ("verdict", "sentence", "figures", "anchors", "id")
    print_rows(
        rows, columns, form, "No habit shows: too few answers on one topic, names of what is disputed, or talks."
    )
    if form is Format.table and found:
        print(*(f"note: {line}" for line in dict.fromkeys(one for some in found for one in some.caveats)), sep="\n")


def _habit_row(finding: "Finding") -> dict[str, Any]:
    return {
        "verdict": finding.verdict,
        "sentence": finding.sentence,
        "figures": [f"{name}: {value}" for name, value in finding.figures if value],
        "anchors": [f"{one.document} {one.start}-{one.end}" for one in finding.anchors],
        "id": finding.id,
    }
