"""Reports of one event joined across documents and languages, each join with its reasons, no conflict averaged."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dragoman.extraction.composing import compose
from dragoman.extraction.frames import load_frames
from dragoman.extraction.matching import (
    WIDE,
    Witnessed,
    coarse,
    in_one_place_only,
    interval,
    same_days,
    same_parties,
    same_place,
    standing,
)
from dragoman.gazetteer import Gazetteer
from dragoman.model import Event, Report, Track

Side = tuple[str, ...]


def merge(
    reports: Iterable[tuple[str, str, str, Report]],
    tracks: Sequence[Track],
    gazetteer: Gazetteer,
    syndicated: Mapping[str, str] | None = None,
    bonds: Mapping[str, str] | None = None,
) -> tuple[Event, ...]:
    """The events that the reports tell of, in the order of their days.

    Each report comes with the ids of its observation, document and source. `syndicated` gives the witness group of a
    document (see `witness_groups`); a document that is not in it is a witness with its source. The result does not
    depend on the order of the reports.

    `bonds` are a person's decisions: the observations with one bond are one event, whatever else speaks against it.
    A bond of one report keeps it apart from all others; one of several is joined by a further report that fits any of
    them.

    Exact reports are joined first, each to the event that fits it best; a rough one (a month, or dated by its
    publication only) joins an event only where just one fits. A report without a date stays an event of its own.
    """
    groups, decided = syndicated or {}, bonds or {}
    shared = {bond for bond, held in Counter(decided.values()).items() if held > 1}
    rows = [Witnessed(seen, doc, groups.get(doc, source), report) for seen, doc, source, report in reports]
    rows.sort(key=lambda row: (row.observation not in decided, _order(row)))
    clusters: list[_Cluster] = []
    bound: dict[str, int] = {}
    index: dict[tuple[object, ...], set[int]] = defaultdict(set)
    for alike in _alike(rows, decided):
        report, bond = alike[0].report, decided.get(alike[0].observation)
        days, (kept, sought) = _days(report), _sides(report, gazetteer)
        if bond is None:
            places = {number for day in days for side in sought for number in index.get((day, *side), ())}
            home = _home(report, [clusters[number] for number in sorted(places)], gazetteer)
        else:
            home = bound.get(bond)
        if home is None:
            home = len(clusters)
            clusters.append(_Cluster(home, bond))
        if bond is not None:
            bound[bond] = home
        clusters[home].add(alike)
        if bond is not None and bond not in shared:
            continue
        for key in [(day, *side) for day in days for side in kept]:
            index[key].add(home)
    return compose(((cluster.rows, cluster.bond is not None) for cluster in clusters), tracks, gazetteer)


class _Cluster:
    """The reports taken as one event so far; of those that say the same, one stands for all in comparisons."""

    def __init__(self, number: int, bond: str | None = None) -> None:
        self.number = number
        self.bond = bond
        self.rows: list[Witnessed] = []
        self.kinds: dict[tuple[object, ...], Report] = {}

    def add(self, alike: Sequence[Witnessed]) -> None:
        self.rows += alike
        self.kinds.setdefault(_kind(alike[0].report), alike[0].report)

    def takes(self, report: Report, symmetric: bool, gazetteer: Gazetteer) -> bool:
        """Whether a report can be of this event: it fits all of its reports, or any where a person joined them."""
        fits = (_one_event(report, other, symmetric, gazetteer) for other in self.kinds.values())
        return all(fits) if self.bond is None else any(fits)


def _kind(report: Report) -> tuple[object, ...]:
    """What tells a report from others as far as joining goes."""
    r = report
    return r.type, standing(r.status), r.actors, r.recipients, r.first, r.last, r.precision, r.basis, r.place


def _alike(rows: Sequence[Witnessed], decided: Mapping[str, str]) -> Iterable[list[Witnessed]]:
    """The reports that say the same, together, in the order of their first; what is undated or decided stays alone."""
    groups: dict[object, list[Witnessed]] = {}
    for row in rows:
        alone = row.observation in decided or interval(row.report) is None
        groups.setdefault(row.observation if alone else _kind(row.report), []).append(row)
    return groups.values()


def once(report: Report) -> int:
    """The days within which what is reported happens but once."""
    frame = load_frames().get(report.type)
    return frame.once if frame else 0


def _order(row: Witnessed) -> tuple[bool, int, str, str, str]:
    """Exact reports before rough ones, then by day; ids settle the rest."""
    report = row.report
    days = interval(report)
    width = (days[1] - days[0]).days if days else 0
    return coarse(report), width, str(report.first), row.document, row.observation


def _days(report: Report) -> list[object]:
    """The days of a report and those beside them; an interval of over a quarter is looked for as a whole."""
    days = interval(report)
    if days is None:
        return []
    if days[1] - days[0] > WIDE:
        return [days]
    beside = 1 + once(report)
    return list(range(days[0].toordinal() - beside, days[1].toordinal() + beside + 1))


def _sides(report: Report, gazetteer: Gazetteer) -> tuple[list[Side], list[Side]]:
    """Under which states a report is kept, and under which its event is sought.

    A report with both sides is kept under each pair of states, and under each alone for reports that leave a side out.
    """
    head = (report.type, standing(report.status))
    actors, recipients = (
        sorted({gazetteer.state_of(party) or party for party in side}) for side in (report.actors, report.recipients)
    )
    alone: list[Side] = [(*head, "one side", party) for party in actors + recipients]
    whole: list[Side] = [(*head, "of both", party) for party in actors + recipients]
    if not actors or not recipients:
        return alone, alone + whole
    pairs: list[Side] = [(*head, *sorted((one, other))) for one in actors for other in recipients]
    return pairs + whole, pairs + alone


def _home(report: Report, clusters: Sequence[_Cluster], gazetteer: Gazetteer) -> int | None:
    frame = load_frames().get(report.type)
    symmetric = frame is not None and frame.symmetric
    fitting = [
        (_closeness(report, cluster), -cluster.number)
        for cluster in clusters
        if cluster.takes(report, symmetric, gazetteer)
    ]
    if not fitting or (coarse(report) and len(fitting) > 1):
        return None
    return -max(fitting)[1]


def _one_event(one: Report, other: Report, symmetric: bool, gazetteer: Gazetteer) -> bool:
    return (
        same_days(one, other, once(one))
        and same_parties(one, other, symmetric, gazetteer)
        and (same_place(one.place, other.place, gazetteer) or in_one_place_only(one, other, gazetteer))
    )


def _closeness(report: Report, cluster: _Cluster) -> tuple[int, int, int]:
    """How well a report fits an event: shared names first, then the same days, then the same place."""
    parties = {*report.actors, *report.recipients}
    return max(
        (
            len(parties & {*other.actors, *other.recipients}),
            int((report.first, report.last) == (other.first, other.last)),
            int(report.place is not None and report.place == other.place),
        )
        for other in cluster.kinds.values()
    )
