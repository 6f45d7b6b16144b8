"""A case: a folder that the analyst owns."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Track:
    """One lane of the chronology: which events belong to it.

    An event belongs to the first track, in the order of the case, whose every stated condition it meets: one of `types`
    (empty: any), and parties on both sides of `between` (gazetteer ids; a person stands for the state they serve).
    """

    id: str
    title: str
    between: tuple[str, ...] = ()
    types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RoundGrammar:
    """What cuts the chronology into rounds: an event of `opens` opens one, once one of `once` has come since the last.

    Both hold sides as TRACK, TRACK:TYPE,TYPE or TRACK:TYPE@ACTOR.
    """

    opens: tuple[str, ...] = ()
    once: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimAsked:
    """A claim for the page on linkage: `answers` begin within `window` days after `acts`; sides as TRACK:TYPE@ACTOR."""

    acts: str
    answers: str
    window: int = 7
    title: str = ""


@dataclass(frozen=True, slots=True)
class PhrasesAsked:
    """Phrases (or patterns with one slot) for the page on formulations, and the track whose events are marked there."""

    phrases: tuple[str, ...]
    track: str = ""


@dataclass(frozen=True, slots=True)
class AddressAsked:
    """An address for the page on doctrine: its source's key, that of the one to set it against, who answers for it."""

    document: str
    against: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class AccountsAsked:
    """Accounts of one event for the page on readouts, by their sources' keys, each to be set beside each."""

    documents: tuple[str, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class DocumentClass:
    """Documents of one kind, of which the earlier let something be expected of the next.

    Either those with the keys in `documents`, or all of one `vehicle` (joint statement, readout …), of one `outlet`
    where it is given, that name every party in `between` (gazetteer ids).
    """

    id: str
    title: str
    documents: tuple[str, ...] = ()
    vehicle: str = ""
    between: tuple[str, ...] = ()
    outlet: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """What `case.toml` says: title, period, tracks, rounds, languages, limits, classes of documents, what pages show;
    `folder` is where it stands."""

    folder: Path
    title: str
    first: date | None = None
    last: date | None = None
    languages: tuple[str, ...] = ("zh", "en", "ja", "ko")
    tracks: tuple[Track, ...] = ()
    author: str = ""
    limits: tuple[tuple[str, float], ...] = ()
    rounds: RoundGrammar = RoundGrammar()
    claims: tuple[ClaimAsked, ...] = ()
    formulations: PhrasesAsked | None = None
    doctrine: AddressAsked | None = None
    readouts: tuple[AccountsAsked, ...] = ()
    classes: tuple[DocumentClass, ...] = ()

    @property
    def sources(self) -> Path:
        """The folder of files as they came."""
        return self.folder / "sources"

    @property
    def store(self) -> Path:
        """The one SQLite file with all that can be rebuilt."""
        return self.folder / ".dragoman" / "evidence.db"

    @property
    def judgements(self) -> Path:
        """The append-only record of a person's decisions."""
        return self.folder / "judgements.jsonl"

    @property
    def tried(self) -> Path:
        """The append-only record of the claims of linkage that were tried."""
        return self.folder / "tried.jsonl"

    @property
    def watch(self) -> Path:
        """The append-only watch list: questions, updates, resolutions."""
        return self.folder / "watch.jsonl"

    @property
    def gazetteer(self) -> Path:
        """The names that the case adds to the gazetteer; may be absent."""
        return self.folder / "gazetteer.yaml"

    @property
    def brief(self) -> Path:
        """The brief in Markdown."""
        return self.folder / "brief.md"

    @property
    def pages(self) -> Path:
        """Where rendered pages go."""
        return self.folder / "pages"
