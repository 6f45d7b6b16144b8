"""An account: one document that tells of an event, with what was read off it."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar, cast

from dragoman.analysis.readouts.rows import Found, no_figure
from dragoman.model import Anchor, Mention, Quantity, Reading, Report, Sentence, Statement, TimeExpression

Kind = TypeVar("Kind", Sentence, TimeExpression, Quantity, Mention, Report, Statement)
Placed = TypeVar("Placed", Sentence, TimeExpression, Quantity, Mention, Report, Statement, Found)


@dataclass(frozen=True)
class Account:
    """A document's id, key, text and language, the day it was published, its readings, and whose account it is.

    `side` is the id of the state that gives the account, where the source's record names one. `translation` is the
    record's own translation of the title, where it has one.
    """

    document: str
    key: str
    text: str
    language: str
    published: str | None
    readings: tuple[Reading, ...]
    side: str | None = None
    translation: str | None = None

    def of(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """The readings of a kind, in the order of the text."""
        return cast(tuple[Kind, ...], self._by_kind.get(kind, ()))

    @cached_property
    def _by_kind(self) -> dict[type, tuple[Reading, ...]]:
        held: dict[type, list[Reading]] = {}
        for one in sorted(self.readings, key=lambda one: (one.start, one.end)):
            held.setdefault(type(one), []).append(one)
        return {kind: tuple(rows) for kind, rows in held.items()}

    @cached_property
    def names(self) -> tuple[Mention, ...]:
        """The names as written; words that only point back to one, and parts of a time (22일) are left out."""
        taken = self._taken((TimeExpression,))
        return tuple(one for one in self.of(Mention) if not one.via and not taken[one.start])

    @cached_property
    def figures(self) -> tuple[Quantity, ...]:
        """The quantities that are no ordinals, no "two sides", and no part of a name (조 장관) or of a time."""
        taken = self._taken((TimeExpression, Mention))
        return tuple(
            one
            for one in self.of(Quantity)
            if one.kind != "ordinal"
            and (one.low or one.high or 0) > 0
            and not any(taken[one.start : one.end])
            and not no_figure(self.text, one.start, self.language)
        )

    def _taken(self, kinds: tuple[type[TimeExpression] | type[Mention], ...]) -> bytearray:
        """For each character whether a reading of these kinds covers it."""
        taken = bytearray(len(self.text) + 1)
        for one in self.readings:
            if isinstance(one, kinds):
                taken[one.start : one.end] = b"\x01" * (one.end - one.start)
        return taken

    def anchor(self, start: int, end: int) -> Anchor:
        """A span of this account with its characters."""
        return Anchor(self.document, start, end, self.text[start:end])


def within(readings: Sequence[Placed], start: int, end: int) -> Sequence[Placed]:
    """The readings, which are in order, that begin in a span.

    >>> within([Sentence(0, 2, "甲。"), Sentence(2, 4, "乙。")], 2, 4)
    [Sentence(start=2, end=4, text='乙。', register='body')]
    """
    first = bisect_left(readings, start, key=lambda one: one.start)
    return readings[first : bisect_left(readings, end, lo=first, key=lambda one: one.start)]
