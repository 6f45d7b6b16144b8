"""Sayings of English and Chinese: the speaker before the verb and the words after it, or the words first."""

import re

from dragoman.extraction.speech.phrases import last_break, mentions_to, trimmed
from dragoman.extraction.speech.quotations import Layout
from dragoman.extraction.speech.saying import Saying, tidy
from dragoman.extraction.speech.tongue import Verb
from dragoman.extraction.speech.voices import Voices

_REACH = {"en": 260, "zh": 100}
_SHORTEST = {"en": 8, "zh": 4}  # characters of a quotation that is no mere expression
_ENDS_AFTER = re.compile(
    r"(?: (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"| (?:on|in|at|to|during|after|with|through)\s[^,.;:\n]{2,60}?)?"
    r"(?:[.;\n]|,(?!\s*[\"“])|\s*$)"
)
_ASKED_OF = re.compile(r"[^,.;:\n]{2,60}?(?= as saying)")
_AFTER_NAME = re.compile(r"\s*(?!that\b|in\b|it\b|they\b|there\b)([^,.;:\n“”\"]{2,120}?)(?=[,.;\n]|\s*$)")
_RIGHT_CLAUSE = re.compile(
    r"\b(?:and|but|while|as|because|when|that|where|which|who|so|though|although|if|since)\s+"
    r"(?=[A-Z]|the |he |she |they |it )"
)
_VERB_LIKE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|can|could|\w{3,}ed)\b")
_BE = re.compile(r"\b(?:is|are|was|were|be|been|being|as)\s+(?:also\s+|\w+ly\s+)?$")
_LISTED = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Ltd|Inc|Jr")
_SAME_SUBJECT = re.compile(r"\band\s+(?:\w+ly\s+|also\s+|then\s+)?$")
_NEVER = re.compile(r"\b(?:not|never|n['’]t)\s+(?:\w+\s+)?$")
_NO_SAY = re.compile(r"\b(?:to|would|can|could|must|not|let|me|should|may|might|need|needs|us|dare|don't|never)\s+$")


def read_forward(voices: Voices, layout: Layout, match: re.Match[str], floor: int) -> Saying | None:
    """The saying of a verb found by `speech`; `floor` is where the verb before it in the sentence ended."""
    text, tongue = voices.text, voices.tongue
    verb, line = match.span(), tongue.verb(match)
    sentence = layout.sentence(verb[0])
    floor = max(floor, sentence[0])
    if tongue.language == "en":
        if line.marks & {"after", "quotes"}:
            return _name_after(voices, line, verb, sentence)
        passive = "quoted" not in match[0] and _BE.search(text, max(floor, verb[0] - 20), verb[0])
        if (
            passive
            or _NEVER.search(text, max(0, verb[0] - 24), verb[0])
            or (match[0] == "say" and _NO_SAY.search(text, max(0, verb[0] - 12), verb[0]))
        ):
            return None
        inverted = _inverted(voices, layout, line, verb, sentence)
        if inverted is not None:
            return inverted
    carried = "carried" in line.marks or (
        floor > sentence[0] and _SAME_SUBJECT.search(text, max(floor, verb[0] - 30), verb[0])
    )
    start, end = (verb[0], verb[0]) if carried else _phrase(voices, floor, verb[0], sentence[1], verb[1])
    voice = voices.voice(start, end)
    if voice is None and (start < end or text[end : verb[0]].strip()) and not (carried or "outlet" in line.marks):
        return None
    clause = voice.start if voice else verb[0]
    addressees = _addressees(voices, line, end, verb)
    said = _said(voices, layout, (line, verb, sentence), clause)
    if said is None:
        return None
    return Saying(line, verb, sentence, clause, voice, said[0], said[1], addressees)


def _phrase(voices: Voices, floor: int, verb: int, stop: int, after: int) -> tuple[int, int]:
    """Where the words of the speaker stand before a verb."""
    begin = last_break(voices, floor, verb, _REACH[voices.tongue.language])
    start, end = trimmed(voices, begin, verb)
    if voices.tongue.language != "en":
        return start, end
    text = voices.text
    if text[end - 1 : end] == ",":  # "Kim, director of the office, said"
        return _apposed(text, _clause(text, start, end), end - 1)
    if _ENDS_AFTER.match(text, after, stop) is None:
        start = _clause(text, start, end)
    own = text.rfind(", ", start, end)
    return trimmed(voices, own + 2, end) if own > 0 else (start, end)


def _apposed(text: str, start: int, end: int) -> tuple[int, int]:
    """The name that the last words between commas are about: the nearest piece that opens with a capital."""
    while (comma := text.rfind(", ", start, end)) > 0:
        if text[comma + 2].isupper() and text[comma + 2 : end].find(",") < 0 and not _LISTED.match(text, comma + 2):
            return comma + 2, end
        end = comma
    return start, end


def _clause(text: str, start: int, end: int) -> int:
    """Where the last clause of text[start:end] begins, after a conjunction that parts it from another."""
    right = list(_RIGHT_CLAUSE.finditer(text, start, end))
    if right and (right[-1][0].strip() not in ("and", "as") or _VERB_LIKE.search(text, start, right[-1].start())):
        return right[-1].end()
    return start


