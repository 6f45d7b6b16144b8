"""Characters as numbers: variants folded into one, stops as breaks, quotation marks left out."""

from unicodedata import category

import numpy as np

from dragoman.analysis.formulations.suffixes import SEPARATOR, Numbers
from dragoman.store import search_form

OPENING, CLOSING = "“「『《〈", "”」』》〉"
LEFT_OUT = frozenset("‘’\"'〝〞＂" + OPENING + CLOSING)
KEPT_MARKS = frozenset("、·・•-‐–—/%&+ー々〇")
DROP = -1


class Numbering:
    """Code points to numbers, given as they are met: 0 for a stop, -1 for what is left out.

    `symbols` has the character of each number from 1 on; `space` is the number of the space where words stand between
    spaces, else 0.
    """

    def __init__(self, spaced: bool) -> None:
        self.symbols: list[str] = []
        self._number: dict[str, int] = {}
        self.space = self._numbered(" ") if spaced else 0
        self._table = np.full(0x110000, -2, np.int32)

    def of(self, points: Numbers) -> Numbers:
        """The numbers of code points."""
        seen = np.zeros(0x110000, bool)
        seen[points] = True
        for point in np.flatnonzero(seen & (self._table == -2)).tolist():
            self._table[point] = self._given(chr(point))
        return np.asarray(self._table[points])

    def _given(self, character: str) -> int:
        if character in LEFT_OUT:
            return DROP
        if character.isspace():
            return self._spacing(character)
        folded = search_form(character).text
        shown = folded if len(folded) == 1 else character
        if not (shown.isalnum() or shown in KEPT_MARKS or category(shown).startswith("M")):
            return SEPARATOR
        return self._numbered(shown)

    def _spacing(self, character: str) -> int:
        if character in "\n\r\x0b\x0c\x85\u2028\u2029":
            return SEPARATOR
        return self.space or DROP

    def _numbered(self, symbol: str) -> int:
        if symbol not in self._number:
            self.symbols.append(symbol)
            self._number[symbol] = len(self.symbols)
        return self._number[symbol]


def around(character: str) -> bool:
    """Whether a character at the edge of a phrase as printed is no part of it: white space or a quotation mark.

    >>> around("“"), around("一")
    (True, False)
    """
    return character.isspace() or character in LEFT_OUT
