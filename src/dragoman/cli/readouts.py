"""compare: accounts of one event side by side."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli.cases import Folder
from dragoman.cli.console import AGAINST, Format, WrongUse, built, opened_case, plain, print_rows
from dragoman.cli.questions import Form

if TYPE_CHECKING:
    from dragoman.analysis.readouts import Account, Comparison, Matter
    from dragoman.model import Finding


def register(app: typer.Typer) -> None:
    """Add this group's commands."""
    app.command()(compare)


def compare(
    folder: Folder,
    documents: Annotated[list[str], typer.Argument(metavar="DOCUMENT...", help="The keys of two sources or more.")],
    without_meaning: Annotated[
        bool, typer.Option("--without-meaning", help="Align by names, figures, days and acts alone.")
    ] = False,
    form: Form = Format.table,
) -> None:
    """Accounts of one event side by side: what both say and how they differ, what one says alone, who has room."""
    from dragoman.analysis.readouts import ReadoutError
    from dragoman.opened import OpenedCase, UnknownSource

    if len(documents) < 2:
        raise WrongUse("compare needs the keys of two documents or more: dragoman compare CASE DOCUMENT DOCUMENT")
    built(opened_case(folder))
    try:
        found = OpenedCase(folder).compare(*documents, meaning=not without_meaning)
    except (UnknownSource, ReadoutError) as error:
        raise WrongUse(str(error)) from error
    rows = [row for one in found for row in _rows(one)]
    if form is Format.table:
        for one in found:
            _print_table(one)
    else:
        columns = ("documents", "verdict", "left", "right", "words", "likeness")
        print_rows(rows, columns, form)
    if all(one.refused for one in found):
        raise typer.Exit(AGAINST)


def _print_table(one: "Comparison") -> None:
    from dragoman.analysis.readouts import findings

    if one.refused:
        print(plain(f"{one.refused}; nothing is found"))
        return
    held = findings(one)
    print(plain(held[0].sentence))
    rows = [row for row in _rows(one) if row["left"] or row["right"]]
    left, right = one.pair.left, one.pair.right
    columns = ("verdict", left.key, right.key, "words")
    print_rows([row | {left.key: row["left"], right.key: row["right"]} for row in rows], columns, Format.table)
    for finding in held:
        if finding.verdict in WHOLE:
            print(plain(finding.sentence))
    print(*(f"note: {line}" for line in held[0].caveats), sep="\n")


WHOLE = ("sequence", "terms", "shares", "omitted")


def _rows(one: "Comparison") -> list[dict[str, Any]]:
    """A row for each matter, then one for each finding on the wholes; one with the reason where there is nothing."""
    from dragoman.analysis.readouts import findings, matters

    documents = [one.pair.left.key, one.pair.right.key]
    if one.refused:
        return [{"documents": documents, "verdict": "not compared", "left": "", "right": "", "words": one.refused}]
    rows = [{"documents": documents, **_row(one, matter)} for matter in matters(one)]
    wholes = (finding for finding in findings(one) if finding.verdict in WHOLE)
    return rows + [{"documents": documents, **_whole(one, finding)} for finding in wholes]


def _row(one: "Comparison", matter: "Matter") -> dict[str, Any]:
    from dragoman.analysis.readouts import worded

    sides = ((one.pair.left, matter.left), (one.pair.right, matter.right))
    texts = [" ".join(one.pair.clauses[side][at].text for at in numbers) for side, (_, numbers) in enumerate(sides)]
    return {
        "verdict": matter.verdict,
        "left": texts[0],
        "right": texts[1],
        "words": "; ".join(worded(matter)),
        "likeness": matter.likeness,
        "clauses": [
            [_place(account, clause.start, clause.end) for at in numbers for clause in [one.pair.clauses[side][at]]]
            for side, (account, numbers) in enumerate(sides)
        ],
        "differences": [
            {
                "type": held.type,
                "left": [_place(one.pair.left, place.start, place.end) for place in held.left],
                "right": [_place(one.pair.right, place.start, place.end) for place in held.right],
            }
            for held in matter.differences
        ],
    }


def _place(account: "Account", start: int, end: int) -> dict[str, Any]:
    return {"source": account.key, "start": start, "end": end, "quote": account.text[start:end]}


def _whole(one: "Comparison", finding: "Finding") -> dict[str, Any]:
    keys = {one.pair.left.document: one.pair.left.key, one.pair.right.document: one.pair.right.key}
    return {
        "verdict": finding.verdict,
        "left": "",
        "right": "",
        "words": finding.sentence,
        "figures": dict(finding.figures),
        "anchors": [
            {"source": keys[at.document], "start": at.start, "end": at.end, "quote": at.quote} for at in finding.anchors
        ],
    }
