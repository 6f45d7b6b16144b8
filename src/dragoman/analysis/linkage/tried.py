"""Which claims were tried in a case: a list that only grows, so that the forking paths cannot be forgotten."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from dragoman.analysis.linkage.lines import Line, line
from dragoman.analysis.linkage.window import LinkageError
from dragoman.extraction import Frame
from dragoman.gazetteer import Gazetteer
from dragoman.model import Event, Track


@dataclass(frozen=True, slots=True)
class Tried:
    """A claim as asked: `acts` and `answers` as TRACK or TRACK:TYPE,TYPE, the last day of its window, its period."""

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
    """The track, the types and the actor of a side, written TRACK:TYPE,TYPE@ACTOR.

    >>> parts("trade:tariff, retaliate@CHN"), parts("trade")
    (('trade', ('tariff', 'retaliate'), 'CHN'), ('trade', (), ''))
    """
    what, _, actor = asked.partition("@")
    track, _, kinds = what.partition(":")
    return track.strip(), tuple(kind.strip() for kind in kinds.split(",") if kind.strip()), actor.strip()


def side(
    asked: str, events: Sequence[Event], tracks: Sequence[Track], kinds: Mapping[str, Frame], gazetteer: Gazetteer
) -> Line:
    """The events that one side of a claim means; LinkageError where there is no such track, type or actor.

    An actor means every event in which it, or whoever belongs to it, acts; in a meeting both sides do.
    """
    track, types, actor = parts(asked)
    if actor and actor not in gazetteer:
        raise LinkageError(f'"{actor}" is no id of the gazetteer; write a state or person, as trade:tariff@USA')
    if track not in {one.id for one in tracks}:
        raise LinkageError(f'no track "{track}"; there are: {", ".join(one.id for one in tracks) or "none"}')
    if unknown := sorted(set(types) - set(kinds)):
        raise LinkageError(f'no type of event is called "{unknown[0]}"; there are: {", ".join(sorted(kinds))}')
    held = [
        event
        for event in events
        if event.track == track
        and (not types or event.type in types)
        and (not actor or any(actor in (one, gazetteer.state_of(one)) for one in _acting(event, kinds)))
    ]
    by = f" by {gazetteer.name(actor)}" if actor else ""
    return line(f"{' or '.join(types) or 'an event'}{by} ({track})", held)


def _acting(event: Event, kinds: Mapping[str, Frame]) -> tuple[str, ...]:
    frame = kinds.get(event.type)
    return event.actors + event.recipients if frame and frame.symmetric else event.actors
