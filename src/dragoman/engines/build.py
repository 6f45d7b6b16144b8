"""The build: sources -> documents -> observations -> events -> findings, each stage only where something changed."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from dragoman import __version__, analysis, extraction
from dragoman.analysis.doctrine import Side
from dragoman.engines.case_names import case_gazetteer, names_digest
from dragoman.engines.judging import apply_judgements, bonds, deeds_decided
from dragoman.engines.observing import observe_changed
from dragoman.engines.progress import Progress, silent
from dragoman.engines.reading import read_changed
from dragoman.model import Case, Document, Event, Finding, Judgement, Observation, Report, Source, content_id
from dragoman.sources import SourceFile, limits_from, passed_over, scan, unique_keys
from dragoman.store import Standing, Store, decode, encode, latest, open_store, read_judgements, stand


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did and what now stands: `files` read or dropped, `documents` observed, whether anything was new.

    `counts` are numbers of the case as it stands; `warnings` are lines for the analyst, each with its file and cure.
    """

    files: int
    documents: int
    changed: bool
    counts: dict[str, int] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()


def build(case: Case, jobs: int = 2, progress: Progress = silent) -> Built:
    """Bring a case's store up to date with its sources and judgements.

    Work that was done is not done again: files are recognised by size and time, readings by text, date, language and
    extractor, events by everything they are joined from. Raises CaseError or StoreError with what to do.
    """
    limits = limits_from(case.limits)
    present = scan(case)
    judgements, problems = read_judgements(case.judgements)
    inputs = _inputs(case, present, judgements, problems)
    with open_store(case.store) as store:
        if store.state("built from") == inputs:
            return decode(store.state("built") or "", Built)
        store.keep_state("built from", "")  # until all is done, nothing is known to fit
        files = read_changed(case, store, present, limits, jobs, progress)
        keys, clashes = unique_keys(store.key_claims())
        store.settle_keys(keys)
        documents = observe_changed(store, jobs, progress, case.gazetteer)
        changed = _join_changed(case, store, judgements, progress)
        warnings = (*problems, *clashes, *_warnings(case, store))
        built = Built(files, documents, bool(files or documents or changed), _counts(store), warnings)
        store.keep_state("built", encode(replace(built, files=0, documents=0, changed=False)))
        store.keep_state("built from", inputs)
        return built


def _inputs(
    case: Case, present: tuple[SourceFile, ...], judgements: tuple[Judgement, ...], problems: tuple[str, ...]
) -> str:
    """A name for all that a build starts from: as long as it is the same, there is nothing to do."""
    files = [f"{file.path} {file.stamp} {file.refused}" for file in present]
    settings = repr((case.title, case.first, case.last, case.languages, case.tracks, case.limits))
    names = names_digest(case.gazetteer)
    parts = [__version__, extraction.EXTRACTOR, names, settings, *problems, *(one.id for one in judgements), *files]
    return content_id("in", *parts)


def _join_changed(case: Case, store: Store, judgements: tuple[Judgement, ...], progress: Progress) -> bool:
    """Join the reports into events anew where anything that events depend on has changed."""
    sources = store.sources()
    made_from = _made_from(case, store, sources, judgements)
    if store.state("made from") == made_from:
        return False
    _join(case, store, sources, latest(judgements), progress)
    store.keep_state("made from", made_from)
    return True


def stood_reports(case: Case, store: Store) -> tuple[Observation, ...]:
    """The reports of the current documents as events are joined from them: a person's judgements put over them."""
    judgements, _ = read_judgements(case.judgements)
    return tuple(apply_judgements(store.observations("report"), latest(judgements), store.standings()))


def decided_deeds(case: Case, store: Store) -> dict[tuple[str, str], Side]:
    """On which side of a commitment a person put a report: by the commitment's id and the report's."""
    judgements, _ = read_judgements(case.judgements)
    return deeds_decided(store.observations("report"), latest(judgements), store.standings())


