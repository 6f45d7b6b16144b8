"""Formulations of several shards counted over all of them, also where a shard had too few to find them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dragoman.analysis.formulations.candidates import Settings
from dragoman.analysis.formulations.counting import Matcher, matcher
from dragoman.analysis.formulations.found import Discovered
from dragoman.analysis.formulations.streams import marked, stream
from dragoman.analysis.formulations.texts import Text, period

_Key = tuple[str, str]
_Rows = dict[_Key, list[int]]


def recounted(
    found: Sequence[Discovered], shards: Iterable[tuple[str, list[Text]]], settings: Settings
) -> list[Discovered]:
    """The formulations with their documents and occurrences over all shards, without any that turns out not new."""
    since = period(settings.since)
    sought = [(one.language, _sought(one.phrase, one.language)) for one in found]
    matchers = {
        language: matcher(words for known, words in sought if known == language)
        for language in sorted({language for language, _ in sought})
    }
    counted: _Rows = {key: [0, 0, 0, 0] for key in sought}
    for language, texts in shards:
        if language in matchers:
            made = stream(texts, settings.left_out, language)
            for text, folded in zip(texts, made.folded(), strict=True):
                _count(folded, period(text.published), since, (language, matchers[language]), counted)
    return [
        replace(one, documents=documents, occurrences=occurrences, recent=recent)
        for one in found
        for documents, occurrences, recent, first in (counted[one.language, _sought(one.phrase, one.language)],)
        if not (since and 0 < first < since)
    ]


def _count(folded: str, day: int, since: int, ready: tuple[str, Matcher], counted: _Rows) -> None:
    """Add one document's hits: documents, occurrences, recent documents, earliest date."""
    language, automaton = ready
    for hit, times in Counter([hit[0] for hit in automaton.hits(folded)]).items():
        row = counted[language, automaton.phrases[hit]]
        row[0] += 1
        row[1] += times
        row[2] += day >= max(since, 1)
        row[3] = min(row[3] or day, day) if day else row[3]


def _sought(phrase: str, language: str) -> str:
    """A phrase as it stands in folded text: whole words in English, from a word's start in Korean.

    >>> _sought("양측", "ko"), _sought("会晤", "zh")
    (' 양측', '会晤')
    """
    if language == "en":
        return "".join(map(marked, phrase.split(" ")))
    return f" {phrase}" if language == "ko" else phrase
