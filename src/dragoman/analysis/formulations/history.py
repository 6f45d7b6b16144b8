"""The history of a formulation: first and last use, months and years, tiers, registers, rungs, silence, warnings."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from dragoman.analysis.formulations.calendar import Calendar, Groups, sums
from dragoman.analysis.formulations.coinages import Coinage
from dragoman.analysis.formulations.faults import FormulationError
from dragoman.analysis.formulations.index import PhraseIndex, Places
from dragoman.analysis.formulations.silence import Silence, silence
from dragoman.analysis.formulations.suffixes import Numbers
from dragoman.analysis.formulations.texts import period_in_words
from dragoman.analysis.formulations.tiers import Jump, Scale
from dragoman.model import Anchor

CONTEXT = 40  # characters shown on each side of a use
ENOUGH = 30  # documents in a year from which its share can jump
ANACHRONISMS = 20  # uses before the coinage that are shown


@dataclass(frozen=True, slots=True)
class Use:
    """One place of a formulation, with the text around it."""

    anchor: Anchor
    published: str | None
    outlet: str
    rung: str
    register: str
    key: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A year or a month: documents with the formulation, its occurrences, all documents (`of`), share, tier's name."""

    period: str
    documents: int
    occurrences: int
    of: int
    share: float
    tier: str


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """A register, outlet or rung: its name, the documents with the formulation in it, and the occurrences."""

    name: str
    documents: int
    occurrences: int


@dataclass(frozen=True, slots=True)
class History:
    """All that a corpus tells of one string.

    `of` is the number of documents in the corpus and `share` the part of them that have it; `undated` of them have no
    date, and count in no stretch. `first_own` is the first use outside questions: in the words of the source itself,
    not of those who ask it. `anachronisms` are uses before the known `coinage`. `first_by_rung` has the earliest
    date on each rung of a ladder, in order of date: downward spread is read off it.
    """

    phrase: str
    documents: int
    occurrences: int
    of: int
    share: float
    tier: str
    first: Use | None
    first_own: Use | None
    last: Use | None
    undated: int
    years: tuple[Stretch, ...]
    months: tuple[Stretch, ...]
    registers: tuple[Part, ...]
    outlets: tuple[Part, ...]
    rungs: tuple[Part, ...]
    first_by_rung: tuple[tuple[str, str], ...]
    jumps: tuple[Jump, ...]
    silence: Silence | None
    coinage: Coinage | None
    anachronisms: tuple[Use, ...]


def trace(
    index: PhraseIndex, phrase: str, scale: Scale, coinages: Mapping[str, Coinage], calendar: Calendar | None = None
) -> History:
    """The history of any string in the texts of an index. Raises FormulationError for a string of nothing.

    `calendar` is made from the index where it is not given; make it once where many strings are traced.
    """
    calendar = calendar or Calendar(index)
    places = index.places(phrase)
    owners, counted = _by_document(places)
    periods = index.periods[owners]
    ends = _first_and_last(periods, owners)
    share = len(owners) / len(index.headings) if index.headings else 0.0
    years = _stretches(calendar.years, owners, counted, scale)
    coinage = coinages.get(phrase)

    def use(document: int, side: str) -> Use:
        at = int(np.searchsorted(places.documents, document, side="right" if side == "last" else "left"))
        return use_at(index, places, at - (side == "last"), len(phrase))

    return History(
        phrase=phrase,
        documents=len(owners),
        occurrences=int(counted.sum()),
        of=len(index.headings),
        share=share,
        tier=_tier(scale, share),
        first=use(ends[0], "first") if ends else None,
        first_own=_first_own(index, places, len(phrase)),
        last=use(ends[1], "last") if ends else None,
        undated=int((periods == 0).sum()),
        years=years,
        months=_stretches(calendar.months, owners, counted, scale),
        registers=_registers(index, places),
        outlets=_parts(calendar.outlets, owners, counted),
        rungs=_parts(calendar.rungs, owners, counted),
        first_by_rung=calendar.first_by_rung(owners),
        jumps=tuple(scale.jumps((year.period, year.share) for year in years if year.of >= ENOUGH)),
        silence=silence(calendar.days, index.periods, owners),
        coinage=coinage,
        anachronisms=_anachronisms(index, places, len(phrase), coinage, owners),
    )


