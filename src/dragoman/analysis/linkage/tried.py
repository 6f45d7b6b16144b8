"""Which claims were tried in a case: a list that only grows, so that the forking paths cannot be forgotten."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from dragoman.analysis.linkage.lines import Line, line
from dragoman.analysis.linkage.parties import Between, between, read_between
from dragoman.analysis.linkage.window import LinkageError
from dragoman.extraction import Frame
from dragoman.gazetteer import Gazetteer
from dragoman.model import Event, Track


@dataclass(frozen=True, slots=True)
class Tried:
    """A claim as asked: `acts` and `answers` as TRACK:TYPE@ACTOR>RECIPIENT, the last day of its window, its period."""

    acts: str
    answers: str
    window: int
    first: str
    last: str

    @property
    def tracks(self) -> tuple[str, str]:
        """The tracks it is about, whatever its direction."""
        one, other = sorted((parts(self.acts)[0], parts(self.answers)[0]))
        return one, other

    @property
    def period(self) -> tuple[date, date]:
        """Its first and last day."""
        return date.fromisoformat(self.first), date.fromisoformat(self.last)


def read_tried(lines: Iterable[str]) -> Iterator[Tried]:
    """The claims of a file's lines, each once; a line that is none is passed over."""
    seen = set()
    for text in lines:
        try:
            one = Tried(**json.loads(text))
            one.period  # noqa: B018 (its days must be days)
        except (ValueError, TypeError):
            continue
        if one not in seen:
            seen.add(one)
            yield one


def written(tried: Tried) -> str:
    """A claim as a line of the file.

    >>> next(read_tried([written(Tried("trade:tariff", "china-dprk", 7, "2018-03-01", "2018-07-18"))])).window
    7
    """
    return json.dumps(asdict(tried), ensure_ascii=False)


def parts(asked: str) -> tuple[str, tuple[str, ...], str]:
    """The track, the types and the parties of a side, written TRACK:TYPE,TYPE@ACTOR>RECIPIENT.

    >>> parts("trade:tariff, retaliate@CHN"), parts("trade")
    (('trade', ('tariff', 'retaliate'), 'CHN'), ('trade', (), ''))
    """
    what, _, who = asked.partition("@")
    track, _, kinds = what.partition(":")
    return track.strip(), tuple(kind.strip() for kind in kinds.split(",") if kind.strip()), who.strip()


def side(
    asked: str, events: Sequence[Event], tracks: Sequence[Track], kinds: Mapping[str, Frame], gazetteer: Gazetteer
) -> Line:
    """The events that one side of a claim means; LinkageError where there is no such track, type or party.

    An actor means every event in which it, or whoever belongs to it, acts; in a meeting both sides do.
    """
    track, types, who = parts(asked)
    parties = read_between(who, gazetteer)
    if track not in {one.id for one in tracks}:
        raise LinkageError(f'no track "{track}"; there are: {", ".join(one.id for one in tracks) or "none"}')
    if unknown := sorted(set(types) - set(kinds)):
        raise LinkageError(f'no type of event is called "{unknown[0]}"; there are: {", ".join(sorted(kinds))}')
    held = [
        event
        for event in events
        if event.track == track and (not types or event.type in types) and _of(event, parties, kinds, gazetteer)
    ]
    return line(f"{' or '.join(types) or 'an event'}{parties.words(gazetteer)} ({track})", held)


def _of(event: Event, asked: Between, kinds: Mapping[str, Frame], gazetteer: Gazetteer) -> bool:
    frame = kinds.get(event.type)
    if frame and frame.symmetric:
        both = event.actors + event.recipients
        return between(asked, both, both, gazetteer)
    return between(asked, event.actors, event.recipients, gazetteer)
