"""Texts as runs of numbers in which repeats can be found: variants folded, stops as breaks, each number with its place.

Chinese, Japanese and Korean are taken character by character: width, case and traditional shapes folded as the search
form folds them, quotation marks left out, so that “一带一路” and 一带一路 are one. English is taken word by word.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from dragoman.analysis.formulations.numbering import CLOSING, DROP, OPENING, Numbering
from dragoman.analysis.formulations.suffixes import SEPARATOR, Numbers, narrowest
from dragoman.analysis.formulations.texts import Text
from dragoman.analysis.formulations.words import Vocabulary

BLOCK = 1_000_000  # code points turned into numbers at a time, so that the wide copies stay small


@dataclass(frozen=True, slots=True)
class Stream:
    """Numbers with 0 as a break; `spelt[number]` is the character or word, that of the break a new line.

    `offsets` and `ends` are where each number's characters begin and end in its document's text, `documents` where each
    document's numbers begin. `between` stands between symbols when they are joined. `quoted` has the (start, length) of
    what stands between quotation marks.
    """

    codes: Numbers
    offsets: Numbers
    ends: Numbers | None
    documents: Numbers
    spelt: tuple[str, ...]
    between: str
    quoted: tuple[Numbers, Numbers]
    space: int = 0

    def phrase(self, start: int, length: int) -> str:
        """The folded words of a stretch."""
        return self.between.join(self.spelt[number] for number in self.codes[start : start + length].tolist())

    def folded(self) -> Iterator[str]:
        """The folded text of each document, with a new line at each break; words stand as `marked` gives them."""
        ends = np.append(self.documents[1:], len(self.codes)).tolist()
        if self.between:
            words = [marked(word) for word in self.spelt]
            for start, end in zip(self.documents.tolist(), ends, strict=True):
                yield "".join(map(words.__getitem__, self.codes[start:end].tolist()))
        else:
            points = np.array([ord(character) for character in self.spelt], "<u4")
            for start, end in zip(self.documents.tolist(), ends, strict=True):
                yield points[self.codes[start:end]].tobytes().decode("utf-32-le", "surrogatepass")

    def span(self, start: int, length: int) -> tuple[int, int]:
        """Where a stretch stands in the text of its document."""
        last = start + length - 1
        end = int(self.offsets[last]) + 1 if self.ends is None else int(self.ends[last])
        return int(self.offsets[start]), end


def marked(word: str) -> str:
    """A word with a mark at each end, so that words and their runs are found as wholes; a break as it is.

    >>> [mark.encode() for mark in (marked("talks"), marked("\\n"))]
    [b'\\x02talks\\x03', b'\\n']
    """
    return word if word == "\n" else f"\x02{word}\x03"


def stream(texts: Sequence[Text], left_out: Collection[str] = (), language: str = "zh") -> Stream:
    """The stream of texts of one language, without the passages of the registers that are left out.

    >>> made = stream([Text("do-1", "“一帶一路”，合作")])
    >>> made.phrase(0, 4), made.span(0, 4), made.codes.tolist()
    ('一带一路', (1, 5), [1, 4, 1, 5, 0, 3, 2, 0])
    """
    if language == "en":
        return _words(texts, left_out)
    return _characters(texts, left_out, spaced=language == "ko")


def _characters(texts: Sequence[Text], left_out: Collection[str], spaced: bool) -> Stream:
    numbers = Numbering(spaced)
    codes: list[Numbers] = []
    offsets: list[Numbers] = []
    quoted: list[tuple[Numbers, Numbers]] = []
    firsts: list[int] = []
    held = 0
    for block in _blocks(texts):
        lengths = np.fromiter((len(text.text) + 1 for text in block), np.int64, len(block))
        points = np.frombuffer("\n".join(text.text for text in block).encode("utf-32-le", "surrogatepass"), "<u4")
        numbered = np.append(numbers.of(points), SEPARATOR)
        starts = np.cumsum(lengths) - lengths
        for text, start in zip(block, starts.tolist(), strict=True):
            for passage in text.passages:
                if passage.register in left_out:
                    numbered[start + passage.start : start + passage.end] = SEPARATOR
        kept = np.flatnonzero(_kept(numbered, starts, numbers.space))
        found = numbered[kept]
        if spaced:
            kept, found = _opened(kept, found, numbers.space)
        owners = np.searchsorted(starts, kept, "right") - 1
        firsts += (held + np.searchsorted(owners, np.arange(len(block)))).tolist()
        codes.append(found.astype(np.uint32 if len(numbers.symbols) >= 1 << 16 else np.uint16))
        offsets.append((kept - starts[owners]).astype(np.int32))
        opened, lengths = _quotations(points, kept)
        quoted.append((held + opened, lengths))
        held += len(kept)
    return Stream(
        _joined(codes).astype(narrowest(len(numbers.symbols))), _joined(offsets), None, np.array(firsts, np.int64),
        ("\n", *numbers.symbols), "", (_joined([some for some, _ in quoted]), _joined([some for _, some in quoted])),
        numbers.space,
    )  # fmt: skip


def _opened(kept: Numbers, found: Numbers, space: int) -> tuple[Numbers, Numbers]:
    """A space before each word that follows a break, so that every word's start is told by one; it takes no place."""
    after = np.append(True, found[:-1] == SEPARATOR)
    bare = np.flatnonzero(after & (found != SEPARATOR) & (found != space))
    return np.insert(kept, bare, kept[bare]), np.insert(found, bare, space)


