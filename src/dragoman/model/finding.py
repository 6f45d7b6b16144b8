"""A finding: what an analysis says, and everything one needs to check it."""

from dataclasses import dataclass

from dragoman.model.anchor import Anchor


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence with a verdict word, its figures, the anchors it rests on, and how it was reached.

    `figures` and `parameters` are (name, value) pairs in a fixed order. `events` are ids of the events behind it.
    """

    id: str
    analysis: str
    verdict: str
    sentence: str
    anchors: tuple[Anchor, ...]
    events: tuple[str, ...] = ()
    figures: tuple[tuple[str, str], ...] = ()
    parameters: tuple[tuple[str, str], ...] = ()
    caveats: tuple[str, ...] = ()
