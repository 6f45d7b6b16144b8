"""An account: one document that tells of an event, with what was read off it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from dragoman.analysis.readouts.rows import no_figure
from dragoman.model import Anchor, Mention, Quantity, Reading, Sentence, Statement, TimeExpression

Kind = TypeVar("Kind", Sentence, TimeExpression, Quantity, Mention, Statement)


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

    def of(self, kind: type[Kind]) -> list[Kind]:
        """The readings of a kind, in the order of the text."""
        return [one for one in self.readings if isinstance(one, kind)]

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


def within(readings: Iterable[Kind], start: int, end: int) -> list[Kind]:
    """The readings that begin in a span.

    >>> within([Sentence(0, 2, "甲。"), Sentence(2, 4, "乙。")], 2, 4)
    [Sentence(start=2, end=4, text='乙。', register='body')]
    """
    return [one for one in readings if start <= one.start < end]
