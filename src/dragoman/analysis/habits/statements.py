"""What habits show, as findings: usual answers and departures, names by speaker, the words for a series of talks."""

from collections.abc import Iterable, Mapping, Sequence

from dragoman.analysis.habits.habitual import Habit
from dragoman.analysis.habits.practice import Practice
from dragoman.analysis.habits.telling import LIKE, Told
from dragoman.analysis.habits.warmth import Described, Word
from dragoman.analysis.habits.wording import NameDeparture, NameUse
from dragoman.analysis.omissions.statements import basis_in_words
from dragoman.model import Anchor, Finding, content_id

ANALYSIS = "habits"
FEWEST = 3  # meetings that make a series
_ANSWERS = "The answers of one document on a topic are taken together; width, case and quotation marks are folded."
_CHANCE = (
    "The chance is the topic's own habit (each earlier document one trial), or the rule of succession on the phrase "
    "where few documents can be asked; many phrases were looked at, so some are absent by accident."
)
_READ = "Whether the words were left out on purpose only a reader can tell: see what was asked."
_NAME = "The chance is the rule of succession (Jeffreys) on this speaker's documents that name the thing."
_QUOTED = "A name may be quoted from another: read the line."
_STEPS = "Up and down are claimed only between words that a source ranks; see warmth.yaml."

Pairs = tuple[tuple[str, str], ...]


def habit_finding(known: Practice, one: Habit, place: Anchor, topic: str) -> Finding:
    """A usual answer; `place` is its last."""
    sentence = (
        f"On {topic}, “{place.quote}” stands in the answers of {one.documents} of {one.of} documents, and in "
        f"{one.base:.1%} of all answers."
    )
    figures = (("documents", f"{one.documents} of {one.of}"), ("share of all answers", f"{one.base:.4f}"))
    phrase = known.phrases[one.phrase]
    return _finding("usual answer", sentence, (place,), figures, (("topic", topic), ("phrase", phrase)), (_ANSWERS,))


def departure_finding(known: Practice, told: Told, topic: str, names: Mapping[str, str]) -> Finding:
    """A departure from a usual answer; `names` say by document id what a reader calls it."""
    one, near = told.departure, told.nearest
    reworded = near is not None and near.likeness >= LIKE
    instead = f"; nearest is “{near.anchor.quote}” (likeness {near.likeness:.2f})" if near else ""
    new = f"; new on the topic: {_quoted(anchor.quote for anchor in told.instead)}" if told.instead else ""
    later = f"; {one.without} of the {one.later} after it lack it too" if one.later else ""
    sentence = (
        f"On {topic}, “{told.phrase}” stood in {one.carried} of the last {one.last} and is absent from "
        f"{names[told.answer.document]}{instead}{new}{later}. Chance of absence by accident {one.chance.value:.2f} "
        f"({one.chance.low:.2f} to {one.chance.high:.2f})."
    )
    figures = (
        ("carried", f"{one.carried} of {one.last}"), ("without a break", str(one.run)),
        ("carried in all", f"{one.total} of {one.of}"), ("chance", f"{one.chance.value:.3f}"),
        ("interval", f"{one.chance.low:.3f} to {one.chance.high:.3f}"), ("chance from", basis_in_words(one.chance)),
        ("later without", f"{one.without} of {one.later}"), ("oftener than in all answers", f"{one.lift:.1f}"),
        ("also absent", _quoted(known.phrases[other] for other in one.also)),
        ("likeness", f"{near.likeness:.2f}" if near else ""),
    )  # fmt: skip
    anchors = (told.answer, *told.before, *((near.anchor,) if near else ()), *told.instead)
    parameters = (("topic", topic), ("phrase", known.phrases[one.phrase]), ("last", str(one.last)))
    verdict = "reworded" if reworded else "departure"
    return _finding(verdict, sentence, anchors, figures, parameters, (_ANSWERS, _CHANCE, _READ))


