"""What the analyses say of a case, as far as its case.toml asks: gathered once, shown by a page each."""

from dataclasses import dataclass

from dragoman import gazetteer
from dragoman.analysis.linkage import LinkageError
from dragoman.analysis.rounds import Round, rounds
from dragoman.brief.linkage_study import LinkageStudy, linkage_study
from dragoman.extraction import load_frames
from dragoman.model import Case
from dragoman.sources import CaseError
from dragoman.store import Store


@dataclass(frozen=True, slots=True)
class Studies:
    """The rounds of a case, and the study behind each page; None where the case asks for none."""

    rounds: tuple[Round, ...] = ()
    linkage: LinkageStudy | None = None


NOTHING = Studies()


def study(case: Case, store: Store) -> Studies:
    """Every study that a built case asks for. CaseError, with its place, where case.toml asks for what is not there."""
    events = store.events()
    try:
        cut = rounds(events, case.rounds, case.tracks, load_frames(), gazetteer.load())
    except LinkageError as error:
        raise CaseError(f"case.toml, [rounds]: {error}") from error
    return Studies(cut, linkage_study(case, events))
