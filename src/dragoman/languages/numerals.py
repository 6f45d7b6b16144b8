"""Numerals in four languages as numbers: digits, Han numerals, Korean and English number words.

Every reader takes a bounded piece of text that a grammar matched, works in linear time, and gives None where the piece
is no number it knows. Values are floats, exact for integers up to 2**53.
"""

import re
from functools import cache

from dragoman.languages.grammar import load_data

_LONGEST = 300
_TOKEN = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?|\.[0-9]+|.", re.DOTALL)


@cache
def number_table(name: str) -> dict[str, float]:
    return {str(word): float(value) for word, value in load_data("numerals")[name].items()}


def integer(text: str) -> int | None:
    """A small whole number in digits or Han numerals, as years, months and days are written.

    >>> integer("2018"), integer("二〇一八"), integer("廿三"), integer("十二"), integer("元")
    (2018, 2018, 23, 12, 1)
    """
    text = text.replace(" ", "")
    if not text or len(text) > 20:
        return None
    if text.isdecimal():
        return int(text)
    value = han_number(text)
    return None if value is None or value != int(value) else int(value)


def han_number(text: str, shorthand: bool = False) -> float | None:
    """A number in Han numerals, in digits, or both mixed; with `shorthand`, 一万三 is 13,000 as in Chinese.

    >>> han_number("五千四百六十二万"), han_number("14億1402万1100"), han_number("一万三", shorthand=True)
    (54620000.0, 1414021100.0, 13000.0)
    """
    if len(text) > _LONGEST:
        return None
    reader = _HanReader()
    for token in _TOKEN.findall(text):
        if not reader.read(token):
            return None
    return reader.total(shorthand and text[-2:-1] not in "零〇○0")


class _HanReader:
    """Adds up the tokens of one numeral: digits, small units (十百千), large units (万億兆), a decimal point."""

    def __init__(self) -> None:
        self._parts: list[tuple[float, float]] = []  # closed sections with their large unit
        self._section = 0.0  # the open section below 万
        self._number: float | None = None  # the digits not yet taken by a unit
        self._unit = 0.0  # the unit read last
        self._places = 0  # how many single digits stand side by side
        self._scale = 0.0  # what the next decimal is worth; 0 before the point

    def read(self, token: str) -> bool:
        if token in "点點・．.":
            return self._point()
        if token[0].isdecimal() or token[0] == ".":
            return self._arabic(token)
        if token in number_table("digits"):
            self._digit(number_table("digits")[token])
            return True
        if token in number_table("units"):
            self._take(number_table("units")[token])
            return True
        return False

    def _point(self) -> bool:
        if self._scale or (self._number is None and not self._section and not self._parts):
            return False
        self._scale, self._places, self._number = 0.1, 0, self._number or 0.0
        return True

    def _arabic(self, token: str) -> bool:
        if self._scale and token.isdecimal():
            self._number = (self._number or 0.0) + float("0." + token)
        elif self._number is None or not self._number:
            self._number = float(token.replace(",", ""))
        else:
            return False
        self._places = 0
        return True

    def _digit(self, value: float) -> None:
        if self._scale:
            self._number = (self._number or 0.0) + value * self._scale
            self._scale /= 10
            return
        self._number = value if not self._places else (self._number or 0.0) * 10 + value
        self._places += 1

    def _take(self, unit: float) -> None:
        self._scale = 0.0
        if unit < 1e4:
            self._section += (1.0 if not self._number else self._number) * unit
        else:
            whole = self._section + (self._number or 0.0)
            while self._parts and self._parts[-1][1] < unit:
                whole += self._parts.pop()[0]
            if not whole and self._number is None:
                again = bool(self._parts) and self._parts[-1][1] == unit  # 万万
                whole = self._parts.pop()[0] if again else 1.0
            self._parts.append((whole * unit, unit))
            self._section = 0.0
        self._number, self._unit, self._places = None, unit, 0

    def total(self, shorthand: bool) -> float:
        tail = self._number or 0.0
        if shorthand and self._places == 1 and self._unit >= 100:
            tail *= self._unit / 10
        return round(sum(value for value, _ in self._parts) + self._section + tail, 10)


def korean_native(text: str) -> float | None:
    """A Korean native number word: 쉰두, 세, 스물하나.

    >>> korean_native("쉰두"), korean_native("삼")
    (52.0, None)
    """
    table = number_table("korean")
    if text in table:
        return table[text]
    for ten in ("열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔"):
        if text.startswith(ten) and table.get(text[len(ten) :], 10) < 10:
            return table[ten] + table[text[len(ten) :]]
    return None
