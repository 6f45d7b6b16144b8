"""Sayings of English and Chinese: the speaker before the verb and the words after it, or the words first."""

import re

from dragoman.extraction.speech.english import (
    english_phrase,
    name_after,
    no_speech,
    same_subject,
    verb_first,
    words_told,
)
from dragoman.extraction.speech.phrases import last_break, mentions_to, trimmed
from dragoman.extraction.speech.quotations import Layout
from dragoman.extraction.speech.saying import Saying, end_before, opened, quoted_words, tidy
from dragoman.extraction.speech.tongue import Verb
from dragoman.extraction.speech.voices import Voices

_REACH = {"en": 260, "zh": 100}
_SHORTEST = {"en": 8, "zh": 4}  # characters of a quotation that is no mere expression


def read_forward(voices: Voices, layout: Layout, match: re.Match[str], floor: int) -> Saying | None:
    """The saying of a verb found by `speech`; `floor` is where the verb before it in the sentence ended."""
    text, tongue = voices.text, voices.tongue
    verb, line = match.span(), tongue.verb(match)
    sentence = layout.sentence(verb[0])
    floor = max(floor, sentence[0])
    carried = "carried" in line.marks
    if tongue.language == "en":
        if line.marks & {"after", "quotes"}:
            return name_after(voices, line, verb, sentence)
        if no_speech(voices, match, floor):
            return None
        inverted = verb_first(voices, layout, line, verb, sentence)
        if inverted is not None:
            return inverted
        carried = carried or (floor > sentence[0] and same_subject(voices, floor, verb[0]))
    start, end = (verb[0], verb[0]) if carried else _phrase(voices, floor, verb, sentence[1])
    voice = voices.voice(start, end)
    if voice is None and (start < end or text[end : verb[0]].strip()) and not (carried or "outlet" in line.marks):
        return None
    clause = voice.start if voice else verb[0]
    addressees = _addressees(voices, line, end, verb)
    said = _said(voices, layout, (line, verb, sentence), clause)
    if said is None:
        return None
    return Saying(line, verb, sentence, clause, voice, said[0], said[1], addressees)


def _said(
    voices: Voices, layout: Layout, spoken: tuple[Verb, tuple[int, int], tuple[int, int]], clause: int
) -> tuple[tuple[int, int], bool] | None:
    """The words said, and whether they are quoted; None where there are none. `spoken`: line, verb and sentence."""
    line, verb, sentence = spoken
    text, language = voices.text, voices.tongue.language
    if "opens" in line.marks:
        return opened(voices, verb, sentence[1]), True
    before = layout.closing(end_before(text, clause))
    if before and _mere_words(text, before, sentence[0]):
        before = None
    rest = text[verb[1] : sentence[1]].strip(" ,，。.;；")
    start = words_told(voices, verb[1], sentence[1]) if "tells" in line.marks else verb[1]
    ended = (
        language == "en"
        and not line.marks & {"carried", "needs"}
        and voices.tongue.clause["ends_after"].match(text, start, sentence[1])
    )
    if before and (ended or not rest or "tells" in line.marks or text[verb[1] : verb[1] + 1] in "，。,."):
        return quoted_words(text, before), True
    if ended and text[sentence[0] : clause].strip() in ("As", "as"):
        said = tidy(text, ended.end(), sentence[1])
        return (said, False) if said[0] < said[1] else None
    if ended and sentence[0] < clause:
        said = tidy(text, sentence[0], clause)
        return (said, False) if " " in text[slice(*said)] else None
    gap = voices.tongue.gap.match(text, start, sentence[1])
    start = gap.end() if gap else start
    quoted = layout.opening(start)
    long = quoted and (text[start - 1] in ":：" or quoted[1] - quoted[0] - 2 >= _SHORTEST[language])
    if quoted and long and _closes(text, quoted, sentence[1]):
        return quoted_words(text, quoted), True
    stop = voices.tongue.stop.search(text, start, sentence[1])
    said = tidy(text, start, stop.start() if stop else sentence[1])
    return (said, False) if said[1] - said[0] >= 2 else None


def _mere_words(text: str, quoted: tuple[int, int], start: int) -> bool:
    """Whether a quotation is one or two words that end a longer clause (someone's "provocation", it says)."""
    return " " in text[start : quoted[0]].strip() and text[slice(*quoted)].count(" ") <= 1


def _closes(text: str, quoted: tuple[int, int], end: int) -> bool:
    """Whether a quotation is the whole of what is said: the sentence ends with it, or goes on after a comma."""
    after = text[quoted[1] : quoted[1] + 1]
    return quoted[1] >= end or (after in "，。；,.;\n " and text[quoted[1] - 2] in "。！？.!?,，…")


def _addressees(voices: Voices, line: Verb, start: int, verb: tuple[int, int]) -> tuple[str, ...]:
    found = [mention.entity for mention in mentions_to(voices, start, verb[0])]
    if line.marks & {"tells"}:
        found += [one.entity for one in voices.between(verb[1], verb[1] + 40)[:1] if one.start - verb[1] <= 5]
    return tuple(dict.fromkeys(found))


def _phrase(voices: Voices, floor: int, verb: tuple[int, int], stop: int) -> tuple[int, int]:
    """Where the words of the speaker stand before a verb."""
    begin = last_break(voices, floor, verb[0], _REACH[voices.tongue.language])
    start, end = trimmed(voices, begin, verb[0])
    return english_phrase(voices, start, end, verb[1], stop) if voices.tongue.language == "en" else (start, end)
