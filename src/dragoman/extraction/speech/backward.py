"""Sayings of Japanese and Korean: the speaker marked by a particle, the words said before the verb."""

import re
from collections.abc import Iterator, Sequence

from dragoman.extraction.speech.phrases import mentions_to
from dragoman.extraction.speech.quotations import Layout
from dragoman.extraction.speech.saying import Saying, end_before, opened, tidy
from dragoman.extraction.speech.tongue import Verb
from dragoman.extraction.speech.voices import Voice, Voices
from dragoman.model import Mention

_REACH = 400  # characters before a verb in which its speaker is looked for
_WORDS = {"ja": re.compile(r"[^、。「」『』\n（）()]*$"), "ko": re.compile(r"[^,.“”\"\n()]*$")}
_CLOSERS = '」』”’"'


def read_backward(voices: Voices, layout: Layout, match: re.Match[str], floor: int, inner: bool) -> Saying | None:
    """The saying of a verb found by `speech`; `floor` is where the verb before it in the sentence ended.

    `inner`: another verb right after it reports it, so the first topic of the sentence is that one's.
    """
    text, line = voices.text, voices.tongue.verb(match)
    verb = match.span()
    sentence = layout.sentence(verb[0])
    begin = max(floor, sentence[0], verb[0] - _REACH)
    chained = begin == floor and voices.tongue.chained.search(text, sentence[0], floor) is not None
    voice, end = (None, begin) if chained else _speaker(voices, layout, begin, verb[0], inner)
    clause = voice.start if voice else begin
    quoted = _quotation(voices, layout, line, (end, verb[0]), clause)
    told = [] if chained else [one for one in mentions_to(voices, end, verb[0]) if one.start < end + 60]
    addressees = tuple(dict.fromkeys(one.entity for one in told))
    if "opens" in line.marks:
        words = opened(voices, verb, sentence[1])
        return Saying(line, verb, sentence, clause, voice, words, True, addressees) if voice else None
    if quoted is not None:
        said = quoted[0] + 1, quoted[1] - 1
        return Saying(line, verb, sentence, min(clause, quoted[0]), voice, said, True, addressees)
    said = _reported(voices, end, verb[0], told)
    if said[1] - said[0] < 2 or "behind" in line.marks:
        return None
    return Saying(line, verb, sentence, clause, voice, said, False, addressees)


def _reported(voices: Voices, end: int, verb: int, told: Sequence[Mention]) -> tuple[int, int]:
    """The words between the topic and the verb, without the time, the place and the one who is told."""
    text, tongue = voices.text, voices.tongue
    gap = tongue.gap.match(text, end, verb)
    first = gap.end() if gap else end
    if told and told[0].start <= first + 1:
        marked = tongue.addressee.search(text, told[0].end, verb)
        first = marked.end() if marked else first
    copula = tongue.tail.search(text[first:verb])
    return tidy(text, first, first + copula.start() if copula else verb)


def _quotation(
    voices: Voices, layout: Layout, line: Verb, between: tuple[int, int], clause: int
) -> tuple[int, int] | None:
    """The quotation that is all that is said: right before the verb, before its object, or before the sentence."""
    text, (end, verb) = voices.text, between
    if "behind" in line.marks:
        before = layout.closing(end_before(text, clause)) or layout.closing(end_before(text, layout.sentence(verb)[0]))
        return before if before and before[1] - before[0] > 3 else None
    closed = verb if text[verb - 1 : verb] in _CLOSERS else _closed_before(voices, verb)
    quoted = layout.closing(closed)
    if quoted is None and (marked := voices.tongue.quoted.search(text, end, verb)):
        quoted = layout.closing(marked.start() + 1)
    if quoted is None or quoted[0] < end or not _whole(voices, end, quoted[0]):
        return None
    return quoted


def _closed_before(voices: Voices, verb: int) -> int:
    """The end of a quotation that only a particle parts from the verb (「…」とし, "…"라고)."""
    place = verb
    while place > 0 and verb - place < 3 and voices.text[place - 1] not in _CLOSERS:
        place -= 1
    return place


def _whole(voices: Voices, end: int, opening: int) -> bool:
    """Whether a quotation is all that is said: nothing but a comma, time or place stands before it."""
    between = voices.text[end:opening].strip(" 、,")
    if len(between) > 40:
        return False
    return not between.endswith(tuple("のはがを")) or between.endswith(("ついては", "関しては", "対しては"))


def _speaker(voices: Voices, layout: Layout, begin: int, verb: int, inner: bool) -> tuple[Voice | None, int]:
    """The topic or subject of a clause that can speak, and where the clause goes on after it."""
    options = list(_topics(voices, layout, begin, verb))
    if options and not inner and voices.tongue.opener.fullmatch(voices.text, options[0][0].end, options[0][1]):
        return options[0]
    spoken = [(voice, end) for voice, end in options if voice.kind != "other"] or options
    if not spoken:
        return None, begin
    return spoken[-1] if inner else spoken[0]


def _topics(voices: Voices, layout: Layout, begin: int, verb: int) -> Iterator[tuple[Voice, int]]:
    text, language, owner = voices.text, voices.tongue.language, layout.owner(verb)
    floor = begin
    for particle in voices.tongue.topic.finditer(text, begin, verb):
        if layout.owner(particle.start()) != owner or voices.inside_name(particle.start()):
            continue
        words = _WORDS[language].search(text, max(floor, particle.start() - 60), particle.start())
        start = words.start() if words else floor
        if source := voices.tongue.sources.search(text, start, particle.start()):
            start = source.end()
        voice = _noun(voices, _led(voices, start, particle.start()), particle.start())
        if voice is not None or voices.tongue.opener.match(text, particle.start(), particle.end()):
            floor = particle.end()
        if voice is not None:
            yield voice, floor


def _led(voices: Voices, start: int, end: int) -> int:
    """Where a phrase begins, after the words that may lead in."""
    while (lead := voices.tongue.lead.match(voices.text, start, end)) and lead.end() > start:
        start = lead.end()
    return start


def _noun(voices: Voices, start: int, end: int) -> Voice | None:
    """The voice at the end of a stretch of words: the name there with all that belongs to it."""
    inside = voices.between(start, end)
    for first in ([inside[0].start] if inside else []) + [start]:
        voice = voices.voice(first, end)
        if voice is not None:
            return voice
    if voices.tongue.language == "ko":
        begin = max(start, voices.text.rfind(" ", start, end) + 1)
        return voices.voice(begin, end)
    return None


def read_sources(
    voices: Voices, layout: Layout
) -> Iterator[tuple[tuple[int, int], tuple[int, int], Voice, tuple[int, int]]]:
    """Where a source is named by a phrase (KCNAによると): its words, its sentence, its voice, and what it says."""
    text, language = voices.text, voices.tongue.language
    for match in voices.tongue.sources.finditer(text):
        sentence = layout.sentence(match.start())
        words = _WORDS[language].search(text, max(sentence[0], match.start() - 60), match.start())
        start = words.start() if words else sentence[0]
        voice = _noun(voices, _led(voices, start, match.start()), match.start())
        said = tidy(text, match.end(), sentence[1])
        if voice is not None and said[0] < said[1]:
            yield match.span(), sentence, voice, said
