"""A judgement: what a person decided, kept apart from what the program reads."""

from dataclasses import dataclass
from typing import Literal

from dragoman.model.identity import content_id

Decision = Literal["accept", "reject", "correct", "merge", "split", "for", "against", "unrelated"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision about a span of a source. Append-only: a later one about the same thing takes its place.

    It is addressed by content, not by a row: the source's path, the document's version, the span, its quote, the kind
    of thing and `about` (the frame or entity that tells readings of one span apart). So it finds its object again after
    a rebuild, and follows its words when the source changes. Of kind "deed" it says on which side of a
    commitment (`about`) the event stands that was reported with these words: for, against, unrelated. `when` is an ISO
    8601 time with its offset, given by the caller. `correction` is JSON text: the fields that were put right.
    """

    source: str
    document: str
    start: int
    end: int
    quote: str
    kind: str
    about: str
    decision: Decision
    when: str
    who: str = ""
    why: str = ""
    correction: str = ""

    @property
    def id(self) -> str:
        """Named by everything it says.

        >>> a = Judgement("a.txt", "doc-1", 0, 2, "会晤", "report", "meet.zh[0]", "accept", "2018-07-18T09:00:00+09:00")
        >>> a.id.startswith("ju-")
        True
        """
        return content_id(
            "ju", self.source, self.document, self.start, self.end, self.quote, self.kind, self.about,
            self.decision, self.when, self.who, self.why, self.correction,
        )  # fmt: skip
