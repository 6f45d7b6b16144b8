"""The index of a built case: opened where it is there, else made from the store's documents."""

from dragoman.analysis.formulations.case_texts import CaseTexts
from dragoman.analysis.formulations.index import PhraseIndex
from dragoman.analysis.formulations.ladders import Ladders
from dragoman.analysis.formulations.shelf import open_index, write_index
from dragoman.model import Case, content_id
from dragoman.store import Store

SHAPE = "1"  # of the files; a change makes every index anew


def case_index(case: Case, store: Store, ladders: Ladders) -> PhraseIndex:
    """The index of the current documents of a case. It lies in `.dragoman/formulations/` and can be deleted."""
    ranked = repr(sorted(ladders.rungs.values(), key=lambda rung: rung.id))
    name = content_id("ix", SHAPE, store.state("built from"), ranked)
    folder = case.store.parent / "formulations"
    index = open_index(folder, name)
    if index is None:
        index = write_index(folder, name, CaseTexts(store, ladders))
    return index
