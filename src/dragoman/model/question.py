"""A question of the watch list: frozen when made, updated with reasons, resolved with evidence, scored later."""

from dataclasses import dataclass
from typing import Literal

from dragoman.model.identity import content_id

Answer = Literal["yes", "no", "annulled"]


@dataclass(frozen=True, slots=True)
class Question:
    """One question about one event, with a day by which it is settled and a rule that settles it.

    Times are ISO 8601 with their offset ("2018-12-31T23:59:00+09:00"); `opens` and `closes` bound the event, `made` is
    when the question was frozen, `resolves` when it can be known. `probability` is that of yes. `reference` is the
    query that gave the base rate, `hits` of `tries` windows of `days` days, over the period given. `indicators` are
    words to watch for. `confidence` says in a sentence of its own how sure the probability is, and why.
    """

    text: str
    made: str
    opens: str
    closes: str
    resolves: str
    source: str
    rule: str
    probability: float
    fine_print: str = ""
    reference: str = ""
    hits: int = 0
    tries: int = 0
    days: int = 0
    period: str = ""
    confidence: str = ""
    reasons: str = ""
    indicators: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Named by everything it says: a question that was changed would be another.

        >>> one = Question("Will A visit B?", "2018-07-01T00:00:00Z", "2018-07-01T00:00:00Z", "2018-08-01T00:00:00Z",
        ...                "2018-08-02T00:00:00Z", "both foreign ministries", "a visit announced by both", 0.2)
        >>> one.id.startswith("qu-")
        True
        """
        return content_id("qu", *(str(getattr(self, name)) for name in self.__dataclass_fields__))


@dataclass(frozen=True, slots=True)
class Update:
    """A new probability for a question, with its reason, at a time."""

    question: str
    when: str
    probability: float
    why: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """How a question came out, on what evidence; `annulled` ones are kept and not scored."""

    question: str
    when: str
    answer: Answer
    evidence: str