def _made_from(case: Case, store: Store, sources: tuple[Source, ...], judgements: tuple[Judgement, ...]) -> str:
    """A name for everything that events and findings depend on."""
    parts = [
        __version__,
        extraction.EXTRACTOR,
        names_digest(case.gazetteer),
        repr(case.tracks),
        repr((case.first, case.last)),
    ]
    parts += [one.id for one in judgements]
    parts += [f"{source.id} {source.key} {source.record}" for source in sources]
    parts += store.fingerprints()
    return content_id("mf", *parts)


def _join(
    case: Case, store: Store, sources: tuple[Source, ...], judgements: tuple[Judgement, ...], progress: Progress
) -> None:
    progress("Joining", 0, 2)
    standings = _standings(store, sources, judgements)
    store.replace_standings(standings)
    documents = {document.id: document for document in store.documents()}
    reports = {
        observation.id: observation
        for observation in apply_judgements(store.observations("report"), judgements, standings)
    }
    events = _events(case, reports, documents, bonds(reports.values(), judgements, standings))
    progress("Joining", 1, 2)
    store.replace_events(events, _findings(case, sources, events, reports, documents))
    progress("Joining", 2, 2)


def _standings(store: Store, sources: tuple[Source, ...], judgements: tuple[Judgement, ...]) -> list[Standing]:
    by_path = {source.path: source.id for source in sources}
    return list(
        stand(
            judgements,
            current=lambda path: store.current_of(by_path[path]) if path in by_path else None,
            version=store.document,
        )
    )


def _events(
    case: Case, reports: dict[str, Observation], documents: dict[str, Document], decided: dict[str, str]
) -> tuple[Event, ...]:
    given = [
        (identity, one.document, documents[one.document].source, one.reading)
        for identity, one in reports.items()
        if isinstance(one.reading, Report)
    ]
    witnesses = extraction.witness_groups(documents.values())
    return extraction.merge(given, case.tracks, case_gazetteer(case.gazetteer), witnesses, decided)


def _findings(
    case: Case,
    sources: tuple[Source, ...],
    events: tuple[Event, ...],
    reports: dict[str, Observation],
    documents: dict[str, Document],
) -> tuple[Finding, ...]:
    known = case_gazetteer(case.gazetteer)
    names = {identity: known.name(identity, "en") for identity in sorted(named(events))}
    return analysis.findings(
        events, reports.values(), documents.values(), sources, case.tracks, case.first, case.last, names
    )


def named(events: Iterable[Event]) -> set[str]:
    """The gazetteer ids that events name: parties and places."""
    return {
        identity
        for event in events
        for identity in (*event.actors, *event.recipients, event.place)
        if identity is not None
    }


def _counts(store: Store) -> dict[str, int]:
    counts = store.counts()
    states: Counter[str] = Counter()
    for document in store.heads():
        states[f"language {document.language}"] += document.state != "refused"
        states[document.state] += 1
    return counts | store.count_readings() | dict(states)


def _warnings(case: Case, store: Store) -> tuple[str, ...]:
    """Everything that a person should see to, each with its file."""
    lines = [f"sources/{path}: {line}" for path, row in store.files().items() for line in row.warnings]
    paths = {source.id: source.path for source in store.sources()}
    for document in store.heads():
        if document.state == "whole" and not document.warnings:
            continue
        state = "" if document.state == "whole" else f"{document.state}: "
        lines += [f"sources/{paths[document.source]}: {state}{line}" for line in document.warnings]
    lines += passed_over(case)
    words = {"changed": "its words have changed", "gone": "its words are gone", "ambiguous": "several places fit it"}
    lines += [
        f"judgements.jsonl, {one.judgement}: {words.get(one.fate, one.fate)}; judge it again"
        for one in store.standings()
        if one.fate not in {"kept", "moved"}
    ]
    return tuple(dict.fromkeys(lines))