def _quotations(points: Numbers, kept: Numbers) -> tuple[Numbers, Numbers]:
    """(start, length) among the kept numbers of what stands between an opening mark and the next closing one."""
    opens = np.flatnonzero(np.isin(points, [ord(mark) for mark in OPENING]))
    closes = np.flatnonzero(np.isin(points, [ord(mark) for mark in CLOSING]))
    after = np.searchsorted(closes, opens)
    opens, after = opens[after < len(closes)], after[after < len(closes)]
    starts = np.searchsorted(kept, opens)
    return starts, np.searchsorted(kept, closes[after]) - starts


def _kept(numbered: Numbers, starts: Numbers, space: int) -> Numbers:
    """Which numbers stay: none that is left out, of breaks in a row the first, of spaces in a row the first."""
    kept = np.asarray(numbered != DROP)
    present = np.flatnonzero(kept)
    values = numbered[present]
    twice = np.zeros(len(values), bool)
    twice[1:] = (values[1:] == values[:-1]) & ((values[1:] == SEPARATOR) | (values[1:] == space))
    kept[present[twice]] = False
    kept[starts[1:] - 1] = True
    return kept


def _words(texts: Sequence[Text], left_out: Collection[str]) -> Stream:
    vocabulary = Vocabulary()
    codes: list[Numbers] = []
    offsets: list[Numbers] = []
    ends: list[Numbers] = []
    firsts: list[int] = []
    held = 0
    for block in _blocks(texts):
        lengths = np.fromiter((len(text.text) + 1 for text in block), np.int64, len(block))
        starts = np.cumsum(lengths) - lengths
        numbers, opens, closes = vocabulary.of("\n".join(_without(text, left_out) for text in block))
        last = int(lengths.sum()) - 1
        opens, closes = np.append(opens, last), np.append(closes, last)
        owners = np.searchsorted(starts, opens, "right") - 1
        firsts += (held + np.searchsorted(opens, starts)).tolist()
        codes.append(np.append(numbers, np.uint32(SEPARATOR)))
        offsets.append((opens - starts[owners]).astype(np.int32))
        ends.append((closes - starts[owners]).astype(np.int32))
        held += len(opens)
    words = vocabulary.words()
    return Stream(
        _joined(codes).astype(narrowest(len(words))), _joined(offsets), _joined(ends), np.array(firsts, np.int64),
        ("\n", *words), " ", (_joined([]), _joined([])),
    )  # fmt: skip


def _without(text: Text, left_out: Collection[str]) -> str:
    """The text with passages of some registers as new lines, so that places stay."""
    pieces: list[str] = []
    done = 0
    for passage in text.passages:
        if passage.register in left_out and passage.start >= done:
            pieces += (text.text[done : passage.start], "\n" * (passage.end - passage.start))
            done = passage.end
    return "".join((*pieces, text.text[done:]))


def _blocks(texts: Sequence[Text]) -> Iterator[list[Text]]:
    block: list[Text] = []
    held = 0
    for text in texts:
        block.append(text)
        held += len(text.text) + 1
        if held >= BLOCK:
            yield block
            block, held = [], 0
    if block:
        yield block


def _joined(parts: list[Numbers]) -> Numbers:
    return np.concatenate(parts) if parts else np.zeros(0, np.int64)
