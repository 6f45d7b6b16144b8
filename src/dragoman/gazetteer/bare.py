"""The bare name of an organ after another state's name: 法国外交部 is not the Chinese ministry."""

import re
from collections.abc import Mapping, Sequence

from dragoman.gazetteer.entity import Entity
from dragoman.gazetteer.names import Span

_STATES = ("state", "territory")
_LINK = re.compile(r"(?:['’]s |[的の]|(?<=[가-힣]) )?")


def without_others(text: str, found: Sequence[Span], entities: Mapping[str, Entity]) -> list[Span]:
    """The spans without organs whose name stands directly after the name of a state that is not theirs.

    `found` is in order. Outlets stay: 中国新华社 and 朝鲜路透社记者 alike name the agency.

    >>> from dragoman.gazetteer import load
    >>> [m.entity for m in load().find("法国外交部", "zh")], [m.entity for m in load().find("外交部", "zh")]
    (['FRA'], ['chn-mfa'])
    """
    kept: list[Span] = []
    last: Span | None = None
    for span in found:
        entity = entities[span[2]]
        if last is None or entity.type != "organ" or entity.outlet or not _others(text, last, span, entities):
            kept.append(span)
        last = span
    return kept


def _others(text: str, before: Span, organ: Span, entities: Mapping[str, Entity]) -> bool:
    owner = entities[before[2]]
    if owner.type not in _STATES or owner.state == entities[organ[2]].state or organ[0] - before[1] > 3:
        return False
    return _LINK.fullmatch(text, before[1], organ[0]) is not None
