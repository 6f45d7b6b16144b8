"""Chinese in one shape: traditional characters as simplified ones, each in its place, so that offsets stay the same."""

from functools import cache
from importlib import resources


def simplified(text: str) -> str:
    """A text with its traditional characters as simplified ones, character by character.

    >>> simplified("外交部召見日本代表")
    '外交部召见日本代表'
    """
    return text.translate(_table())


@cache
def _table() -> dict[int, str]:
    """From OpenCC's table (Apache-2.0), the first choice of each; only what is one character in both shapes."""
    rows = (resources.files("opencc") / "dictionary" / "TSCharacters.txt").read_text("utf-8").splitlines()
    pairs = [(old, new.split(" ")[0]) for old, _, new in (row.partition("\t") for row in rows)]
    return {ord(old): new for old, new in pairs if len(old) == len(new) == 1}
