"""Where the subject and the object of an act stand in its sentence."""

import re
from collections.abc import Sequence

from dragoman.extraction.grammar import load_grammar
from dragoman.extraction.protocol.acts import Act, core
from dragoman.extraction.protocol.people import People, Somebody
from dragoman.extraction.speech.phrases import last_break, trimmed
from dragoman.extraction.speech.voices import Voices

_LONGEST = 90  # characters of the words of an occasion or a document


def subject(
    people: People, voices: Voices, sentence: tuple[int, int], place: int, before: tuple[int, Sequence[Somebody]]
) -> list[Somebody]:
    """Who acts, as the clause before `place` names them, else the subject of an earlier clause.

    `before` is where the act before it in the sentence ended, and who acted there.
    """
    if people.verb_last:
        found = _marked(people, voices, sentence, place) or list(before[1])
        return [*found, *_partners(people, voices, found, place)] if found else []
    floor = max(before[0], sentence[0])
    begin = last_break(voices, floor, place, 400)
    start, end = trimmed(voices, begin, place)
    start = max([start, *(cut.end() for cut in people.lists.clause.finditer(people.text, start, end))])
    if people.text[max(start, place - 6) : place].rstrip().endswith(", who"):
        return nearest_of(people, people.listed(start, people.text.rfind(",", start, place)))
    if _pronoun(people, max(start, place - 20), place):
        return []
    end = _without_tail(people, start, end)
    joined = people.lists.joined.match(people.text, end, place)
    partners = people.listed(joined.start() + 1, joined.end()) if joined else []
    found = people.listed(start, end) or _leaders(people, voices, start, end)
    if found or people.text[start:end].strip(" ,、并並也還还and"):
        return found + partners
    if before[1]:
        return [*before[1], *partners]
    party = voices.subject_before(sentence[0], place)
    return [Somebody(party.start, party.end, party.entities[0]), *partners] if party and party.entities else partners


def _without_tail(people: People, start: int, end: int) -> int:
    """Where somebody's words end before the time and place that follow them; names are left whole (文在寅)."""
    place = start + 1
    while (tail := people.lists.tail.search(people.text, place, end)) and not people.clear(tail.start()):
        place = tail.start() + 1
    return tail.start() if tail else end


def _pronoun(people: People, start: int, place: int) -> bool:
    """Whether the words before a verb end with a pronoun that is no part of a name (Liu He)."""
    found = people.lists.pronoun.search(people.text[start:place].rstrip())
    return found is not None and people.clear(start + found.start())


def nearest_of(people: People, found: Sequence[Somebody]) -> list[Somebody]:
    """Of those before a verb the last one, with those that are counted up with it."""
    last = list(found[-1:])
    for one in reversed(found[:-1]):
        between = people.text[one.end : last[0].start]
        if not people.lists.separators.fullmatch(between):
            break
        last.insert(0, one)
    return last


def _marked(people: People, voices: Voices, sentence: tuple[int, int], place: int) -> list[Somebody]:
    """Those whom the nearest particle of the subject marks, or the one before it."""
    text = people.text
    particles = [mark for mark in people.lists.subject.finditer(text, sentence[0], place) if people.clear(mark.start())]
    for number in range(len(particles) - 1, -1, -1):
        end = particles[number].start()
        start = particles[number - 1].end() if number else sentence[0]
        for cut in people.lists.boundary.finditer(text, start, end):
            start = cut.end()
        if found := people.listed(start, end) or _leaders(people, voices, start, end):
            return found
        if start > (particles[number - 1].end() if number else sentence[0]):
            return []  # the subject of the clause is somebody unknown, not who acts in the clause before
    return []


def _partners(people: People, voices: Voices, found: Sequence[Somebody], place: int) -> list[Somebody]:
    """Those with whom somebody acts in Japanese and Korean: persons marked by と, 와 or 과 before the verb."""
    trail = load_grammar(voices.tongue.language).trail
    start = found[-1].end
    marked: list[Somebody] = []
    for one in people.persons(start, place):
        after = trail.match(people.text, one.end, place)
        end = after.end() if after else one.end
        if people.lists.partner.match(people.text, end, place):
            marked.append(Somebody(one.start, one.end, one.entity or None))
    return marked


def _leaders(people: People, voices: Voices, start: int, end: int) -> list[Somebody]:
    """The two whom "the two leaders" or "both sides" means, where the text has named them; they stand as it says."""
    while start < end and people.text[start] in " 、,":
        start += 1
    if not voices.tongue.both.fullmatch(people.text, start, end):
        return []
    leaders = [one.entity for one in voices.two_leaders(start)] or voices.two_sides(start, end)
    return [Somebody(start, end, entity) for entity in leaders]


def thing(people: People, act: Act, match: re.Match[str], sentence: tuple[int, int]) -> tuple[int, int] | None:
    """Where the words stand that an act is about: its occasion or document; None where it has none."""
    if "what" in match.re.groupindex:
        return _tidy(people.text, *match.span("what")) if match["what"] else None
    if act.what == "none":
        return None
    start, end = core(match)
    if act.what == "topic":
        return _topic(people, sentence, start)
    if people.verb_last:
        return _object(people, sentence, start)
    if act.what == "before":
        begin = max(sentence[0], start - _LONGEST)
        cut = max(people.text.rfind(mark, begin, start) for mark in "，,。；;：:\n")
        passive = people.lists.passive.search(people.text, max(begin, cut + 1), start)
        return _tidy(people.text, max(begin, cut + 1), passive.start() if passive else start)
    stop = people.lists.stop.search(people.text, end, min(sentence[1], end + _LONGEST))
    return _tidy(people.text, end, stop.start() if stop else min(sentence[1], end + _LONGEST))


def _object(people: People, sentence: tuple[int, int], end: int) -> tuple[int, int] | None:
    words = people.lists.object.search(people.text, max(sentence[0], end - 60), end)
    if words is None:
        return None
    start = words.start()
    for particle in people.lists.subject.finditer(people.text, start, end):
        start = particle.end()
    while (lead := people.lists.day.match(people.text, start, end)) and lead.end() < end:
        start = lead.end()
    return _tidy(people.text, start, end)


def _topic(people: People, sentence: tuple[int, int], place: int) -> tuple[int, int] | None:
    """The occasion named first in the sentence (会談には…が同席した)."""
    for cut in people.lists.boundary.finditer(people.text, sentence[0], place):
        if cut["topic"]:
            return _tidy(people.text, sentence[0], cut.start())
    return None


def _tidy(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start] in " \t\u3000、，,了\n":
        start += 1
    while end > start and text[end - 1] in " \t\u3000、，,。.\n":
        end -= 1
    return (start, end) if end - start >= 2 else None
