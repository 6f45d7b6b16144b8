"""Documents that are copies of one another: they count as one witness."""

import zlib
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from dragoman.model import Document

LENGTH = 8
SKETCH = 4
ALIKE = 0.8


def witness_groups(documents: Iterable[Document]) -> dict[str, str]:
    """The witness group of each document id: the smallest source id among its near-identical copies.

    Two texts are copies where more than four fifths of their runs of eight letters are shared (Jaccard; Broder 1997).
    Versions of one source are one witness too.
    """
    rows = sorted(documents, key=lambda document: document.id)
    parents = {document.id: document.id for document in rows}
    shingles = {document.id: _shingles(document.text) for document in rows}
    candidates: dict[int | str, list[str]] = defaultdict(list)
    for document in rows:
        candidates[document.source].append(document.id)
        for value in sorted(shingles[document.id])[:SKETCH]:
            candidates[value].append(document.id)
    for key, group in candidates.items():
        for one, other in pairwise(group):
            if isinstance(key, str) or _alike(shingles[one], shingles[other]):
                parents[_root(parents, other)] = _root(parents, one)
    names: dict[str, str] = {}
    for document in rows:
        root = _root(parents, document.id)
        names[root] = min(names.get(root, document.source), document.source)
    return {document.id: names[_root(parents, document.id)] for document in rows}


def _shingles(text: str) -> frozenset[int]:
    letters = "".join(filter(str.isalnum, text)).casefold()
    data = letters.encode("utf-8", "surrogatepass")
    if len(letters) < LENGTH:
        return frozenset([zlib.crc32(data)] if data else ())
    starts = [place for place, byte in enumerate(data) if byte & 0xC0 != 0x80]  # where a letter begins
    starts.append(len(data))
    return frozenset([zlib.crc32(data[first:last]) for first, last in zip(starts, starts[LENGTH:], strict=False)])


def _alike(one: frozenset[int], other: frozenset[int]) -> bool:
    if min(len(one), len(other)) <= ALIKE * max(len(one), len(other)):
        return False
    shared = len(one & other)
    return bool(shared) and shared > ALIKE * (len(one) + len(other) - shared)


def _root(parents: dict[str, str], name: str) -> str:
    while parents[name] != name:
        parents[name] = parents[parents[name]]
        name = parents[name]
    return name
