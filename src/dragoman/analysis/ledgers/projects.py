"""Projects and what became of them: announced, begun, suspended, resumed, cancelled, with the words for each step."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

import yaml

from dragoman import languages
from dragoman.analysis.day_words import interval_in_words
from dragoman.analysis.ledgers.stances import published
from dragoman.analysis.reportage import Reportage
from dragoman.model import Anchor, Finding, Mention, Sentence, TimeExpression, content_id

GAP = 24  # characters between a project and what is said of it, at most
REACH = 60  # characters around a word for a project in which its name and what is said of it are looked for


@dataclass(frozen=True, slots=True)
class _Tongue:
    noun: re.Pattern[str]
    name: re.Pattern[str]
    bare: re.Pattern[str]
    verbs: tuple[tuple[re.Pattern[str], str], ...]


@dataclass(frozen=True, slots=True)
class Step:
    """What one text says became of a project: `status`, the days, and the words."""

    status: str
    first: date | None
    last: date | None
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Project:
    """A project by its name as written, the states named with it, and its history by day; the last step is its status.

    A name that is part of a longer one in the same text is the longer one's. Texts that name a project differently make
    two projects.
    """

    name: str
    states: tuple[str, ...]
    steps: tuple[Step, ...]

    @property
    def status(self) -> str:
        """What was said last."""
        return self.steps[-1].status


def projects(reportage: Reportage) -> tuple[Project, ...]:
    """The projects that a case's texts say something became of, by name."""
    steps: dict[str, list[Step]] = defaultdict(list)
    states: dict[str, set[str]] = defaultdict(set)
    for document in sorted(reportage.documents):
        found = list(_in_document(document, reportage))
        names = {name for name, _, _ in found}
        for name, step, named in found:
            whole = max((one for one in names if name in one), key=lambda one: (len(one), one))
            steps[whole].append(step)
            states[whole] |= named
    return tuple(
        Project(name, tuple(sorted(states[name])), tuple(sorted(steps[name], key=_by_day))) for name in sorted(steps)
    )


def project_findings(found: Sequence[Project], reportage: Reportage) -> tuple[Finding, ...]:
    """A finding for each project: its status and the steps to it."""
    return tuple(_finding(one, reportage) for one in found)


def _finding(project: Project, reportage: Reportage) -> Finding:
    steps = ", ".join(f"{one.status} {interval_in_words(one.first, one.last, 'month')}" for one in project.steps)
    where = ", ".join(reportage.name(state) for state in project.states)
    said = f"“{project.name}”{f' ({where})' if where else ''}: {steps}."
    anchors = tuple(dict.fromkeys(one.anchor for one in project.steps))
    return Finding(
        content_id("fi", "project", said, *(anchor.id for anchor in anchors)), "project", project.status, said,
        anchors, (), (("steps", str(len(project.steps))),), (("project", project.name),),
        ("Announced is not done: the words say which.",),
    )  # fmt: skip


def _in_document(document: str, reportage: Reportage) -> Iterator[tuple[str, Step, set[str]]]:
    held = reportage.documents[document]
    tongue = _tongues().get(held.language)
    if tongue is None:
        return
    for sentence in languages.sentences(held.text, held.language):
        for match in tongue.noun.finditer(sentence.text):
            low, high = max(0, match.start() - REACH), match.end() + REACH
            found = [
                (hit.span(), status) for verb, status in tongue.verbs for hit in verb.finditer(sentence.text, low, high)
            ]
            own = (_opening(sentence.text, low, match.start(), tongue, [span for span, _ in found]), match.end())
            name = sentence.text[slice(*own)].strip()
            hits = [(_gap(own, span), span, status) for span, status in found if span[1] <= own[0] or span[0] >= own[1]]
            if not hits or own[0] == match.start() or min(hits)[0] > GAP or tongue.bare.fullmatch(name):
                continue
            _, span, status = min(hits)
            start, end = (sentence.start + at for at in (min(own[0], span[0]), max(own[1], span[1])))
            first, last = _days(document, sentence, reportage)
            named = {state for one in _named(document, sentence, reportage) if (state := reportage.known.state_of(one))}
            yield name, Step(status, first, last, Anchor(document, start, end, held.text[start:end])), named


def _opening(text: str, low: int, noun: int, tongue: _Tongue, verbs: list[tuple[int, int]]) -> int:
    """Where the name that ends in a word for a project begins: after the last thing that is said of it before it."""
    said = max((end for _, end in verbs if end <= noun), default=low)
    said += len(text[said:noun]) - len(text[said:noun].lstrip("了過过 "))
    before = tongue.name.search(text[max(low, said) : noun])
    return noun - len(before[0]) if before else noun


def _gap(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(one[0] - other[1], other[0] - one[1], 0)


def _named(document: str, sentence: Sentence, reportage: Reportage) -> Iterator[str]:
    for one in reportage.within("mention", document, sentence.start, sentence.end):
        mention = one.reading
        if isinstance(mention, Mention) and mention.type in {"state", "territory"}:
            yield mention.entity


def _days(document: str, sentence: Sentence, reportage: Reportage) -> tuple[date | None, date | None]:
    for one in reportage.within("time", document, sentence.start, sentence.end):
        time = one.reading
        if isinstance(time, TimeExpression) and time.role == "event":
            return time.first, time.last
    day = published(document, reportage)
    return day, day


def _by_day(step: Step) -> tuple[date, str, int]:
    return step.first or step.last or date.max, step.anchor.document, step.anchor.start


@cache
def _tongues() -> dict[str, _Tongue]:
    text = (resources.files("dragoman.analysis.ledgers") / "projects.yaml").read_text("utf-8")
    data: dict[str, Any] = yaml.safe_load(text)
    return {
        language: _Tongue(
            re.compile(rows["noun"]), re.compile(rows["name"]), re.compile(rows["bare"]),
            tuple((re.compile(row["verb"]), str(row["as"])) for row in rows["rows"]),
        )
        for language, rows in data.items()
    }  # fmt: skip
