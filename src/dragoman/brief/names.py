"""File names of source pages: a source's key, made safe for every file system and unique without regard to case."""

import re
from collections.abc import Iterable

from dragoman.model import Source, content_id

LONGEST = 60
RESERVED = re.compile(r"(index|con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def page_names(sources: Iterable[Source]) -> dict[str, str]:
    """The name of each source's page without folder, by the source's id.

    A plain key is its own name; one with other characters, or that differs from an earlier one only in case, gets a
    mark made from the key.

    >>> from dragoman.model import BibliographicRecord
    >>> page_names([Source("s1", "a.txt", "n5", BibliographicRecord())])
    {'s1': 'n5.html'}
    """
    taken: set[str] = set()
    names: dict[str, str] = {}
    for source in sorted(sources, key=lambda source: (source.key, source.id)):
        name = re.sub(r"[^\w.-]+", "-", source.key).strip(".-")[:LONGEST]
        if name != source.key or RESERVED.fullmatch(name) or name.casefold() in taken:
            name = f"{name or 'source'}-{content_id('p', source.key, source.id)[2:10]}"
        taken.add(name.casefold())
        names[source.id] = f"{name}.html"
    return names
