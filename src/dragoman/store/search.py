"""Full-text search that finds every substring of Chinese, Japanese and Korean, whatever its length.

The index holds one token a character (one a word in other scripts) and narrows the documents; each hit is then found
in the search form itself, so that nothing is found that is not there and every hit has its exact characters.
"""

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.model import Anchor
from dragoman.store.search_form import SearchForm, search_form

# One token: a character of a script that does not put spaces between words, or a run of other letters and digits.
_SINGLE = (
    "\u1100-\u11ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3038-\u303b\u3041-\u312f\u3131-\u318e\u31a0-\u31bf"
    "\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\U0001b000-\U0001b16f"
    "\U00020000-\U0003ffff"
)
_TOKEN = re.compile(f"[{_SINGLE}]|[^\\W_{_SINGLE}]+")
_LONGEST_TOKEN = 64


@dataclass(frozen=True, slots=True)
class SearchHit:
    """Where a query stands in the original text, with some of the text around it."""

    anchor: Anchor
    before: str
    after: str


def tokens(form: str) -> list[str]:
    """The index's tokens of a search form.

    >>> tokens("g7峰会 in 2018")
    ['g7', '峰', '会', 'in', '2018']
    """
    return [match.group()[:_LONGEST_TOKEN] for match in _TOKEN.finditer(form)]


def index(connection: sqlite3.Connection, number: int, text: str) -> None:
    """Put a document's search form into the index, under its number."""
    form = " ".join(tokens(search_form(text).text))
    connection.execute("INSERT INTO search (rowid, form) VALUES (?, ?)", (number, form))


def search(connection: sqlite3.Connection, query: str, limit: int | None = None) -> Iterator[SearchHit]:
    """Every place where `query` stands in the current documents, in the order of their sources' paths.

    Case, width and traditional or simplified shape do not matter. Words of scripts with spaces match as whole words;
    white space in the query matches any white space. A query of nothing but punctuation is looked for text by text.
    """
    wanted = search_form(query.strip()).text
    if not wanted:
        return
    pattern = _pattern(wanted)
    found = 0
    for identity, text in _candidates(connection, tokens(wanted)):
        form = search_form(text)
        for match in pattern.finditer(form.text):
            yield _hit(identity, text, form, match.start(1), match.end(1))
            found += 1
            if limit is not None and found >= limit:
                return


def _pattern(wanted: str) -> re.Pattern[str]:
    """Overlapping occurrences, whole words at edges that are words."""
    body = r"\s+".join(re.escape(part) for part in wanted.split())
    word = f"[^\\W_{_SINGLE}]"
    left = f"(?<!{word})" if re.match(word, wanted) else ""
    right = f"(?!{word})" if re.search(f"{word}$", wanted) else ""
    return re.compile(f"{left}(?=({body}){right})")


def _candidates(connection: sqlite3.Connection, wanted: list[str]) -> Iterator[tuple[str, str]]:
    if not wanted:
        yield from connection.execute(
            "SELECT document.id, text FROM document JOIN source ON source.id = document.source WHERE current = 1 "
            "ORDER BY source.path"
        )
        return
    phrase = '"' + " ".join(wanted) + '"'
    yield from connection.execute(
        "SELECT document.id, text FROM search JOIN document ON document.number = search.rowid "
        "JOIN source ON source.id = document.source WHERE search MATCH ? AND current = 1 ORDER BY source.path",
        (phrase,),
    )


def _hit(identity: str, text: str, form: SearchForm, start: int, end: int) -> SearchHit:
    first, last = form.original(start, end)
    anchor = Anchor(identity, first, last, text[first:last])
    return SearchHit(anchor, text[max(0, first - 40) : first], text[last : last + 40])
