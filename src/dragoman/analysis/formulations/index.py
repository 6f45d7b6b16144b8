"""An index that gives every place of any string, of any length and cut anywhere, exactly as `str.count` counts it.

Documents are put into shards of bounded size, each with a suffix array: all places of a string stand side by side in
it, and are found by two binary searches. Whether a document is long or short, a string rare or common, does not matter.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from dragoman.analysis.formulations.counting import overlaps_itself
from dragoman.analysis.formulations.faults import FormulationError
from dragoman.analysis.formulations.suffixes import Encoded, Numbers, encode, suffix_array
from dragoman.analysis.formulations.texts import Text, period

SHARD = 16_000_000  # code points after which a shard is closed
APART = 1 << 32  # more than any offset in a document
_NO_PLACES = np.zeros(0, np.int32)


@dataclass(frozen=True, slots=True)
class Shard:
    """Some documents: their code points, sorted suffixes, and where each passage starts and whose it is.

    `owners` and `registers` have the document (counted within the shard) and the register of each passage.
    """

    encoded: Encoded
    suffixes: Numbers
    passages: Numbers
    owners: Numbers
    registers: Numbers


@dataclass(frozen=True, slots=True)
class Places:
    """Every place of a string: document (counted through the index), offset in it, register; in document order."""

    documents: Numbers
    starts: Numbers
    registers: Numbers


@dataclass(frozen=True, slots=True)
class Heading:
    """What the index knows of a document besides its text; `period` is yyyymmdd."""

    document: str
    period: int
    outlet: str
    rung: str
    key: str


class PhraseIndex:
    """Made by `phrase_index`, or opened from disk by `shelf.open_index`."""

    def __init__(self, headings: Sequence[Heading], shards: Sequence[Shard], registers: Sequence[str]) -> None:
        self.headings = headings
        self.shards = shards
        self.registers = registers
        self.periods = np.fromiter((one.period for one in headings), np.int64, len(headings))
        self.firsts = np.cumsum([0, *(len(shard.encoded.starts) for shard in shards)]).astype(np.int32)
        self._views = [shard.encoded.codes.view(np.uint8).data for shard in shards]

    def places(self, phrase: str) -> Places:
        """Every place of a string, hits that overlap an earlier hit left out. Raises FormulationError for no string.

        >>> index = phrase_index([Text("do-1", "会晤、会晤"), Text("do-2", "会晤")])
        >>> index.places("会晤").documents.tolist(), index.places("会晤").starts.tolist()
        ([0, 0, 1], [0, 3, 0])
        """
        if not phrase.strip():
            raise FormulationError("an empty phrase stands everywhere and nowhere; give at least one character")
        found = [self._in_shard(number, phrase) for number in range(len(self.shards))]
        columns = [np.concatenate(column) if column else _NO_PLACES for column in zip(*found, strict=True)]
        return Places(*columns) if columns else Places(_NO_PLACES, _NO_PLACES, _NO_PLACES)

    def _in_shard(self, number: int, phrase: str) -> tuple[Numbers, Numbers, Numbers]:
        shard = self.shards[number]
        spots = self.spots(number, phrase)
        passages = np.searchsorted(shard.passages, spots, "right") - 1
        owners = shard.owners[passages]
        return self.firsts[number] + owners, spots - shard.encoded.starts[owners], shard.registers[passages]

    def spots(self, number: int, phrase: str) -> Numbers:
        """Places of a string in one shard's run of code points, ascending."""
        shard, view = self.shards[number], self._views[number]
        sought = _sought(shard.encoded, phrase)
        if sought is None:
            return _NO_PLACES
        width, length = shard.encoded.codes.dtype.itemsize, len(sought)

        def start_of(place: int) -> bytes:
            return bytes(view[width * int(place) : width * int(place) + length])

        first = bisect_left(shard.suffixes, sought, key=start_of)
        last = bisect_right(shard.suffixes, sought, lo=first, key=start_of)
        spots = np.sort(shard.suffixes[first:last])
        return _apart(spots, len(phrase)) if len(spots) > 1 and overlaps_itself(phrase) else spots

    def quote(self, document: int, start: int, end: int) -> str:
        """The characters of a document, by its number in the index, up to the document's end."""
        number = int(np.searchsorted(self.firsts, document, "right")) - 1
        encoded = self.shards[number].encoded
        within = document - int(self.firsts[number])
        first = int(encoded.starts[within])
        following = int(encoded.starts[within + 1]) if within + 1 < len(encoded.starts) else len(encoded.codes)
        return encoded.decode(first + start, min(first + end, following - 1))


def keys(places: Places) -> Numbers:
    """Places as single ascending numbers: the document times `APART`, plus the offset."""
    return places.documents.astype(np.int64) * APART + places.starts


def phrase_index(texts: Iterable[Text], size: int = SHARD) -> PhraseIndex:
    """Index texts in memory; `size` bounds a shard's code points (a longer document gets a shard of its own)."""
    registers: dict[str, int] = {"body": 0}
    headings: list[Heading] = []
    shards: list[Shard] = []
    for batch in batches(texts, size):
        headings += [Heading(one.document, period(one.published), one.outlet, one.rung, one.key) for one in batch]
        shards.append(shard_of(batch, registers))
    return PhraseIndex(headings, shards, list(registers))


def batches(texts: Iterable[Text], size: int) -> Iterator[list[Text]]:
    """Texts in runs of about `size` code points, in the order given."""
    batch: list[Text] = []
    held = 0
    for text in texts:
        if batch and held + len(text.text) > size:
            yield batch
            batch, held = [], 0
        batch.append(text)
        held += len(text.text)
    if batch:
        yield batch


def shard_of(texts: Sequence[Text], registers: dict[str, int]) -> Shard:
    """One shard; registers that are new get the next number."""
    encoded = encode([text.text for text in texts])
    passages: list[int] = []
    owners: list[int] = []
    kinds: list[int] = []
    for owner, (text, first) in enumerate(zip(texts, encoded.starts.tolist(), strict=True)):
        for start, register in _openings(text):
            passages.append(first + start)
            owners.append(owner)
            kinds.append(registers.setdefault(register, len(registers)))
    return Shard(
        encoded, suffix_array(encoded.codes), np.array(passages, np.int32), np.array(owners, np.int32),
        np.array(kinds, np.int16),
    )  # fmt: skip


def _openings(text: Text) -> Iterator[tuple[int, str]]:
    """Where each register begins; what no passage covers is body."""
    covered = 0
    for passage in text.passages:
        if passage.start > covered:
            yield covered, "body"
        yield passage.start, passage.register
        covered = passage.end
    if covered < len(text.text) or not text.passages:
        yield covered, "body"


def _sought(encoded: Encoded, phrase: str) -> bytes | None:
    """The phrase in the numbers of a shard, None where one of its characters stands nowhere in it."""
    points = np.frombuffer(phrase.encode("utf-32-le", "surrogatepass"), "<u4")
    found = np.searchsorted(encoded.alphabet, points)
    if np.any(found >= len(encoded.alphabet)) or np.any(encoded.alphabet[found] != points):
        return None
    return (found + 1).astype(encoded.codes.dtype).tobytes()


def _apart(spots: Numbers, length: int) -> Numbers:
    """Of ascending places, those that `str.count` counts: from the left, none inside the last."""
    kept = np.ones(len(spots), bool)
    end = -1
    for at in np.flatnonzero(np.diff(spots, prepend=-length) < length).tolist():
        end = max(end, int(spots[at - 1]) + length) if kept[at - 1] else end
        kept[at] = spots[at] >= end
    return spots[kept]
