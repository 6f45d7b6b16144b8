"""Who answers for an address: whoever is named, else whoever its record names."""

from collections.abc import Sequence

from dragoman.gazetteer import Gazetteer
from dragoman.model import Source


class UnknownSpeaker(LookupError):
    """Nobody is known who answers for an address; the message says what to give."""


def speakers_of(source: Source, language: str, by: str | None, known: Gazetteer) -> Sequence[str]:
    """Who was named (`by`, a gazetteer id), else whoever the record's author or outlet belongs to.

    Raises UnknownSpeaker for an id that there is not, and where the record names nobody.
    """
    if by is not None:
        if by not in known:
            raise UnknownSpeaker(f"{by} is no id of the gazetteer; give a state or person, as CHN")
        return [by]
    for name in ("author", "publisher", "container-title", "title"):
        found = [known.state_of(mention.entity) for mention in known.find(source.record.value(name) or "", language)]
        if states := [state for state in found if state]:
            return states[:1]
    raise UnknownSpeaker(f"{source.key}: its record names nobody who answers for it; say who does, as CHN")
