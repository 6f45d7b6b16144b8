"""All records of a case as JSON lines: one record a line, in a fixed order, the same bytes for the same sources."""

from collections.abc import Iterable, Iterator

import msgspec

from dragoman.model import KINDS, Judgement
from dragoman.store import Store

_ENCODER = msgspec.json.Encoder(order="sorted")
OBSERVED = tuple(sorted(KINDS))


def export_records(store: Store, judgements: Iterable[Judgement] = ()) -> Iterator[str]:
    """Each current record as `{"noun": ..., "id": ..., ...}`, noun by noun: sources, documents, observations, events,
    findings, judgements.

    Nothing in it depends on the order in which files were read, on the clock, the locale or the machine.
    """
    yield from _lines("source", ((one.id, one) for one in store.sources()))
    yield from _lines("document", ((one.id, one) for one in store.documents()))
    for kind in OBSERVED:
        yield from _lines("observation", ((one.id, one) for one in store.observations(kind)))
    yield from _lines("event", ((one.id, one) for one in store.events()))
    yield from _lines("finding", ((one.id, one) for one in store.findings()))
    yield from _lines("judgement", ((one.id, one) for one in judgements))


def _lines(noun: str, records: Iterable[tuple[str, object]]) -> Iterator[str]:
    for identity, record in records:
        fields = {"noun": noun, **msgspec.to_builtins(record), "id": identity}
        yield _ENCODER.encode(fields).decode("utf-8") + "\n"
