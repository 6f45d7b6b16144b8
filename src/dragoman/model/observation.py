"""An observation: one reading, tied to the document and the extractor that made it."""

from dataclasses import dataclass

from dragoman.model.anchor import Anchor
from dragoman.model.identity import content_id
from dragoman.model.readings import Mention, Quantity, Report, Sentence, TimeExpression

Reading = Sentence | TimeExpression | Quantity | Mention | Report


@dataclass(frozen=True, slots=True)
class Observation:
    """One reading of one document, by one version of one extractor.

    `kind` is the reading's: sentence, time, quantity, mention, report.
    """

    document: str
    kind: str
    extractor: str
    reading: Reading

    @property
    def id(self) -> str:
        """Named by document, kind, place and, where one place has several readings, by what tells them apart."""
        reading = self.reading
        mark: str | None = None
        if isinstance(reading, Report):
            mark = f"{reading.frame}@{reading.trigger[0]}"
        elif isinstance(reading, Mention):
            mark = reading.entity
        return content_id("ob", self.document, self.kind, reading.start, reading.end, mark)

    @property
    def anchor(self) -> Anchor:
        """The characters that this observation rests on."""
        return Anchor(self.document, self.reading.start, self.reading.end, self.reading.text)
