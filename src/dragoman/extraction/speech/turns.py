"""The turns of a press conference: the name and colon at the head of a line, and all that follows until the next."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.model import Mention

_HEAD = re.compile(r"(?m)^[ \t\u3000]*([^\n：:。！？!?，,]{1,30})[：:]")
_ASKS = re.compile(
    r"[^\n]*(?:记者|記者|기자)(?:[^\n]{0,8})|追?[问問]|[质質][问問]|提[问問]|[问問]题?|문|질문|Q\d{0,2}|Questions?|QUESTION"
)
_ANSWERS = re.compile(r"答|答复|答覆|답|답변|A\d{0,2}|Answer|ANSWER")
_NAME = re.compile(
    r"[\u3400-\u9fff·・]{2,8}|[가-힣]{2,4}(?: [가-힣]{2,4})?|[A-Z][A-Za-z.'-]+(?: [A-Z][A-Za-z.'-]+){0,4}"
)


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: who speaks as written at text[start:name_end], and what is said at text[said[0]:said[1]]."""

    start: int
    name: str
    speaker: str | None
    said: tuple[int, int]
    asks: bool


def read_turns(text: str, mentions: Sequence[Mention]) -> list[Turn]:
    """The turns of a text in order; none where nobody asks in it.

    >>> [(turn.name, turn.asks) for turn in read_turns("路透社记者：何时？\\n汪文斌：五月。\\n无补充。", [])]
    [('路透社记者', True), ('汪文斌', False)]
    """
    heads = list(_HEAD.finditer(text))
    if not any(_ASKS.fullmatch(head[1]) for head in heads):
        return []
    named = {mention.start: mention for mention in mentions if mention.type != "place"}
    begun: list[tuple[int, str, str | None, int, bool]] = []
    for head in heads:
        name = head[1].strip()
        mention = named.get(head.start(1))
        known = mention.entity if mention and mention.end == head.start(1) + len(name) else None
        asks = _ASKS.fullmatch(name) is not None
        asked = bool(begun) and begun[-1][4]
        if asks or known or _ANSWERS.fullmatch(name) or (asked and _NAME.fullmatch(name)):
            begun.append((head.start(1), name, known, head.end(), asks))
    ends = [start for start, *_ in begun[1:]] + [len(text)]
    turns = [_turn(text, one, end) for one, end in zip(begun, ends, strict=True)]
    return [turn for turn in turns if turn.said[0] < turn.said[1]]


def _turn(text: str, begun: tuple[int, str, str | None, int, bool], end: int) -> Turn:
    start, name, speaker, colon, asks = begun
    words = text[colon:end]
    first = colon + len(words) - len(words.lstrip())
    return Turn(start, name, speaker, (first, colon + len(words.rstrip())), asks)
