"""Candidates for the gazetteer: each new name of a text once, with how often it stands there."""

from collections.abc import Sequence

from dragoman.extraction.naming.names import Named
from dragoman.model import Candidate

_MOST = 400  # names of one text


def candidates(text: str, names: Sequence[Named]) -> list[Candidate]:
    """One candidate for each new name of a text, where it first stands beside a title.

    >>> text = "외무성 리광 부상이 왔다. 리광 부상은 떠났다."
    >>> names = [Named(at, at + 2, "person", "부상", None, "names.ko[0]") for at in (4, 15)]
    >>> [(one.text, one.count) for one in candidates(text, names)]
    [('리광', 2)]
    """
    first: dict[str, Named] = {}
    for name in names:
        first.setdefault(text[name.start : name.end], name)
    return [
        Candidate(name.start, name.end, words, name.kind, name.title, name.of, text.count(words), name.line)
        for words, name in list(first.items())[:_MOST]
    ]
