"""The hypotheses of a case, weighed, with each citation led back to the characters it names."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from dragoman.analysis.hypotheses import Evidence as Item
from dragoman.analysis.hypotheses import Fault, Matrix, Weighed, findings, read_hypotheses, weigh
from dragoman.brief.citations import parse_citation
from dragoman.brief.evidence import Catalogue
from dragoman.brief.gathering import gather
from dragoman.brief.resolve import resolve
from dragoman.model import Anchor, Case, Finding
from dragoman.store import Store

NAME = "hypotheses.toml"


@dataclass(frozen=True, slots=True)
class HypothesisStudy:
    """The matrix as written, and how it weighs, both None where it cannot be weighed; faults of the file with lines.

    An item whose citation does not hold is not weighed: it is in `matrix` and not in `sound`. `places` are the anchors
    of an item's citation by (item, ""), and those of a cell's own by (item, hypothesis).
    """

    matrix: Matrix | None
    sound: Matrix | None
    weighed: Weighed | None
    places: Mapping[tuple[str, str], tuple[Anchor, ...]]
    faults: tuple[Fault, ...]

    @property
    def anchors(self) -> Iterator[Anchor]:
        """Every place that the page leads to."""
        for held in self.places.values():
            yield from held

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What it says of each hypothesis, by rank."""
        held = {item: anchors for (item, cell), anchors in self.places.items() if not cell}
        return findings(self.sound, held) if self.sound else ()


def hypothesis_study(case: Case, store: Store) -> HypothesisStudy | None:
    """Read and weigh the case's hypotheses.toml; None where there is none."""
    path = case.folder / NAME
    if not path.is_file():
        return None
    try:
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        fault = Fault(1, f"byte {error.start} is not UTF-8; save the file as UTF-8")
        return HypothesisStudy(None, None, None, {}, (fault,))
    return weighed_hypotheses(text, Catalogue(gather(case, store)))


def weighed_hypotheses(text: str, catalogue: Catalogue) -> HypothesisStudy:
    """The same for the text of the file and the sources that it cites."""
    matrix, faults = read_hypotheses(text)
    places: dict[tuple[str, str], tuple[Anchor, ...]] = {}
    wrong = list(faults)
    sound = []
    for item in matrix.evidence if matrix else ():
        missed: list[Fault] = []
        for cell, cite, line in _citations(item):
            places[item.id, cell], faulty = _resolved(cite, line, catalogue)
            missed += faulty
        wrong += missed
        if item.cite and not missed:
            sound.append(item)
    held = replace(matrix, evidence=tuple(sound)) if matrix and sound else None
    return HypothesisStudy(matrix, held, weigh(held) if held else None, places, tuple(sorted(wrong)))


def _citations(item: Item) -> Iterator[tuple[str, str, int]]:
    """The item's citation and those of its cells, each with the hypothesis of the cell and its line."""
    if item.cite:
        yield "", item.cite, item.lines["cite"]
    for name, cell in item.cells.items():
        if cell.cite:
            yield name, cell.cite, item.lines[name]


def _resolved(cite: str, line: int, catalogue: Catalogue) -> tuple[tuple[Anchor, ...], list[Fault]]:
    read = parse_citation(cite)
    if read is None or cite[read[1] :].strip():
        return (), [Fault(line, "a citation is written as in a brief: cite = '[@key \"words of it\"]'")]
    citation = read[0]
    if citation.fault:
        return (), [Fault(line, citation.fault)]
    anchors, wrong = [], []
    for part in citation.parts:
        resolution = resolve(part, catalogue)
        if resolution.anchor:
            anchors.append(resolution.anchor)
        else:
            wrong.append(
                Fault(line, f"{resolution.reason}; {resolution.hint}" if resolution.hint else resolution.reason)
            )
    return tuple(anchors), wrong
