"""A formulation as discovery gives it."""

from dataclasses import dataclass

from dragoman.model import Anchor


@dataclass(frozen=True, slots=True)
class Discovered:
    """One formulation: its best form, in how many documents and how often, the first use, and its other forms.

    `phrase` is folded (simplified characters, lower case, no quotation marks); `first` quotes the words as printed.
    `recent` counts the documents since the date asked about; `score` is the ranking's (see `ranking`) with the
    authority of the first use.
    """

    phrase: str
    language: str
    documents: int
    occurrences: int
    recent: int
    outlets: int
    published: str | None
    first: Anchor | None
    rung: str
    left: float
    right: float
    score: float
    forms: tuple[str, ...] = ()
