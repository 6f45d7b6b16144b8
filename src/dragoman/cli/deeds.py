"""deeds, deed: words against deeds, proposed by the program and decided by a person."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from dragoman.cli.cases import Folder
from dragoman.cli.console import AGAINST, Format, WrongUse, built, opened_case, plain, print_rows
from dragoman.cli.questions import Form, event_by_id
from dragoman.model import Judgement
from dragoman.model.judgement import Decision
from dragoman.store import append_judgement, open_store

if TYPE_CHECKING:
    from dragoman.analysis.doctrine import Ledger

Speaker = Annotated[str, typer.Option("--by", help="Who answers for the address, as CHN (default: from its record).")]


def register(app: typer.Typer) -> None:
    """Add this group's commands."""
    app.command()(deeds)
    app.command()(deed)


def deeds(
    folder: Folder,
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="The key of the address's source.")],
    by: Speaker = "",
    form: Form = Format.table,
) -> None:
    """Beside each commitment of an address, the events since that may speak for it or against it."""
    built(opened_case(folder))
    found = _ledgers(folder, document, by)
    if not found:
        print(f"{document}: no series of points is worded as commitments; there is nothing to hold deeds against")
        raise typer.Exit(AGAINST)
    rows = [row for ledger in found for row in _rows(ledger)]
    columns = ("number", "commitment", "verdict", "day", "event", "proposed", "decided", "label")
    print_rows(rows, columns if form is not Format.json else tuple(rows[0]), form)
    if form is Format.table:
        print(plain(f"to decide: dragoman deed {folder} {document} NUMBER EVENT for|against|unrelated"))


def deed(
    folder: Folder,
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="The key of the address's source.")],
    number: Annotated[str, typer.Argument(metavar="NUMBER", help="The commitment's number, as 3, or 2.3 in series 2.")],
    event: Annotated[str, typer.Argument(metavar="EVENT", help="The event's id.")],
    side: Annotated[str, typer.Argument(help="for, against or unrelated.")],
    why: Annotated[str, typer.Option(help="The reason, for whoever reads it later.")] = "",
    who: Annotated[str, typer.Option(help="Who decides.")] = "",
    by: Speaker = "",
) -> None:
    """Decide on which side of a commitment an event stands. Kept in judgements.jsonl; a later word undoes it."""
    from dragoman.analysis.doctrine import SIDES
    from dragoman.engines.judging import about

    if side not in SIDES:
        raise WrongUse(f'"{side}" is no side; there are: {", ".join(SIDES)}')
    case = opened_case(folder)
    built(case)
    ledger = _numbered(_ledgers(folder, document, by), document, number)
    with open_store(case.store) as store:
        sources = {source.id: source.path for source in store.sources()}
        owners = {one.id: sources[one.source] for one in store.heads()}
        reports = {one.id: one for one in store.observations("report")}
        judged = [reports[report] for report in event_by_id(store, event).reports]
        when = datetime.now(UTC).isoformat(timespec="seconds")
        for one in judged:
            reading = one.reading
            judgement = Judgement(
                owners[one.document], one.document, reading.start, reading.end, reading.text, "deed",
                f"{ledger.id} {about(one)}", cast(Decision, side), when, who, why, ledger.commitment.head,
            )  # fmt: skip
            append_judgement(case.judgements, judgement)
    built(case)
    print(plain(f"{event} is {side} commitment {number} ({ledger.commitment.head}); kept in {case.judgements}"))


def _ledgers(folder: Path, key: str, by: str) -> "tuple[Ledger, ...]":
    from dragoman.opened import OpenedCase, UnknownSource, UnknownSpeaker

    try:
        return OpenedCase(folder).deeds(key, by or None)
    except (UnknownSource, UnknownSpeaker) as error:
        raise WrongUse(f"{error} (--by)" if isinstance(error, UnknownSpeaker) else str(error)) from error


def _numbered(found: "tuple[Ledger, ...]", key: str, number: str) -> "Ledger":
    wanted = number if "." in number else f"1.{number}"
    for ledger in found:
        if f"{ledger.commitment.series}.{ledger.commitment.number}" == wanted:
            return ledger
    raise WrongUse(f"{key}: has no commitment {number}; `dragoman decode` lists them")


def _rows(ledger: "Ledger") -> list[dict[str, Any]]:
    one = ledger.commitment
    head = {"number": f"{one.series}.{one.number}", "commitment": one.head, "verdict": ledger.verdict, "id": ledger.id}
    empty = {"day": None, "event": None, "proposed": None, "decided": None, "why": "", "label": "no deed is proposed"}
    return [
        head
        | {
            "day": str(deed.event.first or deed.event.last),
            "event": deed.event.id,
            "proposed": deed.proposed,
            "decided": deed.decided,
            "why": deed.why,
            "label": deed.event.label,
        }
        for deed in ledger.deeds
    ] or [head | empty]