def name_finding(one: NameUse, speaker: str, thing: str, by: Sequence[str]) -> Finding:
    """How often a speaker uses a name; `by` are those whose name it is, in words."""
    of = f" (so called by {', '.join(by)})" if by else ""
    sentence = f"{speaker} writes “{one.name}”{of} in {one.documents} of {one.of} documents that name {thing}."
    figures = (("documents", f"{one.documents} of {one.of}"), ("share", f"{one.documents / one.of:.3f}"))
    parameters = (("speaker", one.speaker), ("thing", one.of_what), ("name", one.name), ("language", one.language))
    return _finding("usual name", sentence, (one.first,), figures, parameters, (_QUOTED,))


def name_departure_finding(one: NameDeparture, speaker: str, thing: str, names: Mapping[str, str]) -> Finding:
    """A name that is not the speaker's usual one."""
    seen = f"in {one.before} of them" if one.before else "never before"
    sentence = (
        f"{speaker} wrote “{one.habit}” for {thing} in {one.used} of {one.of} documents before, and not in "
        f"{names[one.place.document]}, where “{one.place.quote}” stands ({seen}). Chance of absence by accident "
        f"{one.chance.value:.2f} ({one.chance.low:.2f} to {one.chance.high:.2f})."
    )
    figures = (
        ("used", f"{one.used} of {one.of}"), ("other name before", f"{one.before} of {one.of}"),
        ("chance", f"{one.chance.value:.3f}"), ("interval", f"{one.chance.low:.3f} to {one.chance.high:.3f}"),
    )  # fmt: skip
    parameters = (("speaker", one.speaker), ("thing", one.of_what), ("habit", one.habit))
    return _finding("other name", sentence, (one.place, one.stood), figures, parameters, (_NAME, _QUOTED))


def warmth_findings(series: Sequence[Described], pair: str) -> list[Finding]:
    """One finding a meeting of a series, by day; nothing for fewer than three that are described."""
    if len(series) < FEWEST:
        return []
    return [_described(one, None if one.against is None else series[one.against], pair) for one in series]


_VERDICTS = {"first": "first", "up": "warmer", "down": "cooler", "same": "as before", "changed": "other words"}


def _described(one: Described, before: Described | None, pair: str) -> Finding:
    words = _words(one.words)
    against = "; the first that is described" if before is None else f"; {before.meeting.day}: {_words(before.words)}"
    move = {"up": ": warmer", "down": ": cooler", "changed": ": no source ranks these words against one another"}
    sentence = f"{pair}, {one.meeting.day}: {words}{against}{move.get(one.move, '')}."
    ranks = [f"{word.word}: {'no rank' if word.step is None else word.step} ({word.source})" for word in _distinct(one)]
    figures = (("words", words), ("steps", "; ".join(ranks)))
    events = (one.meeting.event,) if one.meeting.event else ()
    anchors = tuple(anchor for _, anchor in one.words)
    identity = content_id("fi", ANALYSIS, sentence, *(anchor.id for anchor in anchors))
    return Finding(
        identity, ANALYSIS, _VERDICTS[one.move], sentence, anchors, events, figures, (("pair", pair),), (_STEPS,)
    )


def _distinct(one: Described) -> list[Word]:
    return list(dict.fromkeys(word for word, _ in one.words))


def _words(words: Sequence[tuple[Word, Anchor]]) -> str:
    return _quoted(dict.fromkeys(anchor.quote for _, anchor in words))


def _quoted(words: Iterable[str]) -> str:
    return ", ".join(f"“{word}”" for word in words)


def _finding(  # noqa: PLR0913, PLR0917
    verdict: str,
    sentence: str,
    anchors: tuple[Anchor, ...],
    figures: Pairs,
    parameters: Pairs,
    caveats: tuple[str, ...],
) -> Finding:
    identity = content_id("fi", ANALYSIS, sentence, *(anchor.id for anchor in anchors))
    return Finding(identity, ANALYSIS, verdict, sentence, anchors, (), figures, parameters, caveats)
