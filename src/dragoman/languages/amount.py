"""An amount as it is read off the text, before the words around it set its bounds."""

from typing import NamedTuple


class Amount(NamedTuple):
    """What a numeral with its percent, currency or counter says.

    `start` and `end` are its span, `body` where its numeral starts (behind a sign or currency), `after` where marks may
    follow, behind its counter. `piece` is the numeral as it stands. `high` is None where the numeral leaves it open
    (百余). `factor` is what a bare number before it in a range is multiplied with (三至五成). `label`: the number names
    something and counts nothing; `slight`: it is no quantity unless a range makes it one.
    """

    start: int
    end: int
    kind: str
    low: float
    high: float | None
    piece: str
    body: int
    after: int
    unit: str | None = None
    currency: str | None = None
    approximate: bool = False
    factor: float = 1.0
    slight: bool = False
    label: bool = False

    def moved(self, by: int) -> "Amount":
        """The same amount so many characters on.

        >>> Amount(0, 2, "number", 12.0, 12.0, "12", 0, 2).moved(5)[:2]
        (5, 7)
        """
        start, end, kind, low, high, piece, body, after, unit, currency, approximate, factor, slight, label = self
        place = start + by, end + by
        behind = body + by, after + by
        return Amount(*place, kind, low, high, piece, *behind, unit, currency, approximate, factor, slight, label)
