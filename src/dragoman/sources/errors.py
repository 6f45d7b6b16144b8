"""What can go wrong between a file and its text, told to the analyst.

SourcesError
├── CaseError    the case folder or its case.toml is not as it must be: nothing can go on
└── Refused      one file, member or row cannot be read: it is listed with the reason, and the rest go on
"""

from collections.abc import Iterable


class SourcesError(Exception):
    """The head of this room's errors; its text is a line that can be shown as it stands."""


class CaseError(SourcesError):
    """A case folder that cannot be used: what was read, where, what is wrong with it, what to do."""


class Refused(SourcesError):
    """A file, or a document inside it, that is not read. The text says why, and what would help."""


def nearest(word: str, known: Iterable[str]) -> str:
    """The end of a line about an unknown word: which known one is closest, or all of them where none is close.

    >>> nearest("titel", ["title", "author"])
    '; did you mean "title"?'
    >>> nearest("xyz", ["title", "author"])
    '; known are: author, title'
    """
    from difflib import get_close_matches

    names = sorted(known)
    close = get_close_matches(word.lower(), [name.lower() for name in names], n=1, cutoff=0.5)
    if close:
        found = next(name for name in names if name.lower() == close[0])
        return f'; did you mean "{found}"?'
    return "; known are: " + ", ".join(names)
