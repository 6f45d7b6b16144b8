"""trace, discover: fixed phrases, their histories, and those that nobody has named yet."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli.cases import Folder
from dragoman.cli.console import AGAINST, Format, WrongUse, built, opened_case, plain, print_rows
from dragoman.cli.questions import Form

if TYPE_CHECKING:
    from dragoman.analysis.formulations import Discovered, History, Ladders, Settings, Traced
    from dragoman.analysis.formulations.families import Member
    from dragoman.analysis.formulations.history import Use

SHOWN = ("formulation", "first", "where", "documents", "share", "tier", "last")
TOLD = ("formulation", "first", "first_source", "where", "first_start", "first_end", "last", "last_source", "documents",
        "of", "share", "tier", "occurrences", "undated")  # fmt: skip

FOUND = ("formulation", "documents", "first", "where", "score", "forms")
FOUND_TOLD = ("formulation", "language", "documents", "occurrences", "outlets", "first", "where", "first_document",
              "first_start", "first_end", "as_printed", "score", "entropy_left", "entropy_right", "forms")  # fmt: skip


def register(app: typer.Typer) -> None:
    """Add this group's commands."""
    app.command()(trace)
    app.command()(discover)


def trace(
    folder: Folder,
    phrases: Annotated[
        list[str], typer.Argument(metavar="PHRASE…", help="Formulations as printed; 习近平…思想 asks for a family.")
    ],
    form: Form = Format.table,
) -> None:
    """The history of formulations: first and last use, share and tier, months and years, silence, wrong dates.

    Characters are counted as they stand. Ends with 1 where a formulation stands before its known coinage.
    """
    from dragoman.analysis.formulations import FormulationError, case_index, load_ladders, traced
    from dragoman.store import open_store

    case = opened_case(folder)
    built(case)
    try:
        ladders = load_ladders(folder)
        with open_store(case.store) as store:
            told = traced(case_index(case, store, ladders), phrases, ladders, folder)
    except FormulationError as error:
        raise WrongUse(str(error)) from None
    _print(told, ladders, form)
    if any(history.anachronisms for history in told.histories):
        raise typer.Exit(AGAINST)


def discover(
    folder: Folder,
    min_chars: Annotated[int, typer.Option(help="The fewest characters of a formulation.")] = 4,
    min_documents: Annotated[int, typer.Option(help="The fewest documents that it stands in.")] = 5,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only formulations first used on or after this date.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many.")] = 50,
    with_questions: Annotated[bool, typer.Option("--with-questions", help="Questions put to the source too.")] = False,
    form: Form = Format.table,
) -> None:
    """Formulations found in the texts themselves, the most telling first, in the source's own words.

    Found as repeats that no longer stretch holds, ranked by use, free ends, punctuation, cohesion and life.
    """
    from dragoman.analysis.formulations import CaseTexts, FormulationError, Settings, load_ladders
    from dragoman.analysis.formulations import discover as found_in
    from dragoman.store import open_store

    case = opened_case(folder)
    built(case)
    left_out = tuple(one for one in Settings().left_out if not (with_questions and one == "question"))
    settings = Settings(min_chars, min_documents, since, left_out)
    try:
        ladders = load_ladders(folder)
        with open_store(case.store) as store:
            found = found_in(CaseTexts(store, ladders), settings, ladders, limit)
    except FormulationError as error:
        raise WrongUse(str(error)) from None
    if form is Format.json:
        _print_found(found, settings)
        return
    rows = [_found_row(one, ladders) for one in found]
    print_rows(rows, FOUND if form is Format.table else FOUND_TOLD, form, _none_found(settings))


def _print_found(found: Sequence["Discovered"], settings: "Settings") -> None:
    """The formulations, the families among them and their forms, and the findings, as JSON."""
    import msgspec

    from dragoman.analysis.formulations import discovery_findings
    from dragoman.analysis.formulations.families import families_in

    phrases = [phrase for one in found for phrase in (one.phrase, *one.forms)]
    told = {
        "formulations": found,
        "families": families_in(phrases),
        "findings": discovery_findings(found, settings),
    }
    print(json.dumps(msgspec.to_builtins(told), ensure_ascii=False, indent=2))


