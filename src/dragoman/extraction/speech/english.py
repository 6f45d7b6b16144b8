"""How English sets a speaker: in apposition, after the verb, or in a phrase of its own."""

import re

from dragoman.extraction.speech.phrases import trimmed
from dragoman.extraction.speech.quotations import Layout
from dragoman.extraction.speech.saying import Saying, end_before, quoted_words, tidy
from dragoman.extraction.speech.tongue import Verb
from dragoman.extraction.speech.voices import Voices


def no_speech(voices: Voices, match: re.Match[str], floor: int) -> bool:
    """Whether a verb found by `speech` is passive, negated or only wished for."""
    text, clause, start = voices.text, voices.tongue.clause, match.start()
    if "quoted" not in match[0] and clause["passive"].search(text, max(floor, start - 20), start):
        return True
    if clause["never"].search(text, max(0, start - 24), start):
        return True
    return match[0] == "say" and clause["no_speech"].search(text, max(0, start - 12), start) is not None


def same_subject(voices: Voices, floor: int, verb: int) -> bool:
    """Whether a verb is joined to the one before it ("welcomes … and calls for")."""
    return voices.tongue.clause["same_subject"].search(voices.text, max(floor, verb - 30), verb) is not None


def english_phrase(voices: Voices, start: int, end: int, after: int, stop: int) -> tuple[int, int]:
    """The speaker in the words text[start:end] before a verb that ends at `after`."""
    text = voices.text
    if text[end - 1 : end] == ",":  # "Kim, director of the office, said"
        return _apposed(voices, _clause(voices, start, end), end - 1)
    if voices.tongue.clause["ends_after"].match(text, after, stop) is None:
        start = _clause(voices, start, end)
    own = text.rfind(", ", start, end)
    return trimmed(voices, own + 2, end) if own > 0 else (start, end)


def _apposed(voices: Voices, start: int, end: int) -> tuple[int, int]:
    """The name that the last words between commas are about: the nearest piece that opens with a capital."""
    text, last = voices.text, end
    while (comma := text.rfind(", ", start, last)) > 0:
        piece = text[comma + 2 : last]
        if piece[:1].isupper() and not voices.tongue.clause["no_name"].match(piece):
            return comma + 2, last
        last = comma
    return start, last


def _clause(voices: Voices, start: int, end: int) -> int:
    """Where the last clause of text[start:end] begins, after a conjunction that parts it from another."""
    right = list(voices.tongue.clause["new_clause"].finditer(voices.text, start, end))
    if not right:
        return start
    parts = right[-1][0].strip() not in ("and", "as")
    if parts or voices.tongue.clause["verb"].search(voices.text, start, right[-1].start()):
        return right[-1].end()
    return start


def words_told(voices: Voices, start: int, stop: int) -> int:
    """Where the words told begin, after the one who is told."""
    inside = voices.between(start, min(stop, start + 60))
    if inside and inside[0].start - start <= 5:
        return inside[0].end
    pause = re.compile(r"\s(?:(?:the|a|an)\s)?[\w' ]{1,40}?(?=\s(?:that|in|on|at|during)\b|[,:.])").match(
        voices.text, start, stop
    )
    return pause.end() if pause else start


def verb_first(
    voices: Voices, layout: Layout, line: Verb, verb: tuple[int, int], sentence: tuple[int, int]
) -> Saying | None:
    """A quotation or clause with the verb before its speaker: "…," said Wang."""
    text = voices.text
    before = end_before(text, verb[0])
    quoted = layout.closing(before)
    comma = text[before : before + 1] in (",", "，")
    if not (quoted or comma) or line.marks & {"carried", "needs", "joint", "tells"}:
        return None
    name = voices.tongue.clause["name_after"].match(text, verb[1], max(sentence[1], verb[1]))
    voice = voices.voice(*trimmed(voices, *name.span(1))) if name else None
    if voice is None or (
        voice.kind == "other" and not (quoted or text[voice.start : voice.start + 3] in ("an ", "the", "a s"))
    ):
        return None
    said = quoted_words(text, quoted) if quoted else tidy(text, sentence[0], before)
    if said[0] >= said[1]:
        return None
    start = quoted[0] if quoted else said[0]
    return Saying(line, verb, (min(start, sentence[0]), sentence[1]), start, voice, said, quoted is not None)


def name_after(voices: Voices, line: Verb, verb: tuple[int, int], sentence: tuple[int, int]) -> Saying | None:
    """ "According to Yonhap, …" and "… quoted a minister as saying …"."""
    text = voices.text
    pattern = voices.tongue.clause["quoted_name"] if "quotes" in line.marks else voices.tongue.clause["name_after"]
    name = pattern.match(text, verb[1], sentence[1])
    if name is None:
        return None
    start = name.end() - len(name[0].lstrip())
    voice = voices.voice(start, name.end())
    if voice is None or (voice.kind == "other" and not voices.tongue.voice.search(voice.text)):
        return None
    if "quotes" in line.marks:
        gap = voices.tongue.gap.match(text, name.end(), sentence[1])
        said = tidy(text, gap.end() if gap else name.end(), sentence[1])
    elif text[sentence[0] : verb[0]].strip(' "“'):
        said = tidy(text, sentence[0], verb[0])
    else:
        said = tidy(text, name.end(), sentence[1])
    if said[0] >= said[1]:
        return None
    return Saying(line, verb, sentence, min(verb[0], said[0]), voice, said, False)
