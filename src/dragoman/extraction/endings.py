"""Endings of verbs that the expressions of a language name in angle brackets, read from one YAML file a language."""

import re
from functools import lru_cache
from pathlib import Path

from dragoman.extraction.rows import FrameError, read_yaml

FOLDER = Path(__file__).parent / "words"
_NAME = re.compile(r"<([가-힣ぁ-ん]+)>")


def filled(expression: str, language: str) -> str:
    """An expression with each name in angle brackets (<하>) written out; FrameError where nothing is so named.

    >>> import re
    >>> re.findall(filled("방문<하>", "ko"), "방문했다. 방문객. 방문하고 떠났다.")
    ['방문했', '방문하고']
    """
    return _NAME.sub(lambda match: _ending(match[1], language), expression)


@lru_cache(maxsize=64)
def _ending(name: str, language: str) -> str:
    path = FOLDER / f"{language}.yaml"
    if name not in (rows := read_yaml(path, set())):
        raise FrameError(f"{path.name} has no endings named <{name}>")
    return f"(?:{filled(rows[name], language)})"
