"""One verb of speech with its speaker and the words said, before the statements of a text are joined."""

from dataclasses import dataclass, replace

from dragoman.extraction.speech.tongue import Verb
from dragoman.extraction.speech.voices import Voice, Voices

_BLANK = " \t\u3000,，、:：;；\n。."
_CONJUNCTIONS = ("并且", "并", "並", "同时", "同時", "而", "但", " and", " but", " while", " as")


@dataclass(frozen=True, slots=True)
class Saying:
    """A verb of speech at text[verb[0]:verb[1]] in the sentence text[sentence[0]:sentence[1]].

    `start` is where its clause begins. `voice` is None where the clause names nobody.
    """

    line: Verb
    verb: tuple[int, int]
    sentence: tuple[int, int]
    start: int
    voice: Voice | None
    said: tuple[int, int]
    direct: bool
    addressees: tuple[str, ...] = ()


def opened(voices: Voices, verb: tuple[int, int], sentence_end: int) -> tuple[int, int]:
    """What a speaker says after "gave the following answer": to the end of the text, or where another is so opened."""
    return tidy(voices.text, sentence_end, voices.opening(verb[1]))


def shortened(text: str, saying: Saying, end: int) -> Saying:
    """The saying with its words ending before `end`, where another saying begins."""
    return replace(saying, said=tidy(text, saying.said[0], end))


def tidy(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without blanks, commas and conjunctions at its ends."""
    while start < end and text[start] in _BLANK:
        start += 1
    while True:
        while end > start and text[end - 1] in _BLANK:
            end -= 1
        joined = next((word for word in _CONJUNCTIONS if text.endswith(word, start, end)), "")
        if not joined:
            return start, end
        end -= len(joined)


def quoted_words(text: str, quotation: tuple[int, int]) -> tuple[int, int]:
    """What stands between the marks, without the comma that English sets before the closing one."""
    start, end = quotation[0] + 1, quotation[1] - 1
    while end > start + 1 and text[end - 1] in ", ，":
        end -= 1
    return start, end


def end_before(text: str, place: int) -> int:
    """The end of what stands before a place, blanks and commas left out."""
    while place > 0 and text[place - 1] in " ,，。\n\u3000":
        place -= 1
    return place