def _none_found(settings: "Settings") -> str:
    since = f" and is new since {settings.since}" if settings.since else ""
    return f"No stretch of {settings.min_chars} characters stands in {settings.min_documents} documents{since}."


def _found_row(one: "Discovered", ladders: "Ladders") -> dict[str, Any]:
    return {
        "formulation": one.phrase,
        "language": one.language,
        "documents": one.documents,
        "occurrences": one.occurrences,
        "outlets": one.outlets,
        "first": one.published,
        "where": ladders.title(one.rung),
        "first_document": one.first.document if one.first else None,
        "first_start": one.first.start if one.first else None,
        "first_end": one.first.end if one.first else None,
        "as_printed": one.first.quote if one.first else None,
        "score": f"{one.score:.2f}",
        "entropy_left": f"{one.left:.2f}",
        "entropy_right": f"{one.right:.2f}",
        "forms": list(one.forms),
    }


def _print(told: "Traced", ladders: "Ladders", form: Format) -> None:
    if form is Format.json:
        import msgspec

        print(json.dumps(msgspec.to_builtins(told), ensure_ascii=False, indent=2))
        return
    rows = [_row(history, ladders) for history in told.histories]
    rows += [_member_row(member, ladders) for family in told.families for member in family.members]
    print_rows(rows, SHOWN if form is Format.table else TOLD, form, "No member of this family stands in the sources.")
    if form is Format.table:
        _print_lines(told)


def _print_lines(told: "Traced") -> None:
    """Below the table: each phrase over time, then what the histories say beyond it."""
    from dragoman.analysis.formulations.sparkline import shown_over_time

    for history in told.histories:
        if history.documents:
            print(plain(f"{history.phrase}  {shown_over_time(history)}"))
    for kin in told.relatives:
        members = ", ".join(f"{one.phrase} {one.first.published if one.first else 'undated'}" for one in kin.members)
        print(plain(f"family of {kin.pattern}: {members}"))
    for finding in told.findings:
        if finding.verdict != "descriptive":
            print(plain(f"{finding.verdict}: {finding.sentence}"))
    for history in told.histories:
        coined = history.coinage
        if coined and history.documents and not history.anachronisms:
            print(plain(f"note: {history.phrase} was coined on {coined.day} ({coined.source}); no earlier use, so the "
                        "dates of this corpus hold"))  # fmt: skip


def _row(history: "History", ladders: "Ladders") -> dict[str, Any]:
    return {
        "formulation": history.phrase,
        **_uses(history.first, history.last, ladders),
        **_first_said(history, ladders),
        "documents": history.documents,
        "of": history.of,
        "share": f"{history.share:.3f}".removeprefix("0") if history.documents else "",
        "tier": history.tier,
        "occurrences": history.occurrences,
        "undated": history.undated,
    }


def _first_said(history: "History", ladders: "Ladders") -> dict[str, str]:
    """Where a phrase was first said when the same document has it in a question and in the source's own words."""
    first, own = history.first, history.first_own
    if first is None or own is None or first.register != "question" or first.anchor.document != own.anchor.document:
        return {}
    return {"where": f"{_where(first, ladders)} and {own.register}"}


def _member_row(member: "Member", ladders: "Ladders") -> dict[str, Any]:
    return {
        "formulation": member.phrase,
        **_uses(member.first, member.last, ladders),
        "documents": member.documents,
        "occurrences": member.occurrences,
        "tier": member.field,
    }


def _uses(first: "Use | None", last: "Use | None", ladders: "Ladders") -> dict[str, Any]:
    if first is None or last is None:
        return {}
    return {
        "first": first.published,
        "first_source": first.key,
        "first_start": first.anchor.start,
        "first_end": first.anchor.end,
        "where": _where(first, ladders),
        "last": last.published,
        "last_source": last.key,
    }


def _where(use: "Use", ladders: "Ladders") -> str:
    place = ladders.title(use.rung) or use.outlet or use.key
    return place if use.register == "body" else f"{place}, {use.register}"
