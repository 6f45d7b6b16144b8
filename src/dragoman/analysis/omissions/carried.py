"""The phrases of a class of documents, each with the members that carry it.

They are the exact repeats of the members' texts (`formulations.repeats`), their ends cleaned, and counted anew; nothing
of a language but `edges.yaml` is asked. Members stand in the order of their dates, the present document last.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from dragoman.analysis.formulations import Settings, Text
from dragoman.analysis.formulations.counting import matcher
from dragoman.analysis.formulations.numbering import around
from dragoman.analysis.formulations.repeats import Repeats, maximal_repeats
from dragoman.analysis.formulations.streams import Stream, marked, stream
from dragoman.analysis.formulations.suffixes import Numbers
from dragoman.analysis.omissions.edges import edges_of
from dragoman.model import Anchor

FEWEST = 3  # members that have a phrase, for it to be looked at
LONGEST = 400  # numbers of a stretch without a break, beyond which it is cut
LONG_WORD = 7  # syllables of a single Korean word that is a formulation; shorter ones are mostly endings of sentences
SHORTEST = {"en": 2, "ko": 5}  # words; characters with the space before them; 4 elsewhere


@dataclass(frozen=True)
class Carried:
    """Phrases, folded, with the members that carry them: bit i of `held[p]` for member i.

    `codes[p]` are the numbers of the phrase in `stream`, `forms[p]` how it is looked for: English words with a mark at
    each end, Korean with the space before them. `texts` are the members.
    """

    texts: Sequence[Text]
    stream: Stream
    phrases: tuple[str, ...]
    forms: tuple[str, ...]
    codes: tuple[tuple[int, ...], ...]
    held: Numbers

    @property
    def earlier(self) -> int:
        """How many members come before the present document, which is the last."""
        return len(self.texts) - 1

    def bounds(self, member: int) -> tuple[int, int]:
        """Where a member's numbers begin and end in the stream."""
        starts = self.stream.documents
        end = starts[member + 1] if member + 1 < len(starts) else len(self.stream.codes)
        return int(starts[member]), int(end)

    def places(self, phrase: int, member: int) -> Iterator[int]:
        """Where a phrase stands in a member, as places in the stream."""
        first, last = self.bounds(member)
        width = self.stream.codes.dtype.itemsize
        sought = np.array(self.codes[phrase], self.stream.codes.dtype).tobytes()
        words = self.stream.codes[first:last].tobytes()
        at = words.find(sought)
        while at >= 0:
            if at % width == 0:
                yield first + at // width
            at = words.find(sought, at + 1)

    def anchor(self, phrase: int, member: int) -> Anchor | None:
        """The first place of a phrase in a member, as printed; None where it is not there."""
        place = next(self.places(phrase, member), None)
        return None if place is None else self.printed(member, place, len(self.codes[phrase]))

    def printed(self, member: int, place: int, length: int) -> Anchor:
        """A stretch of the stream as it stands in a member's text."""
        start, end = self.stream.span(place, length)
        text = self.texts[member]
        while end > start and around(text.text[start]):
            start += 1
        while end > start and around(text.text[end - 1]):
            end -= 1
        return Anchor(text.document, start, end, text.text[start:end])


def carried(texts: Sequence[Text]) -> Carried:
    """The phrases of texts of one language, at most 63, that stand in three of them or more.

    >>> made = carried([Text(f"do-{n}", "双方重申半岛无核化。") for n in range(3)] + [Text("do-3", "双方会谈。")])
    >>> made.phrases, made.held.tolist()
    (('双方重申半岛无核化',), [7])
    """
    made, spans, forms = phrases_of(texts, FEWEST)
    held = np.zeros(len(forms), np.int64)
    for member, numbers in enumerate(standing(made, forms)):
        held[numbers] |= np.int64(1) << np.int64(member)
    return Carried(texts, made, tuple(spans), forms, tuple(spans.values()), held)


def phrases_of(texts: Sequence[Text], fewest: int) -> tuple[Stream, dict[str, tuple[int, ...]], tuple[str, ...]]:
    """The stream of texts of one language, the phrases in `fewest` of them with their numbers, and their forms."""
    language = texts[0].language if texts else "zh"
    made = stream(texts, Settings().left_out, language)
    shortest = SHORTEST.get(language, 4)
    found, _ = maximal_repeats(made, shortest, LONGEST, fewest)
    spans = dict(_cleaned(made, found, language, shortest))
    words = list(map(marked, made.spelt)) if made.between else made.spelt
    return made, spans, tuple("".join(words[number] for number in some) for some in spans.values())


def standing(made: Stream, forms: Sequence[str]) -> Iterator[list[int]]:
    """For each text of a stream the phrases that stand in it, by number, ascending."""
    ready = matcher(forms)
    for text in made.folded():
        yield sorted({number for number, _, _ in ready.hits(text)})


def _cleaned(made: Stream, found: Repeats, language: str, shortest: int) -> Iterator[tuple[str, tuple[int, ...]]]:
    """(phrase, its numbers) of each repeat that is worth looking at."""
    edges = edges_of(made, language, shortest)
    for first, length in zip(found.firsts.tolist(), found.lengths.tolist(), strict=True):
        start, kept = edges.trimmed(int(found.places[first]), length)
        if not kept:
            continue
        phrase = made.phrase(start, kept).strip()
        if language == "ko" and " " not in phrase and len(phrase) < LONG_WORD:
            continue
        if sum(map(str.isdigit, phrase)) * 2 < len(phrase) and not says_itself_again(phrase):
            yield phrase, tuple(made.codes[start : start + kept].tolist())


def says_itself_again(phrase: str) -> bool:
    """Whether a phrase is nothing but a shorter one two times or more, as laughter and rules of dashes are.

    >>> says_itself_again("哈哈哈哈"), says_itself_again("研究研究工作")
    (True, False)
    """
    return any(phrase[period:] == phrase[:-period] for period in range(1, len(phrase) // 2 + 1))
