"""Computed blocks of a brief: `{chronology}`, `{events}` and `{finding}`, with their options in YAML."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches

import yaml
from markdown_it.token import Token

from dragoman.analysis.chronology import OTHER
from dragoman.analysis.findings import ANALYSES
from dragoman.brief.draft import Draft, Problem, nearest_hint
from dragoman.brief.evidence import Evidence
from dragoman.model import Event, Finding

OPTIONS: dict[str, tuple[str, ...]] = {
    "chronology": ("tracks", "first", "last", "types", "ids", "caption"),
    "events": ("tracks", "first", "last", "types", "ids", "caption"),
    "finding": ("ids", "analysis", "tracks", "caption"),
}
LISTS = frozenset({"tracks", "types", "ids", "analysis"})
DAYS = frozenset({"first", "last"})


@dataclass(frozen=True, slots=True)
class Block:
    """A computed block that was read: its kind, its options (lists as tuples of text, days as dates), its faults."""

    kind: str
    line: int
    lists: dict[str, tuple[str, ...]] = field(default_factory=dict)
    days: dict[str, date] = field(default_factory=dict)
    caption: str = ""
    problems: tuple[Problem, ...] = ()


def is_block(token: Token) -> bool:
    """Whether a token is a fence whose info opens with a brace, or is the bare name of a computed block."""
    info = token.info.strip() if token.type == "fence" else ""
    return info.startswith("{") or info in OPTIONS


def read_block(token: Token) -> Block:
    """Read one computed block; what is unknown becomes a problem with its line and the nearest known word."""
    line = (token.map[0] if token.map else 0) + 1
    info = token.info.strip()
    kind = info.strip("{} ")
    if kind not in OPTIONS or kind == info:
        hint = f"write {{{kind}}}, in braces" if kind == info else nearest_hint(kind, tuple(OPTIONS))
        fault = Problem(line, f"unknown block {info}", hint)
        return Block(kind, line, problems=(fault,))
    try:
        options = yaml.safe_load(token.content) or {}
    except (yaml.YAMLError, ValueError) as fault_read:
        mark = getattr(fault_read, "problem_mark", None)
        at = line + 1 + (mark.line if mark else 0)
        return Block(
            kind, line, problems=(Problem(at, f"the options of {{{kind}}} are not YAML", "write: name: value"),)
        )
    if not isinstance(options, dict):
        fault = Problem(line + 1, f"the options of {{{kind}}} are not names and values", "write: name: value")
        return Block(kind, line, problems=(fault,))
    return _options(kind, line, token.content, options)


def _options(kind: str, line: int, body: str, options: dict[object, object]) -> Block:
    block = Block(kind, line)
    problems: list[Problem] = []
    caption = ""
    for given, value in options.items():
        name = {"id": "ids", "track": "tracks", "type": "types"}.get(str(given), str(given))
        at = _line_of(str(given), body, line)
        if name not in OPTIONS[kind]:
            problems.append(Problem(at, f"unknown option {name!r} of {{{kind}}}", nearest_hint(name, OPTIONS[kind])))
        elif name in LISTS:
            block.lists[name] = tuple(str(item) for item in (value if isinstance(value, list) else [value]))
        elif name in DAYS:
            day = _day(value)
            if day is None:
                problems.append(Problem(at, f"{name}: {value!r} is not a day", "write a day as 2018-03-01"))
            else:
                block.days[name] = day
        else:
            caption = str(value)
    return Block(kind, line, block.lists, block.days, caption, tuple(problems))


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


def _line_of(name: str, body: str, line: int) -> int:
    rows = (n for n, row in enumerate(body.splitlines(), line + 1) if row.lstrip("- '\"").startswith(name))
    return next(rows, line)


def blocks(draft: Draft) -> Iterator[Block]:
    """Every computed block of a draft, in order."""
    return (read_block(token) for token in draft.tokens if is_block(token))


def block_problems(block: Block, evidence: Evidence) -> tuple[Problem, ...]:
    """Faults of one block against a case: its own, and names of tracks, types and ids that the case does not have."""
    if block.problems:
        return block.problems
    faults = [
        Problem(block.line, f"{{{block.kind}}}: no {what} {name!r} in this case", _nearest(name, known))
        for option, what in (("tracks", "track"), ("types", "type of event"), ("ids", "id"), ("analysis", "analysis"))
        if option in block.lists
        for known in (_known(option, block.kind, evidence),)
        for name in block.lists[option]
        if name not in known
    ]
    chosen: Sequence[object] = (
        chosen_findings(block, evidence) if block.kind == "finding" else chosen_events(block, evidence)
    )
    if not faults and not chosen:
        faults.append(Problem(block.line, f"{{{block.kind}}} shows nothing", "widen its options", warning=True))
    return tuple(faults)


def _known(option: str, kind: str, evidence: Evidence) -> tuple[str, ...]:
    known: dict[str, Callable[[], Iterator[str]]] = {
        "tracks": lambda: iter((*(track.id for track in evidence.case.tracks), OTHER)),
        "types": lambda: (event.type for event in evidence.events),
        "ids": lambda: (item.id for item in (evidence.findings if kind == "finding" else evidence.events)),
        "analysis": lambda: iter((*ANALYSES, *(finding.analysis for finding in evidence.findings))),
    }
    return tuple(sorted(set(known[option]())))


def _nearest(name: str, known: tuple[str, ...]) -> str:
    near = get_close_matches(name, known, n=1, cutoff=0.5)
    if near:
        return f'did you mean "{near[0]}"?'
    return f"known: {', '.join(known[:8])}" if known else "the case has none"


def chosen_events(block: Block, evidence: Evidence) -> tuple[Event, ...]:
    """The events that a block asks for by type and id; days and tracks are for the chronology to choose."""
    types, ids = block.lists.get("types"), block.lists.get("ids")
    return tuple(
        event
        for event in evidence.events
        if (types is None or event.type in types) and (ids is None or event.id in ids)
    )


def chosen_findings(block: Block, evidence: Evidence) -> tuple[Finding, ...]:
    """The findings that a {finding} block asks for, in the order of the evidence."""
    ids, analysis, tracks = (block.lists.get(name) for name in ("ids", "analysis", "tracks"))
    return tuple(
        finding
        for finding in evidence.findings
        if (ids is None or finding.id in ids)
        and (analysis is None or finding.analysis in analysis)
        and (tracks is None or dict(finding.parameters).get("track") in tracks)
    )
