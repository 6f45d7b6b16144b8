"""The case's own gazetteer: the names of the package with the rows that a person accepted for the case."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from dragoman import gazetteer
from dragoman.gazetteer import Gazetteer, GazetteerError
from dragoman.model import Candidate, Case, Document, Judgement, Observation, content_id
from dragoman.sources import CaseError

_HEAD = "# Names of this case beyond those of the package: a row each, as in the package's own gazetteer.\n"


@dataclass(frozen=True, slots=True)
class NewName:
    """A candidate over a whole case: how often it stands in how many documents, and the first place it was found."""

    name: str
    kind: str
    title: str
    of: str | None
    count: int
    documents: int
    first: Observation


def case_gazetteer(path: Path) -> Gazetteer:
    """The package's gazetteer with the rows of a case's gazetteer.yaml, where there is one.

    Raises CaseError with the row that cannot be read.

    >>> case_gazetteer(Path("no-such-case/gazetteer.yaml")).name("PRK")
    'North Korea'
    """
    try:
        return gazetteer.load(path if path.is_file() else None)
    except GazetteerError as error:
        raise CaseError(str(error)) from error


def names_digest(path: Path) -> str:
    """A name for what a case's gazetteer.yaml holds; empty where there is none.

    >>> names_digest(Path("no-such-case/gazetteer.yaml"))
    ''
    """
    return content_id("gz", path.read_text(encoding="utf-8", errors="replace")) if path.is_file() else ""


def new_names(observations: Iterable[Observation], judgements: Iterable[Judgement]) -> list[NewName]:
    """The candidates of a case, the most frequent first, each name once; without those that a person rejected."""
    rejected = {one.quote for one in judgements if one.kind == "candidate" and one.decision == "reject"}
    found: dict[tuple[str, str], list[tuple[Observation, Candidate]]] = {}
    for one in observations:
        if isinstance(one.reading, Candidate) and one.reading.text not in rejected:
            found.setdefault((one.reading.text, one.reading.kind), []).append((one, one.reading))
    names = []
    for (name, kind), places in found.items():
        title = next((reading.title for _, reading in places if reading.title), "")
        of = next((reading.of for _, reading in places if reading.of), None)
        count = sum(reading.count for _, reading in places)
        names.append(NewName(name, kind, title, of, count, len(places), places[0][0]))
    return sorted(names, key=lambda one: (-one.count, one.name, one.kind))


def row_for(name: str, candidate: Candidate, document: Document, key: str, known: Gazetteer) -> dict[str, Any]:
    """The gazetteer row that makes a candidate a name of the case; a person may add to it."""
    row: dict[str, Any] = {"id": "-".join(name.lower().split()) if name.isascii() else name, "type": candidate.kind}
    state = known.state_of(candidate.of) if candidate.of else None
    if state:
        row["state"] = state
    row["names"] = {document.language: [name]}
    title = f", {candidate.title}" if candidate.title else ""
    row["source"] = f"accepted from {key}, characters {candidate.start}-{candidate.end}{title}"
    return row


def as_yaml(rows: Iterable[dict[str, Any]]) -> str:
    """Rows as lines of a gazetteer file.

    >>> as_yaml([{"id": "ri-kwang", "type": "person", "names": {"en": ["Ri Kwang"]}, "source": "k1"}])
    '- {id: ri-kwang, type: person, names: {en: [Ri Kwang]}, source: k1}\\n'
    """
    lines = [
        yaml.safe_dump(row, default_flow_style=True, allow_unicode=True, sort_keys=False, width=10**6) for row in rows
    ]
    return "".join(f"- {line}" for line in lines)


def accept_name(case: Case, row: dict[str, Any]) -> None:
    """Add a row to the case's gazetteer.yaml. Raises CaseError where its id has a row already, and adds nothing."""
    if row["id"] in case_gazetteer(case.gazetteer):
        raise CaseError(f"gazetteer.yaml: the id {row['id']!r} has a row already; add the name to it by hand")
    before = case.gazetteer.read_text(encoding="utf-8") if case.gazetteer.is_file() else _HEAD
    if before and not before.endswith("\n"):
        before += "\n"
    case.gazetteer.write_text(before + as_yaml([row]), encoding="utf-8")
