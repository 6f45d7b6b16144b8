"""Which lane of the chronology an event belongs to."""

from collections.abc import Sequence

from dragoman.extraction.matching import same_party
from dragoman.gazetteer import Gazetteer
from dragoman.model import Track


def track_of(kind: str, parties: Sequence[str], tracks: Sequence[Track], gazetteer: Gazetteer) -> str | None:
    """The id of the first track whose every stated condition the event meets, or None.

    >>> from dragoman.gazetteer import load
    >>> track_of("visit", ["kim-jong-un", "CHN"], [Track("a", "A", ("CHN", "PRK"))], load())
    'a'
    """
    for track in tracks:
        if track.types and kind not in track.types:
            continue
        if _between(track.between, parties, gazetteer):
            return track.id
    return None


def _between(between: Sequence[str], parties: Sequence[str], gazetteer: Gazetteer) -> bool:
    """Whether each id of `between` has a party of its own that is it or stands for it."""
    free = list(parties)
    for side in between:
        party = next((p for p in free if side in gazetteer and same_party(p, side, gazetteer)), None)
        if party is None:
            return False
        free.remove(party)
    return True
