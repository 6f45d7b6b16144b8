"""The register of each line: title, body, question, answer, caption, footnote; and the lines joined into passages.

A press conference is told by its form: a line that opens with who asks ("XX记者：", 記者：, 기자:, Question:) is a
question; from the line that opens with who answers on, what follows is the answer, until the next question.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.model import Passage

_ASKS = re.compile(
    r"\s*(?:"
    r"[^：:。！？?!]{0,24}(?:记者|記者)(?:[^：:。！？?!]{0,8})[：:]"
    r"|(?:问|問|追问|追問|质问|質問|提问)[：:]"
    r"|[^:：.!?]{0,20}기자\s*[:：]|(?:문|질문)\s*[:：]"
    r"|(?:Q|QUESTION|Question)\s*\d{0,2}\s*[:：]"
    r")"
)
_ANSWERS = re.compile(
    r"\s*(?:"
    r"[\u3400-\u9fff·・]{2,12}[：:]"
    r"|(?:答|答复|答覆)[：:]|(?:답|답변)\s*[:：]|[가-힣 ]{2,16}[:：]"
    r"|(?:A|ANSWER|Answer)\s*\d{0,2}\s*[:：]|[A-Z][A-Za-z.\- ]{2,40}:"
    r")"
)
_NAMED = re.compile(r"\s*[^：:。！？?!]{2,24}[：:]")


@dataclass(frozen=True, slots=True)
class Part:
    """One line of a text to be: its words, the share set bold (0 to 1), and its register where the format tells."""

    text: str
    bold: float = 0.0
    register: str | None = None


def join_lines(parts: Sequence[Part], between: str = "\n") -> tuple[str, tuple[Passage, ...]]:
    """The text of the lines and its passages; offsets count code points of the text that is returned.

    >>> join_lines([Part("路透社记者：何时？"), Part("汪文斌：五月。"), Part("无补充。")])[1]
    (Passage(start=0, end=9, register='question'), Passage(start=10, end=22, register='answer'))
    """
    text = between.join(part.text for part in parts)
    spans: list[tuple[int, int]] = []
    at = 0
    for part in parts:
        spans.append((at, at + len(part.text)))
        at += len(part.text) + len(between)
    return text, _joined(spans, registers_of(parts))


def passages_in(text: str, title: tuple[int, int] | None = None) -> tuple[Passage, ...]:
    """The passages of a text that stays as it is, line by line; `title` is the span of its title where that is known.

    >>> passages_in("北京\\n\\n记者：何时？\\n答：五月。\\n", (0, 2))[0]
    Passage(start=0, end=2, register='title')
    """
    spans = [m.span() for m in re.finditer(r"[^\r\n\f\x85\u2028\u2029]*\S[^\r\n\f\x85\u2028\u2029]*", text)]
    parts = [Part(text[a:b], register="title" if title and a <= title[0] and title[1] <= b else None) for a, b in spans]
    return _joined(spans, registers_of(parts))


def registers_of(parts: Sequence[Part]) -> list[str]:
    """The register of each line."""
    asked = [_asks(part) for part in parts]
    answered = any(_ANSWERS.match(part.text) for part, asks in zip(parts, asked, strict=True) if not asks)
    state = "body"
    registers: list[str] = []
    for part, asks in zip(parts, asked, strict=True):
        if part.register:
            registers.append(part.register)
            continue
        if answered:
            state = _after(state, part, asks)
        registers.append(state)
    return registers


def _asks(part: Part) -> bool:
    return part.register is None and bool(
        _ASKS.match(part.text)
        or (part.bold > 0.5 and part.text.rstrip().endswith(("？", "?")) and _NAMED.match(part.text))
    )


def _after(state: str, part: Part, asks: bool) -> str:
    if asks:
        return "question"
    if state != "question":
        return state
    return "question" if part.bold > 0.5 and not _ANSWERS.match(part.text) else "answer"


def _joined(spans: Sequence[tuple[int, int]], registers: Sequence[str]) -> tuple[Passage, ...]:
    """Neighbouring lines of one register as one passage; each question line and each caption stays its own."""
    passages: list[Passage] = []
    for (start, end), register in zip(spans, registers, strict=True):
        last = passages[-1] if passages else None
        if last and last.register == register and register in ("body", "answer", "footnote"):
            passages[-1] = Passage(last.start, end, register)
        else:
            passages.append(Passage(start, end, register))
    return tuple(passages)
