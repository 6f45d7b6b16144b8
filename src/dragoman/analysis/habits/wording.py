"""What each speaker calls what is disputed: the share of each name, and where a speaker leaves its own habit.

The names are those of the gazetteer: the forms of `contested.yaml` and the row's other names in the language. A name
inside a longer one (台湾 in 台湾当局) counts as the longer, and going from one to the other is no departure; a question
is not the speaker's word.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.analysis.formulations import Settings, Text
from dragoman.analysis.formulations.counting import Matcher, matcher
from dragoman.analysis.formulations.texts import period, register_at
from dragoman.analysis.omissions.chances import Chance, chance_of_phrase
from dragoman.gazetteer import Gazetteer
from dragoman.model import Anchor

FEWEST = 5  # earlier documents that name the thing, for a name to be a habit
SHARE = 0.9  # of them that use the name; the other name may stand in no more than the rest of them


@dataclass(frozen=True, slots=True)
class NameUse:
    """In how many of a speaker's documents that name a thing (`of`) it uses this name; `first` is its first place.

    `speaker` is the outlet; `by` are the ids of those whose official texts use the name, as far as is known.
    """

    of_what: str
    speaker: str
    language: str
    name: str
    documents: int
    of: int
    by: tuple[str, ...]
    first: Anchor


@dataclass(frozen=True, slots=True)
class NameDeparture:
    """A document in which a speaker leaves a name that `used` of its `of` earlier documents on the thing used.

    `place` is the name that stands there instead, `stood` the last place of the habit; `before` counts the earlier
    documents that used the other name.
    """

    of_what: str
    speaker: str
    habit: str
    used: int
    of: int
    place: Anchor
    stood: Anchor
    before: int
    published: str
    chance: Chance


@dataclass(frozen=True, slots=True)
class _Naming:
    """One document: the first place of each name that it uses for one thing."""

    text: Text
    places: dict[str, tuple[int, int]]

    def anchor(self, name: str) -> Anchor:
        start, end = self.places[name]
        return Anchor(self.text.document, start, end, self.text.text[start:end])


def name_uses(texts: Sequence[Text], things: Sequence[str], known: Gazetteer) -> list[NameUse]:
    """The names that speakers use for disputed things, by thing and speaker, the most used first."""
    found = []
    for (thing, speaker, language), namings in sorted(_namings(texts, things, known).items()):
        forms = {form.form: form.speakers for form in known.forms(thing)}
        names = sorted({name for naming in namings for name in naming.places})
        counts = {name: sum(name in naming.places for naming in namings) for name in names}
        for name in sorted(names, key=lambda one: (-counts[one], one)):
            first = next(naming for naming in namings if name in naming.places)
            found.append(
                NameUse(
                    thing, speaker, language, name, counts[name], len(namings), forms.get(name, ()), first.anchor(name)
                )
            )
    return found


def name_departures(texts: Sequence[Text], things: Sequence[str], known: Gazetteer) -> list[NameDeparture]:
    """Where speakers leave their habit, the least likely accident first; undated texts are left out.

    The chance is the rule of succession (Jeffreys) over the speaker's earlier documents that name the thing.
    """
    found = [
        one for key, namings in sorted(_namings(texts, things, known).items()) for one in _departures(key, namings)
    ]
    return sorted(found, key=lambda one: (one.chance.value, one.before, one.published, one.place))


def _departures(key: tuple[str, str, str], namings: Sequence[_Naming]) -> Iterator[NameDeparture]:
    dated = [one for one in namings if period(one.text.published)]
    dated.sort(key=lambda one: (period(one.text.published), one.text.document))
    for at in range(FEWEST, len(dated)):
        now, earlier = dated[at], dated[:at]
        for habit in sorted({name for one in earlier for name in one.places} - now.places.keys()):
            having = [one for one in earlier if habit in one.places]
            if len(having) < SHARE * at:
                continue
            if any(habit in name or name in habit for name in now.places):
                continue
            before = {name: sum(name in one.places for one in earlier) for name in now.places}
            other = min(now.places, key=lambda name: (before[name], now.places[name]))
            if before[other] > (1 - SHARE) * at:
                continue
            yield NameDeparture(
                key[0], key[1], habit, len(having), at, now.anchor(other), having[-1].anchor(habit), before[other],
                now.text.published or "", chance_of_phrase(at, at - len(having)),
            )  # fmt: skip


def _namings(
    texts: Sequence[Text], things: Sequence[str], known: Gazetteer
) -> dict[tuple[str, str, str], list[_Naming]]:
    """(thing, speaker, language) to the documents that name it, in the order given."""
    found: defaultdict[tuple[str, str, str], list[_Naming]] = defaultdict(list)
    ready: dict[str, tuple[Matcher, dict[str, list[str]]]] = {}
    for text in texts:
        if text.language not in ready:
            named = _names(things, text.language, known)
            ready[text.language] = matcher(named), named
        sought, named = ready[text.language]
        places: defaultdict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
        for name, start, end in _longest(sought, text):
            for thing in named[name]:
                places[thing].setdefault(name, (start, end))
        for thing, some in places.items():
            found[thing, text.outlet, text.language].append(_Naming(text, some))
    return found


def _names(things: Sequence[str], language: str, known: Gazetteer) -> dict[str, list[str]]:
    """The names in a language to the things they name."""
    named: defaultdict[str, list[str]] = defaultdict(list)
    for thing in things:
        forms = [form.form for form in known.forms(thing) if form.language.split("-")[0] == language]
        more = known.entity(thing).names.get(language, ()) if thing in known and forms else ()
        for name in dict.fromkeys((*forms, *more)):
            named[name].append(thing)
    return dict(named)


def _longest(sought: Matcher, text: Text) -> Iterator[tuple[str, int, int]]:
    """The names in a text's own words, none inside another; in letters, whole words only."""
    done = 0
    hits = sorted(sought.hits(text.text), key=lambda hit: (hit[1], -hit[2]))
    for number, start, end in hits:
        if (
            start < done
            or register_at(text.passages, start) in Settings().left_out
            or not _whole(text.text, start, end)
        ):
            continue
        done = end
        yield sought.phrases[number], start, end


def _whole(text: str, start: int, end: int) -> bool:
    """
    >>> _whole("the ROK side", 4, 7), _whole("BROKEN", 1, 4), _whole("访问朝鲜", 2, 4)
    (True, False, True)
    """
    before, after = text[start - 1 : start], text[end : end + 1]
    return not any(
        beside.isascii() and beside.isalnum() and edge.isascii() and edge.isalnum()
        for beside, edge in ((before, text[start]), (after, text[end - 1]))
    )
