"""What the members of a class let expect of the next one: what is missing, what came back, what moved.

Move M7: in June 2018 the analyst saw that a joint statement lacked the phrase that all expected. Here the expectation
is counted: in how many of the last members a phrase stood, and how often the class drops such a phrase.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.analysis.formulations import Text
from dragoman.analysis.formulations.texts import period
from dragoman.analysis.omissions.carried import carried
from dragoman.analysis.omissions.missing import Missing, missing_phrases
from dragoman.analysis.omissions.positions import Moved, moved_phrases
from dragoman.analysis.omissions.records import expected_at
from dragoman.analysis.omissions.returning import Returned, returned_phrases

FEWEST = 3  # earlier members, below which nothing is expected
MOST = 62  # earlier members that are looked at, the latest
LAST = 5


class OmissionError(ValueError):
    """Nothing can be said of a document against its class; the message says why and what to do."""


class TooFew(OmissionError):
    """The class has fewer earlier members than anything can be expected from."""


@dataclass(frozen=True, slots=True)
class Omissions:
    """What was expected of a document, how much of it was kept, and what is to be told.

    `documents` are the earlier members by date, of which the latest `last` speak; `expected` and `kept` count
    formulations.
    """

    document: str
    documents: tuple[str, ...]
    last: int
    expected: int
    kept: int
    missing: tuple[Missing, ...]
    returned: tuple[Returned, ...]
    moved: tuple[Moved, ...]


def omissions(present: Text, members: Sequence[Text], last: int = LAST) -> Omissions:
    """Hold a document against the earlier members of its class in its own language.

    Members are put in order of date; those without one, or not before the present document, are left out, and so is a
    copy of an earlier text. Raises OmissionError for a document without text or date, TooFew below three members.
    """
    if not present.text.strip():
        raise OmissionError("has no text; nothing can be missing from it")
    if not period(present.published):
        raise OmissionError(
            'has no date, so no document is known to be earlier; add one to its record, as issued = "…"'
        )
    earlier = earlier_members(present, members)[-MOST:]
    if len(earlier) < FEWEST:
        raise TooFew(_too_few(len(earlier)))
    known = carried([*earlier, present])
    last = max(FEWEST, min(last, len(earlier)))
    now = expected_at(known, known.earlier, last)
    before = [expected_at(known, member, last) for member in range(last, known.earlier)]
    return Omissions(
        present.document, tuple(text.document for text in earlier), last, len(now.phrases), int(now.kept.sum()),
        tuple(missing_phrases(known, now, before)), tuple(returned_phrases(known, last)),
        tuple(moved_phrases(known, now)),
    )  # fmt: skip


def earlier_members(present: Text, members: Sequence[Text]) -> list[Text]:
    """The members that can speak: of the same language, dated before the present document, each text once."""
    until = period(present.published)
    dated = [one for one in members if one.language == present.language and 0 < period(one.published) < until]
    dated.sort(key=lambda one: (period(one.published), one.key, one.document))
    first: dict[str, Text] = {}
    for one in dated:
        first.setdefault(one.text, one)
    return [one for one in first.values() if one.text.strip() and one.text != present.text]


def _too_few(number: int) -> str:
    """
    >>> _too_few(1)
    'its class has one earlier member in its language and with a date; nothing is expected from fewer than three'
    """
    has = ("no earlier member", "one earlier member", "two earlier members")[number]
    return f"its class has {has} in its language and with a date; nothing is expected from fewer than three"
