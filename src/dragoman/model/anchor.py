"""An anchor: the very characters that something rests on."""

from dataclasses import dataclass

from dragoman.model.identity import content_id


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """A span of one immutable document.

    `start` and `end` count Unicode code points of the stored text, which is never normalised in place, so that
    `text[start:end] == quote` always holds.
    """

    document: str
    start: int
    end: int
    quote: str

    @property
    def id(self) -> str:
        """The name of this span, the same in every run.

        >>> Anchor("doc-1", 0, 2, "会晤").id == Anchor("doc-1", 0, 2, "会晤").id
        True
        """
        return content_id("an", self.document, self.start, self.end)

    def holds(self, text: str) -> bool:
        """Whether the quote still stands at its place in `text`.

        >>> Anchor("doc-1", 3, 5, "会晤").holds("在大连会晤")
        True
        """
        return text[self.start : self.end] == self.quote
