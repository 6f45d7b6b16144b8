"""A phrase with its values, and what two of them side by side can be to each other."""

from typing import NamedTuple


class Part(NamedTuple):
    """A phrase with the values of its words."""

    start: int
    end: int
    operation: str
    words: dict[str, int | str]


def is_next(one: Part, two: Part) -> bool:
    """Whether two times joined by "and" are one after the other: Thursday and Friday, 3日和4日, 2025 and 2026.

    >>> is_next(Part(0, 3, "date", {"y": 2025}), Part(8, 12, "date", {"y": 2026}))
    True
    """
    for name in ("wd", "y", "m", "d"):
        named = set(one.words) - {"rw", "aw"} if name == "wd" else set(one.words)
        if named == set(two.words) == {name}:
            step = int(two.words[name]) - int(one.words[name])
            return step == (10 if one.operation == two.operation == "decade" else 1) or (name, step) in (
                ("wd", -6),
                ("m", -11),
            )
    return False


def is_beside(part: Part) -> bool:
    """Whether a phrase names a day by the day beside it: 前日, 翌日, 다음 날.

    >>> is_beside(Part(0, 2, "day", {"ad": 1})), is_beside(Part(0, 2, "day", {"ad": 0}))
    (True, False)
    """
    return part.operation == "day" and set(part.words) == {"ad"} and part.words["ad"] != 0


def as_offset(part: Part) -> Part:
    """A day beside what was told as so many days from it.

    >>> as_offset(Part(5, 7, "day", {"ad": -1})).words
    {'n': 1, 'unit': 'day', 'sign': -1}
    """
    days = int(part.words["ad"])
    words: dict[str, int | str] = {"n": abs(days), "unit": "day", "sign": 1 if days > 0 else -1}
    return Part(part.start, part.end, "offset", words)


def counted_from_what_was_told(part: Part) -> Part | None:
    """ "The week before", "three days after" with no time behind them count from the event told last."""
    words = part.words
    if {"within", "duration", "weekend", "wd", "swd", "eve"} & set(words) or "unit" not in words:
        return None
    if "n" in words:
        return Part(part.start, part.end - 1, "offset", {**words, "base": "told"})
    if words["unit"] not in ("day", "week", "month", "year"):
        return None
    return Part(part.start, part.end - 1, "period", {"unit": words["unit"], "a": words["sign"]})