def _said(
    voices: Voices, layout: Layout, spoken: tuple[Verb, tuple[int, int], tuple[int, int]], clause: int
) -> tuple[tuple[int, int], bool] | None:
    """The words said, and whether they are quoted; None where there are none. `spoken`: line, verb and sentence."""
    line, verb, sentence = spoken
    text, language = voices.text, voices.tongue.language
    before = layout.closing(_before(text, clause))
    rest = text[verb[1] : sentence[1]].strip(" ,，。.;；")
    ended = language == "en" and not line.marks & {"carried", "needs"} and _ENDS_AFTER.match(text, verb[1], sentence[1])
    if before and (ended or not rest or "tells" in line.marks or text[verb[1] : verb[1] + 1] in "，。,."):
        return _quoted(text, before), True
    if ended and text[sentence[0] : clause].strip() in ("As", "as"):
        said = tidy(text, ended.end(), sentence[1])
        return (said, False) if said[0] < said[1] else None
    if ended and sentence[0] < clause:
        said = tidy(text, sentence[0], clause)
        return (said, False) if " " in text[slice(*said)] else None
    start = verb[1]
    if line.marks & {"tells"} and (told := _told(voices, verb[1], sentence[1])):
        start = told
    gap = voices.tongue.gap.match(text, start, sentence[1])
    start = gap.end() if gap else start
    quoted = layout.opening(start)
    if quoted and quoted[1] - quoted[0] - 2 >= _SHORTEST[language] and _closes(text, quoted, sentence[1]):
        return _quoted(text, quoted), True
    stop = voices.tongue.stop.search(text, start, sentence[1])
    said = tidy(text, start, stop.start() if stop else sentence[1])
    return (said, False) if said[1] - said[0] >= 2 else None


def _quoted(text: str, quotation: tuple[int, int]) -> tuple[int, int]:
    """What stands between the marks, without the comma that English sets before the closing one."""
    start, end = quotation[0] + 1, quotation[1] - 1
    while end > start + 1 and text[end - 1] in ", ，":
        end -= 1
    return start, end


def _closes(text: str, quoted: tuple[int, int], end: int) -> bool:
    """Whether a quotation is the whole of what is said: the sentence ends with it, or goes on after a comma."""
    after = text[quoted[1] : quoted[1] + 1]
    return quoted[1] >= end or (after in "，。；,.;\n " and text[quoted[1] - 2] in "。！？.!?,，…")


def _before(text: str, place: int) -> int:
    """The end of what stands before a place, blanks and commas left out."""
    while place > 0 and text[place - 1] in " ,，\n\u3000":
        place -= 1
    return place


def _told(voices: Voices, start: int, stop: int) -> int:
    """Where the words told begin, after the one who is told."""
    inside = voices.between(start, min(stop, start + 60))
    if inside and inside[0].start - start <= 5:
        return inside[0].end
    pause = re.compile(r"\s(?:(?:the|a|an)\s)?[\w' ]{1,40}?(?=\s(?:that|in|on|at|during)\b|[,:])").match(
        voices.text, start, stop
    )
    return pause.end() if pause else start


def _addressees(voices: Voices, line: Verb, start: int, verb: tuple[int, int]) -> tuple[str, ...]:
    found = [mention.entity for mention in mentions_to(voices, start, verb[0])]
    if line.marks & {"tells"}:
        found += [one.entity for one in voices.between(verb[1], verb[1] + 40)[:1] if one.start - verb[1] <= 5]
    return tuple(dict.fromkeys(found))


def _inverted(
    voices: Voices, layout: Layout, line: Verb, verb: tuple[int, int], sentence: tuple[int, int]
) -> Saying | None:
    """A quotation or clause with the verb before its speaker: "…," said Wang."""
    text = voices.text
    before = _before(text, verb[0])
    quoted = layout.closing(before)
    comma = text[before : before + 1] in (",", "，")
    if not (quoted or comma) or line.marks & {"carried", "needs", "joint", "tells"}:
        return None
    name = _AFTER_NAME.match(text, verb[1], max(sentence[1], verb[1]))
    voice = voices.voice(*trimmed(voices, *name.span(1))) if name else None
    if voice is None or (
        voice.kind == "other" and not (quoted or text[voice.start : voice.start + 3] in ("an ", "the", "a s"))
    ):
        return None
    said = _quoted(text, quoted) if quoted else tidy(text, sentence[0], before)
    if said[0] >= said[1]:
        return None
    start = quoted[0] if quoted else said[0]
    return Saying(line, verb, (min(start, sentence[0]), sentence[1]), start, voice, said, quoted is not None)


def _name_after(voices: Voices, line: Verb, verb: tuple[int, int], sentence: tuple[int, int]) -> Saying | None:
    """ "According to Yonhap, …" and "… quoted a minister as saying …"."""
    text = voices.text
    pattern = _ASKED_OF if "quotes" in line.marks else _AFTER_NAME
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
