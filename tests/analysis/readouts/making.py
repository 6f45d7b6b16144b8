"""Accounts from plain text for the tests of this room, and an embedder whose likenesses are laid down by hand."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from dragoman.analysis.readouts import Account, Comparison, compare
from dragoman.analysis.readouts.pair import Pair, paired
from dragoman.extraction import observe
from dragoman.gazetteer import load

ZH_CALL = (
    "4月2日，国家主席习近平应约同美国总统拜登通电话。两国元首坦诚深入交换了意见。"
    "习近平强调，台湾问题是不可逾越的红线。双方同意在5月前举行25轮磋商。"
)
EN_CALL = (
    "President Biden spoke on April 2 with President Xi Jinping of China. "
    "The two leaders held a candid and constructive discussion. "
    "President Biden raised concerns over fentanyl. The two sides agreed to hold 20 rounds of consultations."
)


def account(
    key: str, language: str, text: str, published: str | None = "2024-04-02", side: str | None = None
) -> Account:
    """A text read as the build reads it."""
    return Account(f"do-{key}", key, text, language, published, observe(text, language, published), side)


def pair(left: tuple[str, str], right: tuple[str, str], published: str = "2024-04-02") -> Pair:
    """Two texts, each with its language, as a pair."""
    one, other = (account(key, *given, published) for key, given in (("a", left), ("b", right)))
    return paired(one, other, load())


def without_meaning(left: tuple[str, str], right: tuple[str, str], published: str = "2024-04-02") -> Comparison:
    """Two texts compared by names, figures, days and acts."""
    one, other = (account(key, *given, published) for key, given in (("a", left), ("b", right)))
    (found,) = compare([one, other], load(), None)
    return found


class Topics:
    """An embedder for which texts with a word of one topic are the same, and all others have nothing in common."""

    def __init__(self, topics: Sequence[Sequence[str]]) -> None:
        self._topics = topics

    def encode(self, texts: list[str]) -> Any:
        """One row a text, of length 1."""
        rows = np.zeros((len(texts), len(self._topics) + len(texts)))
        for at, text in enumerate(texts):
            topic = next((n for n, words in enumerate(self._topics) if any(word in text for word in words)), None)
            rows[at, len(self._topics) + at if topic is None else topic] = 1.0
        return rows
