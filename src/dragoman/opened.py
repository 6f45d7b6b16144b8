"""A case opened from Python: the commands' verbs as methods, with records for answers."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.engines.speaking import UnknownSpeaker, speakers_of
from dragoman.model import Case, Document, Event, Finding, Source
from dragoman.sources import CaseError, load_case
from dragoman.store import SearchHit, Store, open_store

if TYPE_CHECKING:
    from dragoman.analysis.coverage import Coverage
    from dragoman.analysis.doctrine import Address, Ledger
    from dragoman.analysis.formulations import Discovered, Settings, Traced
    from dragoman.analysis.ledgers import Participation, Project
    from dragoman.analysis.linkage import Rule, Scored
    from dragoman.analysis.linkage.excitement import Excitement
    from dragoman.analysis.posts import Holder, Occasion
    from dragoman.analysis.readouts import Comparison
    from dragoman.analysis.reportage import Reportage
    from dragoman.analysis.rounds import Round
    from dragoman.engines import Built
    from dragoman.engines.linking import Link
    from dragoman.engines.omitting import Held
    from dragoman.engines.progress import Progress

LISTED = 60  # keys that a complaint lists

__all__ = ["OpenedCase", "UnknownSource", "UnknownSpeaker"]


class UnknownSource(LookupError):
    """No source of the case has the key that was asked for."""

    def __init__(self, key: str, known: Iterable[str] = ()) -> None:
        held = sorted(known)
        listed = f"the keys are: {', '.join(held)}" if 0 < len(held) <= LISTED else "`dragoman export` lists the keys"
        super().__init__(f'no source has the key "{key}"; {listed}')


class OpenedCase:
    """A case folder. Each question first brings the case up to date; where nothing changed that costs next to nothing.

    Raises CaseError where the folder holds no case or its case.toml cannot be read.
    """

    def __init__(self, folder: str | Path) -> None:
        self.folder = Path(folder)
        if not (self.folder / "case.toml").is_file():
            raise CaseError(f"{folder}: no case here (no case.toml); make one with `dragoman init {folder}`")

    @cached_property
    def case(self) -> Case:
        """What case.toml says."""
        return load_case(self.folder)

    def build(self, jobs: int = 2, progress: "Progress | None" = None) -> "Built":
        """Read what is new or changed, observe it, join reports into events; say what was done."""
        from dragoman.engines import build
        from dragoman.engines.progress import silent

        return build(self.case, jobs, progress or silent)

    def _store(self) -> Store:
        self.build()
        return open_store(self.case.store)

    def sources(self) -> tuple[Source, ...]:
        """The sources, by path."""
        with self._store() as store:
            return store.sources()

    def documents(self) -> tuple[Document, ...]:
        """The current documents with their texts, by their sources' paths."""
        with self._store() as store:
            return tuple(store.documents())

    def events(self, track: str | None = None) -> tuple[Event, ...]:
        """The chronology, or one track of it, by day."""
        with self._store() as store:
            return tuple(event for event in store.events() if track is None or event.track == track)

    def search(self, query: str, limit: int | None = None) -> tuple[SearchHit, ...]:
        """Every place where words stand, exact for any length."""
        with self._store() as store:
            return tuple(store.search(query, limit))

    def document(self, key: str) -> Document:
        """The current document of the source with this key; UnknownSource where there is none."""
        with self._store() as store:
            return _by_key(store, key)

    def trace(self, *phrases: str) -> "Traced":
        """The history of formulations: first and last use with anchors, months, years, share, tier, families, chains.

        FormulationError for an empty phrase.
        """
        from dragoman.analysis.formulations import case_index, load_ladders, traced

        ladders = load_ladders(self.folder)
        with self._store() as store:
            return traced(case_index(self.case, store, ladders), phrases, ladders, self.folder)

    def discover(self, settings: "Settings | None" = None, limit: int = 50) -> "tuple[Discovered, ...]":
        """Formulations found in the texts themselves, the most telling first; see `formulations.Settings`."""
        from dragoman.analysis.formulations import CaseTexts, Settings, discover, load_ladders

        ladders = load_ladders(self.folder)
        with self._store() as store:
            return discover(CaseTexts(store, ladders), settings or Settings(), ladders, limit)

    def decode(self, key: str, against: str | None = None) -> "Address":
        """The commitments of an address, set against another and against all that the case holds from before it."""
        from dragoman.analysis.doctrine import decode

        with self._store() as store:
            other = _by_key(store, against) if against else None
            return decode(_by_key(store, key), store.documents(), other)

    def deeds(self, key: str, by: str | None = None) -> "tuple[Ledger, ...]":
        """Beside each commitment of an address the events since that may speak for it or against it.

        `by` is the gazetteer id of whoever answers for it, by default the state that the source's record names;
        UnknownSpeaker where there is none.
        """
        from dragoman.analysis.doctrine import Word, ledgers
        from dragoman.engines import case_gazetteer, decided_deeds

        known = case_gazetteer(self.case.gazetteer)
        with self._store() as store:
            document = _by_key(store, key)
            source = next(one for one in store.sources() if one.id == document.source)
            speakers = speakers_of(source, document.language, by, known)
            word = Word(document, source.path, tuple(speakers))
            return ledgers(word, store.events(), decided_deeds(self.case, store), known)

    def compare(self, *keys: str, meaning: bool = True) -> "tuple[Comparison, ...]":
        """Accounts of one event, each with each that comes after it: links of clauses, differences, what stands alone.

        `meaning` reads likeness of meaning with the sentence encoder; without it names, figures, days and acts decide.
        UnknownSource for a key that there is not, ReadoutError for fewer than two documents.
        """
        from dragoman.analysis.readouts import compare, sentence_encoder
        from dragoman.engines import case_gazetteer
        from dragoman.engines.comparing import account

        known = case_gazetteer(self.case.gazetteer)
        with self._store() as store:
            sources = {source.key: source for source in store.sources()}
            documents = [_by_key(store, key) for key in keys]
            accounts = [account(store, sources[key], one, known) for key, one in zip(keys, documents, strict=True)]
        return compare(accounts, known, sentence_encoder() if meaning else None)

    def missing(self, key: str, kind: str | None = None, last: int = 5) -> "Held":
        """What the last of a document's class carried and it lacks, what came back, what moved, each as a finding.

        `kind` is the id of one of the case's classes, by default the one that the document belongs to; UnknownClass
        where there is none, OmissionError where nothing can be said (TooFew: fewer than three earlier documents).
        """
        from dragoman.engines.omitting import hold

        with self._store() as store:
            return hold(self.case, store, _by_key(store, key), kind, last)

    def habits(self, topic: str | None = None, since: str | None = None, limit: int = 20) -> tuple[Finding, ...]:
        """Departures from usual answers, usual answers, other names, usual names, words for series of talks.

        At most `limit` of each kind; with `topic` (a name, an id, words of a question) only the answers on it.
        HabitError where there is no such topic, or `since` is no ISO date.
        """
        from dragoman.engines.habits import case_habits

        with self._store() as store:
            return case_habits(self.case, store, topic, since, limit)

    def link(
        self, acts: str, answers: str, window: int = 7, period: tuple[date, date] | None = None, keep: bool = True
    ) -> "Link":
        """Whether the events of one side (TRACK:TYPE,TYPE@ACTOR>RECIPIENT) follow those of another within so many days.

        An event table of the case can stand in place of a track. The claim is added to the case's tried.jsonl (unless
        not `keep`) and judged with those of case.toml and those tried before on the same two tracks and period.
        LinkageError where the question has no meaning.
        """
        from dragoman.engines.linking import keep_tried, link

        found = link(self.case, self.events(), (acts, answers, window), period, self._published())
        if keep:
            keep_tried(self.case, found.asked)
        return found

    def words_of(self, events: Iterable[Event]) -> dict[str, list[str]]:
        """The clauses that report each event, as they stand in the sources, by the event's id."""
        from dragoman.engines import stood_reports

        with self._store() as store:
            reports = {one.id: one.reading.text.strip() for one in stood_reports(self.case, store)}
        held = {event.id: [reports[one] for one in event.reports if one in reports] for event in events}
        return {identity: list(dict.fromkeys(words)) for identity, words in held.items() if words}

    def hawkes(self, acts: str, answers: str, period: tuple[date, date] | None = None) -> "Excitement":
        """The two sides of a claim as a Hawkes process: whether acts raise the rate of answers.

        LinkageError for fewer than 200 events a side, and where scipy is not installed.
        """
        from dragoman.engines.linking import process

        return process(self.case, self.events(), (acts, answers), period, self._published())

    def freeze(self, acts: str, answers: str, window: int, when: str) -> "Rule":
        """Freeze the rule that answers follow acts within so many days; `when` is an ISO 8601 time with its offset.

        LinkageError where a side means nothing, or the rule is frozen already.
        """
        from dragoman.engines.freezing import freeze

        return freeze(self.case, self.events(), (acts, answers, window), when)

    def frozen(self) -> "tuple[Rule, ...]":
        """The frozen rules, the earliest first."""
        from dragoman.engines.rules import rules_in

        return tuple(rules_in(self.case))

    def score(self, rule: "Rule") -> "Scored":
        """How a frozen rule went on the events since; LinkageError where no day has come since."""
        from dragoman.engines.freezing import score

        return score(self.case, self.events(), rule, self._published())

    def _published(self) -> list[str]:
        with self._store() as store:
            return [document.published or "" for document in store.heads()]

    def rounds(self) -> "tuple[Round, ...]":
        """The rounds that the grammar in case.toml cuts the chronology into; none where it has no [rounds]."""
        from dragoman.analysis.rounds import rounds
        from dragoman.engines import case_gazetteer
        from dragoman.extraction import load_frames

        with self._store() as store:
            known = case_gazetteer(self.case.gazetteer)
            return rounds(store.events(), self.case.rounds, self.case.tracks, load_frames(), known)

    def coverage(self) -> "tuple[tuple[Coverage, ...], tuple[Finding, ...]]":
        """How each outlet reported each visit, meeting, call and conference, and what broke with its custom."""
        from dragoman.analysis.coverage import coverage, customs

        held = self._reportage()
        rows = coverage(held)
        return rows, customs(rows, held)

    def ledger(
        self, group: str | None = None
    ) -> "tuple[tuple[Participation, ...], tuple[Project, ...], tuple[Finding, ...]]":
        """The members of groups against what they signed, supported or refused, and what became of projects.

        `group` is a gazetteer id; with it only that group's ledgers are drawn up, and no projects. LedgerError where
        it is no group with known members.
        """
        from dragoman.analysis.ledgers import (
            participation_findings,
            participations,
            project_findings,
            projects,
        )

        held = self._reportage()
        drawn = participations(held, group)
        built = () if group else projects(held)
        return drawn, built, (*participation_findings(drawn, held), *project_findings(built, held))

    def posts(self, on: date | None = None) -> "tuple[tuple[Holder, ...], tuple[Occasion, ...], tuple[Finding, ...]]":
        """Who of those named held what on a day (by default the case's last), who was present, what had changed."""
        from dragoman.analysis.posts import holders, occasions, post_findings

        held = self._reportage()
        day = on or self.last_day()
        return holders(held, day) if day else (), occasions(held), post_findings(held)

    def last_day(self) -> date | None:
        """The last day of the case's period, else of its texts; None where no text is dated to a day."""
        from dragoman.analysis.reportage import day_of

        days = [day for document in self.documents() if (day := day_of(document.published))]
        return self.case.last or max(days, default=None)

    def name(self, identity: str) -> str:
        """What a gazetteer id is called in English, those of the case included; the id itself where there is none."""
        from dragoman.engines import case_gazetteer

        known = case_gazetteer(self.case.gazetteer)
        return known.name(identity) if identity in known else identity

    def _reportage(self) -> "Reportage":
        from dragoman.engines.reporting import reportage

        with self._store() as store:
            return reportage(self.case, store)


def _by_key(store: Store, key: str) -> Document:
    sources = {one.key: one.id for one in store.sources()}
    document = store.current_of(sources[key]) if key in sources else None
    if document is None:
        raise UnknownSource(key, sources)
    return document
