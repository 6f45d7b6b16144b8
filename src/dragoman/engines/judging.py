"""A person's decisions, put over what the program read."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from typing import cast

import msgspec

from dragoman.analysis.doctrine import Side
from dragoman.model import Judgement, Observation, Report
from dragoman.store import Standing

FOLLOWED = {"kept", "moved"}
Address = tuple[str | None, int | None, int | None, str, str]


def apply_judgements(
    observations: Iterable[Observation], judgements: Iterable[Judgement], standings: Iterable[Standing]
) -> Iterator[Observation]:
    """Leave out the reports that were rejected and put right those that were corrected.

    A judgement counts where its words still stand; what else it names is told by `check`.
    """
    decided = _standing((one for one in judgements if one.decision in ("accept", "reject", "correct")), standings)
    if not decided:
        yield from observations
        return
    for observation in observations:
        judgement = decided.get(_address(observation))
        if judgement is None or judgement.decision not in {"reject", "correct"}:
            yield observation
        elif judgement.decision == "correct" and isinstance(observation.reading, Report):
            yield replace(observation, reading=corrected(observation.reading, judgement.correction))


def bonds(
    observations: Iterable[Observation], judgements: Iterable[Judgement], standings: Iterable[Standing]
) -> dict[str, str]:
    """Which reports a person joined or set apart: the bond of each observation's id (see `extraction.merge`)."""
    decided = _standing((one for one in judgements if one.decision in ("merge", "split")), standings)
    if not decided:
        return {}
    held = ((observation, decided.get(_address(observation))) for observation in observations)
    return {observation.id: one.correction or one.id for observation, one in held if one is not None}


def deeds_decided(
    observations: Iterable[Observation], judgements: Iterable[Judgement], standings: Iterable[Standing]
) -> dict[tuple[str, str], Side]:
    """On which side of a commitment a person put what a report tells: by the commitment's and the observation's id."""
    decided = _standing((one for one in judgements if one.kind == "deed"), standings)
    places: dict[tuple[str | None, int | None, int | None], list[Judgement]] = defaultdict(list)
    for (document, start, end, _, _), judgement in decided.items():
        places[document, start, end].append(judgement)
    found: dict[tuple[str, str], Side] = {}
    for observation in observations:
        for judgement in places.get(_address(observation)[:3], ()):
            commitment, _, frame = judgement.about.partition(" ")
            if frame == about(observation):
                found[commitment, observation.id] = cast(Side, judgement.decision)
    return found


def _standing(judgements: Iterable[Judgement], standings: Iterable[Standing]) -> dict[Address, Judgement]:
    """The judgements whose words still stand, by where they stand now."""
    place = {one.judgement: one for one in standings if one.fate in FOLLOWED}
    return {
        (place[one.id].document, place[one.id].start, place[one.id].end, one.kind, one.about): one
        for one in judgements
        if one.id in place
    }


def about(observation: Observation) -> str:
    """What tells readings of one span apart: a report's frame, a mention's entity."""
    return str(getattr(observation.reading, "frame", None) or getattr(observation.reading, "entity", ""))


def corrected(report: Report, correction: str) -> Report:
    """A report with some fields put right. Raises ValueError that names the field and what is wrong.

    >>> from datetime import date
    >>> report = Report(0, 2, "会晤", "meet", "CONSULT", 1, ("CHN",), (), None, None, "day", "stated", None, "done",
    ...                 None, "meet.zh[0]", (0, 2))
    >>> corrected(report, '{"first": "2018-05-07"}').first
    datetime.date(2018, 5, 7)
    """
    known = {field.name for field in fields(Report)} - {"start", "end", "text", "trigger", "frame"}
    try:
        wanted = msgspec.json.decode(correction, type=dict[str, object])
    except msgspec.DecodeError as error:
        raise ValueError(f"a correction is a JSON object of fields and values ({error})") from error
    if unknown := sorted(wanted.keys() - known):
        raise ValueError(f"no field {unknown[0]!r} in a report; there are {', '.join(sorted(known))}")
    try:
        return msgspec.convert(msgspec.to_builtins(report) | wanted, Report)
    except msgspec.ValidationError as error:
        raise ValueError(f"a correction that does not fit: {error}") from error


def _address(observation: Observation) -> Address:
    reading = observation.reading
    return observation.document, reading.start, reading.end, observation.kind, about(observation)
