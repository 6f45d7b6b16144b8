"""Discovery: the formulations of a corpus, found without a list, a tokenizer or a model, and ranked.

Texts are taken language by language and shard by shard, so that memory is bounded by the shard and not by the corpus:
about 30 bytes a character of it. In a corpus of several shards a formulation must reach the least number of documents
in one of them; it is then counted over all. Give texts in the order of their dates, so that a shard is a stretch of
time.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from dragoman.analysis.formulations.candidates import Candidate, Settings, Shard, years_of
from dragoman.analysis.formulations.faults import FormulationError
from dragoman.analysis.formulations.found import Discovered
from dragoman.analysis.formulations.index import batches
from dragoman.analysis.formulations.ladders import Ladders
from dragoman.analysis.formulations.ranking import authority, life, same_family
from dragoman.analysis.formulations.recount import recounted
from dragoman.analysis.formulations.texts import Text, period_in_words

SHARD = 12_000_000  # code points in a shard: beyond it, sorting leaves the processor's caches and slows down
RERANKED = 1_000  # candidates of a shard looked at closely, or five for each that is asked for if that is more
FAMILY = 12  # forms of a formulation that are named beside it


def discover(
    texts: Iterable[Text], settings: Settings, ladders: Ladders, limit: int = 200, size: int = SHARD
) -> tuple[Discovered, ...]:
    """The first `limit` formulations by score. `texts` is gone through more than once where it fills several shards."""
    check(settings)
    merged: dict[tuple[str, str], Candidate] = {}
    outlets: dict[str, int] = {}
    years = 0
    shards: list[str] = []
    for language, batch in _by_language(texts, size):
        shards.append(language)
        years |= years_of(batch)
        if len(batch) < settings.min_documents:
            continue
        for found in Shard(batch, language, settings, outlets).best(max(RERANKED, 5 * limit)):
            key = (language, found.phrase)
            merged[key] = _merged(merged[key], found) if key in merged else found
    ranked = _ranked(merged, ladders, years)
    if len(shards) == len(set(shards)):
        return tuple(_families(ranked, limit))
    heads = _families(ranked, 2 * limit)
    return tuple(recounted(heads, _by_language(texts, size), settings)[:limit])


def candidates(texts: Iterable[Text], settings: Settings, size: int = SHARD) -> Iterator[Candidate]:
    """Every candidate of every shard that passes the filters, unranked over the corpus."""
    check(settings)
    for language, batch in _by_language(texts, size):
        yield from Shard(batch, language, settings, {}).best(None)


def check(settings: Settings) -> None:
    """Raises FormulationError for settings that cannot be meant."""
    if settings.min_chars < 2:
        raise FormulationError("a formulation has at least 2 characters; give --min-chars 2 or more (4 is usual)")
    if settings.min_documents < 2:
        raise FormulationError("a formulation stands in at least 2 documents; give --min-documents 2 or more")
    if settings.since is not None and not _is_day(settings.since):
        raise FormulationError(f'"{settings.since}" is no date; write a day, month or year as 2021-06-01')


def _is_day(value: str) -> bool:
    """Whether a value is a day, month or year of the calendar."""
    try:
        date.fromisoformat(value + {4: "-01-01", 7: "-01"}.get(len(value), ""))
    except ValueError:
        return False
    return True


def _by_language(texts: Iterable[Text], size: int) -> Iterator[tuple[str, list[Text]]]:
    """Shards of one language each."""
    for batch in batches(texts, size):
        languages: dict[str, list[Text]] = defaultdict(list)
        for text in batch:
            languages[text.language].append(text)
        for language in sorted(languages):
            yield language, languages[language]


def _merged(one: Candidate, other: Candidate) -> Candidate:
    """A candidate of two shards: sums, the earlier first use, the better score."""
    dated = [found for found in (one, other) if found.published]
    first = min(dated, key=lambda found: found.published, default=one)
    return replace(
        first,
        documents=one.documents + other.documents,
        occurrences=one.occurrences + other.occurrences,
        recent=one.recent + other.recent,
        outlets=one.outlets | other.outlets,
        years=one.years | other.years,
        left=max(one.left, other.left),
        right=max(one.right, other.right),
        score=max(one.score, other.score),
    )


def _ranked(merged: dict[tuple[str, str], Candidate], ladders: Ladders, years: int) -> list[Discovered]:
    """By score, times the share of the years since the first use that have it, times the authority of the first use."""
    found = []
    for (language, phrase), one in merged.items():
        score = one.score * life(one.years, years) * authority(ladders.rungs.get(one.rung))
        published, outlets = period_in_words(one.published), one.outlets.bit_count()
        counts = (one.documents, one.occurrences, one.recent, outlets)
        found.append(Discovered(phrase, language, *counts, published, one.first, one.rung, one.left, one.right, score))
    return sorted(found, key=lambda one: (-one.score, one.phrase))


def _families(ranked: list[Discovered], limit: int) -> list[Discovered]:
    """The best form of each formulation, the others named beside it."""
    heads: list[Discovered] = []
    forms: dict[str, list[str]] = defaultdict(list)
    for one in ranked:
        head = next(
            (best for best in heads if same_family(best.phrase, one.phrase, best.documents, one.documents)), None
        )
        if head is not None:
            forms[head.phrase].append(one.phrase)
        elif len(heads) < limit and not _is_time_or_quantity(one):
            heads.append(one)
    return [replace(head, forms=tuple(forms[head.phrase][:FAMILY])) for head in heads]


def _is_time_or_quantity(one: Discovered) -> bool:
    """Whether the phrase is nothing but a time or a quantity, as "last year" or "three billion dollars"."""
    from dragoman import languages

    spans = [(time.start, time.end) for time in languages.times(one.phrase, one.language)]
    spans += [(quantity.start, quantity.end) for quantity in languages.quantities(one.phrase, one.language)]
    return (0, len(one.phrase)) in spans
