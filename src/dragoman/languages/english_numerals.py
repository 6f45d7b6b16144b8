"""English numerals as numbers: years and small whole numbers, and amounts with scale words and fractions."""

import re

from dragoman.languages.numerals import number_table as _table

_LONGEST = 300
_ENGLISH = re.compile(r"[a-z]+|[0-9]+")


def english_number(text: str) -> int | None:
    """A whole number in digits or English words, cardinal or ordinal, or a year as it is spoken.

    >>> english_number("22nd"), english_number("twenty-second"), english_number("nineteen ninety nine")
    (22, 22, 1999)
    >>> english_number("two thousand and eighteen"), english_number("a")
    (2018, 1)
    """
    table = _table("english")
    groups: list[float] = []
    total, current = 0.0, None
    tokens = _ENGLISH.findall(text[:_LONGEST])
    for token in tokens:
        if token in ("and", "the", "of", "st", "nd", "rd", "th") or (token in ("a", "an") and len(tokens) > 1):
            continue
        value = float(token) if token.isdecimal() and len(token) < 16 else table.get(token)
        if value is None:
            return None
        if value in (100, 1000, 1e6, 1e9):
            current = (current if current is not None else 1.0) * value
            if value >= 1000:
                total, current = total + current, None
        elif current is None:
            current = value
        elif current >= 100 or (20 <= current % 100 < 100 and current % 10 == 0 and value < 10):
            current += value
        else:  # two numbers side by side: nineteen ninety
            groups.append(current)
            current = value
    if current is None and not total:
        return None
    value = total + (current or 0.0)
    for group in reversed(groups):
        value = group * 100 + value
    return int(value) if value < 1e15 else None


_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
COMPOUND_ORDINAL = f"(?:{_TENS})(?: ?- ?| )(?:{_ONES})"
_ORDINAL = re.compile(f"((?:.*(?:hundred|thousand|million)(?: and)? )?(?:{_TENS})|.*hundred(?: and)?)[ -]+({_ONES})")
_ENGLISH_VALUE = re.compile(r"[a-z]+|[0-9][0-9,]*(?:\.[0-9]+)?|\.[0-9]+")


def english_value(text: str) -> float | None:
    """A number in English words or in digits with scale words, with fractions.

    >>> english_value("two hundred point zero three"), english_value("five eighths"), english_value("one over three")
    (200.03, 0.625, 0.3333333333333333)
    >>> english_value("4 thousand 3 hundred and 21"), english_value("3 million and a half")
    (4321.0, 3500000.0)
    """
    for sign in (" over ", " out of "):
        upper, found, lower = text.partition(sign)
        if found:
            top, bottom = english_value(upper), english_value(lower)
            return None if top is None or not bottom else top / bottom
    share, found, _ = text.partition(" of a million")
    if found:
        part = english_value(share)
        return None if part is None else part * 1e6
    whole, found, digits = text.partition(" point ")
    if found:
        base, tail = english_value(whole), _spoken_digits(digits)
        return None if base is None or tail is None else float(f"{int(base)}.{tail}")
    return _english_tokens(_ENGLISH_VALUE.findall(re.sub(r"(?<=[0-9]) (?=[0-9]{3}(?![0-9]))", "", text)))


def english_ordinal(text: str) -> float | None:
    """The rank that a compound ordinal names, or None where it is none.

    >>> english_ordinal("twenty-first"), english_ordinal("one hundred and ninth"), english_ordinal("two fifths")
    (21.0, 109.0, None)
    """
    match = _ORDINAL.fullmatch(text.strip())
    if match is None:
        return None
    base = english_value(match[1])
    return None if base is None else base + _table("english")[match[2]]


def _spoken_digits(text: str) -> str | None:
    values = [_table("english_values").get(token) for token in re.findall("[a-z]+", text)]
    if not values or any(value is None or not 0 <= value < 100 for value in values):
        return None
    if len(values) == 2 and (values[0] or 0) >= 20 and (values[1] or 0) < 10:
        return f"{int((values[0] or 0) + (values[1] or 0))}"
    return "".join(f"{int(value or 0)}" for value in values)


class _EnglishReader:
    """Adds up the tokens of one numeral in English words; denominators are negative in the table."""

    def __init__(self) -> None:
        self.sum = 0.0  # closed groups: thousands and more
        self.current: float | None = None  # the open group
        self.loose = False  # whether what "and" adds is no part of the number before it, unless a fraction follows
        self._scale = 0.0  # the scale word read last
        self._joined = False  # whether "and" has stood
        self._kept: float | None = None  # what stood before "and", to which a fraction is added
        self._part: float | None = None  # a fraction just taken of the last scale; of the next, where one follows

    def join(self) -> None:
        self._kept, self._joined = self.current, True

    def article(self) -> None:
        if self._joined:
            self.current = None

    def read(self, value: float, is_scale: bool) -> bool:
        part, self._part = self._part, None
        if value < 0:
            self.current, self.loose = self._fraction(-value), False
        elif is_scale and self.loose:
            return False
        elif is_scale and part is not None:
            self.sum, self.current = self.sum + part * value, None
        elif is_scale and value < 1000:
            self.current = (1.0 if self.current is None else self.current) * value
        elif is_scale:
            more = self.current is None and self.sum
            self.sum = self.sum * value if more else self.sum + (1.0 if self.current is None else self.current) * value
            self.current, self._scale, self._kept = None, value, None
        elif self.current is None:
            self.current = value
        elif self._joined or _fits(self.current, value):
            self.loose = not _fits(self.current, value)
            self.current += value
        else:
            return False
        return True

    def _fraction(self, lower: float) -> float:
        upper, kept = self.current, self._kept
        if not self._joined and upper is None and self.sum:
            upper, self.sum = self.sum, 0.0  # a hundred thousand trillionths
        if not self._joined:
            return (1.0 if upper is None else upper) / lower
        if kept is not None and upper is not None and upper > kept:
            return (upper - kept) / lower + kept
        part = (1.0 if upper is None else upper) / lower
        if kept is not None:
            return part + kept
        if self._scale and (upper is None or self._scale >= 1e6):
            self._part = part
            return part * self._scale
        return part


def _fits(group: float, value: float) -> bool:
    """Whether a smaller number goes on a group: two hundred + six, twenty + one."""
    hundreds = group >= 100 and group % 100 == 0 and value < 100
    return hundreds or (group % 100 >= 20 and group % 10 == 0 and value < 10)


def _english_tokens(tokens: list[str]) -> float | None:
    reader = _EnglishReader()
    table = _table("english_values")
    for at, token in enumerate(tokens):
        if token == "and":
            reader.join()
        elif token in ("a", "an") and at + 1 < len(tokens):
            reader.article()
        else:
            digits = token[0].isdigit() or token[0] == "."
            value = float(token.replace(",", "")) if digits else table.get(token)
            is_scale = not digits and value is not None and (value >= 100 or token.startswith("doz"))
            if value is None or not reader.read(value, is_scale):
                return None
    return None if reader.loose else reader.sum + (reader.current or 0.0)