def use_at(index: PhraseIndex, places: Places, at: int, length: int) -> Use:
    """The use at place number `at`, with its anchor and the text around it."""
    document, start = int(places.documents[at]), int(places.starts[at])
    heading, end = index.headings[document], start + length
    anchor = Anchor(heading.document, start, end, index.quote(document, start, end))
    return Use(
        anchor, period_in_words(heading.period), heading.outlet, heading.rung,
        index.registers[int(places.registers[at])], heading.key,
        index.quote(document, max(0, start - CONTEXT), start), index.quote(document, end, end + CONTEXT),
    )  # fmt: skip


def phrases_to_trace(phrases: Iterable[str]) -> tuple[str, ...]:
    """The phrases each once, without white space around them. Raises FormulationError for an empty one."""
    wanted = tuple(dict.fromkeys(phrase.strip() for phrase in phrases))
    if not wanted or not all(wanted):
        raise FormulationError("an empty phrase stands everywhere and nowhere; give at least one character")
    return wanted


def _by_document(places: Places) -> tuple[Numbers, Numbers]:
    """The documents that have the string, ascending, and its occurrences in each."""
    if not len(places.documents):
        return places.documents, places.documents
    opens = np.flatnonzero(np.diff(places.documents, prepend=-1))
    return places.documents[opens], np.diff(opens, append=len(places.documents))


def _first_and_last(periods: Numbers, owners: Numbers) -> tuple[int, int] | None:
    """The documents of the earliest and the latest date: of equals the first and the last in the corpus."""
    dated = np.flatnonzero(periods)
    if not len(dated):
        return None
    values = periods[dated]
    return int(owners[dated[np.argmin(values)]]), int(owners[dated[len(dated) - 1 - np.argmax(values[::-1])]])


def _first_own(index: PhraseIndex, places: Places, length: int) -> Use | None:
    asked = index.registers.index("question") if "question" in index.registers else -1
    own = np.flatnonzero((places.registers != asked) & (index.periods[places.documents] > 0))
    if not len(own):
        return None
    return use_at(index, places, int(own[np.argmin(index.periods[places.documents[own]])]), length)


def _stretches(groups: Groups, owners: Numbers, counted: Numbers, scale: Scale) -> tuple[Stretch, ...]:
    documents, occurrences = sums(groups, owners, (np.ones(len(owners)), counted))
    rows = zip(groups.names, documents.tolist(), occurrences.tolist(), groups.sizes.tolist(), strict=True)
    return tuple(Stretch(name, some, often, of, some / of, _tier(scale, some / of)) for name, some, often, of in rows)


def _parts(groups: Groups, owners: Numbers, counted: Numbers) -> tuple[Part, ...]:
    documents, occurrences = sums(groups, owners, (np.ones(len(owners)), counted))
    rows = zip(groups.names, documents.tolist(), occurrences.tolist(), strict=True)
    return tuple(Part(name, some, often) for name, some, often in rows if some)


def _registers(index: PhraseIndex, places: Places) -> tuple[Part, ...]:
    parts = []
    for number, name in enumerate(index.registers):
        owners = places.documents[places.registers == number]
        if len(owners):
            parts.append(Part(name, 1 + int(np.count_nonzero(np.diff(owners))), len(owners)))
    return tuple(sorted(parts))


def _anachronisms(
    index: PhraseIndex, places: Places, length: int, coinage: Coinage | None, owners: Numbers
) -> tuple[Use, ...]:
    """The first place in each document that is dated before the coinage, in order of date."""
    if coinage is None:
        return ()
    early = [int(owner) for owner in owners if coinage.after(int(index.periods[owner]))]
    early.sort(key=lambda owner: (int(index.periods[owner]), owner))
    return tuple(
        use_at(index, places, int(np.searchsorted(places.documents, owner)), length) for owner in early[:ANACHRONISMS]
    )


def _tier(scale: Scale, share: float) -> str:
    tier = scale.tier(share)
    return tier.name if tier else ""
