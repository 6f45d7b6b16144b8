"""Candidates of several shards counted over all of them, also where a shard had too few to find them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from dragoman.analysis.formulations.candidates import Candidate, Settings
from dragoman.analysis.formulations.counting import Matcher, matcher
from dragoman.analysis.formulations.streams import Stream, stream
from dragoman.analysis.formulations.texts import Text, period

_Key = tuple[str, str]
_Found = dict[tuple[str, str], Candidate]


def recounted(found: _Found, shards: Iterable[tuple[str, list[Text]]], settings: Settings) -> _Found:
    """The candidates with their documents, occurrences and first uses over all shards; none that turns out not new."""
    since = period(settings.since)
    matchers = {
        language: matcher(_sought(phrase, language) for known, phrase in found if known == language)
        for language in sorted({language for language, _ in found})
    }
    counted: dict[tuple[str, str], list[int]] = {key: [0, 0, 0, 0] for key in found}
    for language, texts in shards:
        if language in matchers:
            made = stream(texts, settings.left_out, language)
            for number, text in enumerate(texts):
                _count(made, number, period(text.published), since, language, matchers[language], counted)
    return {
        key: replace(one, documents=documents, occurrences=occurrences, recent=recent)
        for key, one in found.items()
        for documents, occurrences, recent, first in (counted[key],)
        if documents and not (since and 0 < first < since)
    }


def _count(  # noqa: PLR0913, PLR0917
    made: Stream, number: int, day: int, since: int, language: str, ready: Matcher, counted: dict[_Key, list[int]]
) -> None:
    """Add one document's hits: documents, occurrences, recent documents, earliest date."""
    for hit, times in Counter(hit[0] for hit in ready.hits(made.folded(number))).items():
        row = counted[language, ready.phrases[hit].strip()]
        row[0] += 1
        row[1] += times
        row[2] += day >= max(since, 1)
        row[3] = min(row[3] or day, day) if day else row[3]


def _sought(phrase: str, language: str) -> str:
    """A phrase as it stands in folded text: a word's neighbours are spaces."""
    return f" {phrase} " if language == "en" else f" {phrase}" if language == "ko" else phrase
