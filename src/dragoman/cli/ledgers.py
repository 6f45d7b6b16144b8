"""coverage, ledger, posts: how events were reported, who signed and who would not, who held what."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli.cases import Folder
from dragoman.cli.console import AGAINST, Format, WrongUse, built, opened_case, plain, print_rows
from dragoman.cli.questions import Form
from dragoman.model import Finding

if TYPE_CHECKING:
    from dragoman.analysis.ledgers import Participation
    from dragoman.opened import OpenedCase

Rows = Sequence[Mapping[str, Any]]


def register(app: typer.Typer) -> None:
    """Add this group's commands."""
    app.command()(coverage)
    app.command()(ledger)
    app.command()(posts)


def coverage(folder: Folder, form: Form = Format.table) -> None:
    """When each outlet first told of an event, in what detail, and what broke with its custom."""
    case = _opened(folder)
    reported, found = case.coverage()
    rows = [
        {
            "days": _days(one.first, one.last), "event": one.label, "outlet": one.outlet, "official": one.official,
            "reported": one.reported, "when": one.phase, "lag": one.lag, "letters": one.characters,
            "guest's words": f"{one.share * 100:.0f} %" if one.guest else None, "page": one.page,
            "photographs": one.photographs, "sources": list(one.sources), "id": one.event,
        }
        for one in reported
    ]  # fmt: skip
    columns = ("days", "event", "outlet", "reported", "when", "letters", "guest's words", "page", "sources")
    empty = "No coverage: no visit, meeting, call or conference was found that an outlet told of at the time."
    _show({"coverage": rows}, columns, found, form, empty)


def ledger(
    folder: Folder,
    group: Annotated[str | None, typer.Option(metavar="ID", help="Only this group, as sco, g7, asean.")] = None,
    form: Form = Format.table,
) -> None:
    """The members of each group against what they did: signed, supported, abstained, refused; and projects."""
    from dragoman.analysis.ledgers import LedgerError

    case = _opened(folder)
    try:
        drawn, projects, found = case.ledger(group)
    except LedgerError as error:
        raise WrongUse(str(error)) from error
    rows = [row for one in drawn for row in _entries(one, case)]
    steps = [
        {
            "project": one.name, "states": list(one.states), "days": _days(step.first, step.last),
            "status": step.status, "words": step.anchor.quote,
        }
        for one in projects for step in one.steps
    ]  # fmt: skip
    columns = ("group", "days", "member", "did", "words", "sources")
    others = ("project", "states", "days", "status", "words")
    empty = (
        f"No ledger of {group}: no text says what a member of it signed, supported or refused."
        if group
        else "No ledger: no text says what the members of a group signed, supported or refused."
    )
    _show({"ledger": rows, "projects": steps}, columns, found, form, empty, others)


def _entries(one: "Participation", case: "OpenedCase") -> Rows:
    return [
        {
            "group": one.group, "days": _days(one.first, one.last), "member": entry.member,
            "name": case.name(entry.member),
            "did": list(entry.actions), "words": [anchor.quote for anchor in entry.anchors], "what": list(one.what),
            "sources": list(one.sources),
        }
        for entry in one.entries
    ]  # fmt: skip


def posts(
    folder: Folder,
    on: Annotated[str, typer.Option(metavar="DATE", help="The day asked about (default: the case's last).")] = "",
    form: Form = Format.table,
) -> None:
    """Who held what on a day, who was present and in which order, and whose post had changed."""
    case = _opened(folder)
    day = _day(on) if on else case.last_day()
    if day is None:
        raise WrongUse(f"{folder}: no text is dated to a day; say which day is meant with --on 2018-06-22")
    held, present, found = case.posts(day)
    rows = [
        {
            "person": case.name(one.person), "state": one.state, "posts": [post.title for post in one.posts],
            "since": [post.first for post in one.posts], "left before": one.left.title if one.left else None,
            "until": one.left.last if one.left else None, "id": one.person,
        }
        for one in held
    ]  # fmt: skip
    occasions = [
        {
            "days": _days(one.first, one.last), "occasion": one.label, "place": person.place,
            "person": case.name(person.person), "did": list(person.roles), "words": person.anchors[0].quote,
            "in the gazetteer": person.listed,
        }
        for one in present for person in one.present
    ]  # fmt: skip
    columns = ("person", "state", "posts", "since", "left before", "until")
    empty = f"Nobody whom the texts name is known to have held a post by {day}."
    _show(
        {"on": day.isoformat(), "posts": rows, "occasions": occasions}, columns, found, form, empty,
        ("days", "occasion", "place", "person", "did"),
    )  # fmt: skip


def _opened(folder: Folder) -> "OpenedCase":
    from dragoman.opened import OpenedCase

    built(opened_case(folder))
    return OpenedCase(folder)


def _show(
    data: dict[str, Any], columns: Sequence[str], found: Sequence[Finding], form: Format, empty: str,
    others: Sequence[str] = (),
) -> None:  # fmt: skip
    """Print rows and findings; CSV is the first table alone. Ends with 1 where there is nothing at all to show."""
    tables = [value for value in data.values() if isinstance(value, list)]
    if form is Format.json:
        print(json.dumps(data | {"findings": [finding_row(one) for one in found]}, ensure_ascii=False, indent=2))
    elif form is Format.csv:
        print_rows(tables[0], columns, form)
    else:
        for finding in found:
            print(plain(f"{finding.verdict}: {finding.sentence}"))
        if found:
            print()
        print_rows(tables[0], columns, form, empty)
        for table in tables[1:]:
            if table:
                print()
                print_rows(table, others, form)
    if not any(tables) and not found:
        raise typer.Exit(AGAINST)


def finding_row(finding: Finding) -> dict[str, Any]:
    """A finding as JSON shows it."""
    return {
        "id": finding.id, "analysis": finding.analysis, "verdict": finding.verdict, "sentence": finding.sentence,
        "figures": dict(finding.figures), "parameters": dict(finding.parameters), "caveats": list(finding.caveats),
        "events": list(finding.events),
        "anchors": [
            {"document": one.document, "start": one.start, "end": one.end, "quote": one.quote}
            for one in finding.anchors
        ],
    }  # fmt: skip


def _days(first: date | None, last: date | None) -> str:
    if first == last:
        return str(first or "")
    return f"{first or '..'}/{last or '..'}"


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise WrongUse(f'--on "{words}": write a day that there is as 2018-06-22') from error
