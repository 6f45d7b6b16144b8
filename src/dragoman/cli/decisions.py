"""judge: a person's decisions about what was read."""

from datetime import UTC, datetime
from typing import Annotated, cast

import typer

from dragoman.cli.cases import Folder
from dragoman.cli.console import WrongUse, built, opened_case
from dragoman.cli.questions import event_by_id
from dragoman.model import Candidate, Case, Judgement, Observation, Report, content_id
from dragoman.model.judgement import Decision
from dragoman.store import Store, append_judgement, open_store

DECISIONS = ("accept", "reject", "correct", "split", "merge")


def register(app: typer.Typer) -> None:
    """Add this group's commands."""
    app.command()(judge)


def judge(
    folder: Folder,
    identity: Annotated[str, typer.Argument(metavar="ID", help="A report's, an event's or a candidate's id.")],
    decision: Annotated[str, typer.Argument(help="accept, reject, correct, split or merge.")],
    why: Annotated[str, typer.Option(help="The reason, for whoever reads it later.")] = "",
    who: Annotated[str, typer.Option(help="Who decides.")] = "",
    fields: Annotated[str, typer.Option("--set", help='For correct: JSON of fields, as {"first": "2018-05-07"}.')] = "",
    other: Annotated[str, typer.Option("--with", help="For merge: the report or event to join it with.")] = "",
) -> None:
    """Accept, reject or correct what was read; split reports from their event, or merge two events.

    The decision is added to judgements.jsonl and survives every rebuild; a later one about the same reports undoes it.
    A candidate that is accepted becomes a row of the case's gazetteer.yaml too.
    """
    from dragoman.engines.judging import about

    case = opened_case(folder)
    if decision not in DECISIONS:
        raise WrongUse(f'"{decision}" is no decision; there are: {", ".join(DECISIONS)}')
    if bool(other) != (decision == "merge"):
        raise WrongUse("merge, and only merge, takes --with and the report or event to join it with")
    if bool(fields) != (decision == "correct"):
        raise WrongUse('correct, and only correct, takes --set, as in --set \'{"first": "2018-05-07"}\'')
    built(case)
    with open_store(case.store) as store:
        reports = _reports(store, identity) + (_reports(store, other) if other else [])
        bond = _bond(reports) if decision == "merge" else ""
        paths = {source.id: source.path for source in store.sources()}
        owners = {document.id: paths[document.source] for document in store.heads()}
        _refuse_misfits(reports, fields)
        for observation in reports:
            if isinstance(observation.reading, Candidate) and decision == "accept":
                _accept_name(case, store, observation, observation.reading)
        when = datetime.now(UTC).isoformat(timespec="seconds")
        for report in reports:
            reading = report.reading
            judgement = Judgement(
                owners[report.document], report.document, reading.start, reading.end, reading.text, report.kind,
                about(report), cast(Decision, decision), when, who, why, fields or bond,
            )  # fmt: skip
            append_judgement(case.judgements, judgement)
    built(case)
    print(f"{decision}: {len(reports)} report(s); kept in {case.judgements}")


def _reports(store: Store, identity: str) -> list[Observation]:
    """The reports that an id names: one report or candidate, or all of an event's reports, rejected ones included."""
    every = {one.id: one for kind in ("report", "candidate") for one in store.observations(kind)}
    if identity.startswith("ob-"):
        found = [one for key, one in every.items() if key.startswith(identity)]
        if len(found) != 1:
            begin = "several begin" if found else "no report or candidate begins"
            raise WrongUse(f'{begin} with "{identity}"; see `dragoman explain` or `dragoman candidates`')
        return found
    return [every[report] for report in event_by_id(store, identity).reports]


def _bond(reports: list[Observation]) -> str:
    """What names the reports that are joined; wrong use where they cannot be one event."""
    kinds = sorted({one.reading.type for one in reports if isinstance(one.reading, Report)})
    if len(kinds) > 1:
        raise WrongUse(f"{' and '.join(kinds)} are events of different types; only reports of one type are joined")
    return content_id("bo", *sorted({one.id for one in reports}))


def _refuse_misfits(reports: list[Observation], fields: str) -> None:
    from dragoman.engines.judging import corrected

    for report in reports:
        if fields and isinstance(report.reading, Candidate):
            raise WrongUse("a candidate is accepted or rejected; mend its row in gazetteer.yaml once it is accepted")
        if fields and isinstance(report.reading, Report):
            try:
                corrected(report.reading, fields)
            except ValueError as error:
                raise WrongUse(str(error)) from error


def _accept_name(case: Case, store: Store, observation: Observation, candidate: Candidate) -> None:
    from dragoman.engines.case_names import accept_name, case_gazetteer, row_for

    document = next(document for document in store.heads() if document.id == observation.document)
    key = next(source.key for source in store.sources() if source.id == document.source)
    known = case_gazetteer(case.gazetteer)
    accept_name(case, row_for(candidate.text, candidate, document, key, known))
