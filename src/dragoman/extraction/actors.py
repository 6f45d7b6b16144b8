"""Kinds of party, told from the words of its name: crowd, police, court, armed, army, media, people, company ..."""

import re
from functools import lru_cache
from pathlib import Path

from dragoman.extraction.rows import read_yaml
from dragoman.extraction.wording import expression

FOLDER = Path(__file__).parent / "actors"
AUTHORITY = "authority"


@lru_cache(maxsize=4)
def _kinds(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    path = FOLDER / f"{language}.yaml"
    rows = read_yaml(path, set()) if path.is_file() else {}
    return tuple((kind, re.compile(expression(words))) for kind, words in rows.items())


@lru_cache(maxsize=4096)
def kinds_of(name: str, language: str = "en") -> frozenset[str]:
    """The kinds that the words of a name tell, authority where they tell none.

    >>> sorted(kinds_of("striking miners in the north")), sorted(kinds_of("France"))
    (['crowd'], ['authority'])
    """
    return frozenset(kind for kind, words in _kinds(language) if words.search(name)) or frozenset({AUTHORITY})
