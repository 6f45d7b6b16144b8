"""What the analyses say of a case, as far as its case.toml asks: gathered once, shown by a page each."""

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman import gazetteer
from dragoman.analysis.formulations import FormulationError, case_index, load_ladders
from dragoman.analysis.linkage import LinkageError
from dragoman.analysis.rounds import Round, rounds
from dragoman.brief.doctrine_study import DoctrineStudy, doctrine_study
from dragoman.brief.formulation_study import FormulationStudy, formulation_study
from dragoman.brief.hypothesis_study import HypothesisStudy, hypothesis_study
from dragoman.brief.ledgers_study import LedgersStudy, ledgers_study
from dragoman.brief.linkage_study import LinkageStudy, linkage_study
from dragoman.brief.readouts_study import ReadoutsStudy, readouts_study
from dragoman.brief.watch_study import WatchStudy, watch_study
from dragoman.extraction import load_frames
from dragoman.model import Anchor, Case
from dragoman.sources import CaseError
from dragoman.store import Store


@dataclass(frozen=True, slots=True)
class Studies:
    """The rounds of a case, and the study behind each page; None where the case asks for none."""

    rounds: tuple[Round, ...] = ()
    formulations: FormulationStudy | None = None
    doctrine: DoctrineStudy | None = None
    linkage: LinkageStudy | None = None
    hypotheses: HypothesisStudy | None = None
    watch: WatchStudy | None = None
    readouts: ReadoutsStudy | None = None
    ledgers: LedgersStudy | None = None

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """Every place in a source that a page of a study leads to, each once."""
        held = (self.formulations, self.doctrine, self.hypotheses, self.readouts, self.watch, self.ledgers)
        found = {anchor for one in held if one for anchor in one.anchors}
        return tuple(sorted(found, key=lambda one: (one.document, one.start, one.end)))


NOTHING = Studies()


def study(case: Case, store: Store) -> Studies:
    """Every study that a built case asks for. CaseError, with its place, where case.toml asks for what is not there."""
    events = store.events()
    try:
        cut = rounds(events, case.rounds, case.tracks, load_frames(), gazetteer.load())
    except LinkageError as error:
        raise CaseError(f"case.toml, [rounds]: {error}") from error
    studies = Studies(
        cut,
        _formulations(case, store),
        doctrine_study(case, store),
        linkage_study(case, events, [document.published or "" for document in store.heads()]),
        hypothesis_study(case, store),
        watch_study(case, store),
        readouts_study(case, store),
        ledgers_study(case, store),
    )
    wrong = false_places(studies, {document.id: document.text for document in store.documents()})
    if wrong:
        raise CaseError(f"{wrong[0]}; build the case anew (delete {case.store.parent.name}/ and run `dragoman build`)")
    return studies


def false_places(studies: Studies, texts: Mapping[str, str]) -> list[str]:
    """A line for each place of a study whose quote does not stand there in the texts, by document; as it must be, none.

    >>> false_places(NOTHING, {})
    []
    """
    return [
        f"“{one.quote}” does not stand at {one.start}-{one.end} of {one.document}"
        for one in studies.anchors
        if not one.holds(texts.get(one.document, ""))
    ]


def _formulations(case: Case, store: Store) -> FormulationStudy | None:
    if case.formulations is None:
        return None
    try:
        ladders = load_ladders(case.folder)
        return formulation_study(case, case_index(case, store, ladders), ladders)
    except FormulationError as error:
        raise CaseError(str(error)) from error
