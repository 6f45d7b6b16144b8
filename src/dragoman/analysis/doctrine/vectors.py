"""Which way a commitment points: words that weigh for each vector, every one of them shown."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from dragoman.analysis.doctrine.commitments import Commitment
from dragoman.analysis.doctrine.rows import DoctrineError, read_data


@dataclass(frozen=True, slots=True)
class Vector:
    """One direction: its title, the side it is on (national or global), and its words by language."""

    id: str
    title: str
    side: str
    terms: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Weight:
    """A word in a commitment that weighs for a vector: text[start:end] == term."""

    vector: str
    start: int
    end: int
    term: str


@lru_cache(maxsize=1)
def vectors() -> dict[str, Vector]:
    """The vectors of the package, in the order of their file.

    >>> vectors()["global_order"].side
    'global'
    """
    found = {}
    for name, row in read_data("vectors.yaml").items():
        if row.get("side") not in ("national", "global"):
            raise DoctrineError(f"vectors.yaml, {name}: side must be national or global, not {row.get('side')!r}")
        terms = {language: tuple(words) for language, words in row["terms"].items()}
        found[name] = Vector(name, row["title"], row["side"], terms)
    return found


def weights(text: str, commitment: Commitment, language: str) -> list[Weight]:
    """The words of a commitment that weigh for a vector, none overlapping: the longest from each place.

    Latin words count as whole words, whatever their case.

    >>> from dragoman.analysis.doctrine import commitments
    >>> text = "第一，坚持推动构建人类命运共同体。第二，坚持全面从严治党。"
    >>> [[(w.vector, w.term) for w in weights(text, one, "zh")] for one in commitments(text, "zh")]
    [[('global_order', '人类命运共同体')], [('party', '从严治党')]]
    """
    automaton, owners = _automaton(language)
    start, end = commitment.start, commitment.body
    words = text[start:end].lower() if language == "en" else text[start:end]
    if len(words) != end - start:
        words = text[start:end]
    found: list[Weight] = []
    for index, first, last in automaton.find_matches_as_indexes(words):
        if language == "en" and (words[first - 1 : first].isalnum() or words[last : last + 1].isalnum()):
            continue
        found.append(Weight(owners[index], start + first, start + last, text[start + first : start + last]))
    return found


def leading(found: Sequence[Weight]) -> str | None:
    """The vector with the most letters in its words, the earlier in the file on a tie; None where no word weighs."""
    letters: Counter[str] = Counter()
    for one in found:
        letters[one.vector] += one.end - one.start
    order = list(vectors())
    return min(letters, key=lambda name: (-letters[name], order.index(name))) if letters else None


@lru_cache(maxsize=8)
def _automaton(language: str):  # type: ignore[no-untyped-def]
    from ahocorasick_rs import AhoCorasick, MatchKind

    owners = {
        (term.lower() if language == "en" else term): name
        for name, vector in reversed(vectors().items())
        for term in vector.terms.get(language, ())
    }
    return AhoCorasick(list(owners), matchkind=MatchKind.LeftmostLongest), list(owners.values())
