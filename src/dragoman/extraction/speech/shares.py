"""Each side's share of the words that are reported as said in one document."""

import re
from collections.abc import Iterable, Sequence

from dragoman.model import Statement

_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff가-힣]")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def share_of_words(statements: Iterable[Statement], text: str) -> dict[str, float]:
    """The share of the words said in one text that each speaker has, by id or, where nobody known is meant, as written.

    Counted are characters in Chinese, Japanese and Korean, words in other scripts. Words that several said together are
    shared among them, words within words said count for the innermost speaker. The shares sum to 1; the dict is in the
    order of the speakers' first words.

    >>> from dragoman.extraction import observe
    >>> text = "习近平强调，中方一贯支持各方对话协商。金正恩表示，朝方同意。"
    >>> share_of_words([one for one in observe(text, "zh") if isinstance(one, Statement)], text)
    {'xi-jinping': 0.75, 'kim-jong-un': 0.25}
    """
    owners: dict[tuple[int, int], list[str]] = {}
    for one in sorted(statements, key=lambda one: (one.said[0], -one.said[1])):
        owners.setdefault(one.said, []).append(one.speaker or one.speaker_text)
    own = _own_sizes(list(owners), text)
    counts: dict[str, float] = {}
    for span, speakers in owners.items():
        for speaker in speakers:
            counts[speaker] = counts.get(speaker, 0.0) + own[span] / len(speakers)
    total = sum(counts.values())
    return {speaker: count / total for speaker, count in counts.items()} if total else {}


def _own_sizes(spans: Sequence[tuple[int, int]], text: str) -> dict[tuple[int, int], int]:
    """The size of each span without those within it; `spans` are sorted by start, the longer one first."""
    sizes: dict[tuple[int, int], int] = {}
    around: list[tuple[int, int]] = []
    for start, end in spans:
        while around and around[-1][1] <= start:
            around.pop()
        size = _size(text[start:end])
        sizes[start, end] = size
        if around and end <= around[-1][1]:
            sizes[around[-1]] = max(0, sizes[around[-1]] - size)
        around.append((start, end))
    return sizes


def _size(words: str) -> int:
    return len(_HAN.findall(words)) or len(_WORD.findall(words))
