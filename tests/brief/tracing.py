"""Five texts of three years with a phrase, its long form and two members of a family, for the page on formulations."""

from dataclasses import replace
from pathlib import Path

from dragoman.analysis.formulations import load_ladders, phrase_index, texts_of
from dragoman.brief import Evidence
from dragoman.brief.formulation_study import FormulationStudy, formulation_study
from dragoman.model import (
    BibliographicField,
    BibliographicRecord,
    Document,
    PhrasesAsked,
    Source,
    content_id,
)
from tests.brief.linking import EVENTS, TRACKS
from tests.brief.making import CASE, evidence

LONG, SHORT = "全球安全合作倡议", "全球倡议"
TEXTS = {
    "a": ("2018-03-10", "双方讨论全球安全合作倡议。"),
    "b": ("2018-03-20", "没有别的话。"),
    "c": ("2018-05-02", "全球倡议，全球倡议；全球<b>发展倡议。"),
    "d": ("2018-05-09", "重申全球安全合作倡议。"),
    "e": (None, "未注日期，全球倡议。"),
}


def document(key: str) -> Document:
    day, text = TEXTS[key]
    return Document(content_id("do", key, text), f"so-{key}", "0" * 64, text, "zh", day, "text 1")


def source(key: str) -> Source:
    record = BibliographicRecord((BibliographicField("container-title", "人民日报", "x"),))
    return Source(f"so-{key}", f"{key}.txt", key, record)


def held(folder: Path, *phrases: str, track: str = "") -> Evidence:
    case = replace(CASE, folder=folder, tracks=TRACKS, formulations=PhrasesAsked(phrases, track))
    documents = {document(key).id: document(key) for key in TEXTS}
    return evidence(
        case=case, sources=tuple(source(key) for key in TEXTS), documents=documents, observations={}, events=EVENTS,
        findings=(),
    )  # fmt: skip


def traced(made: Evidence) -> FormulationStudy:
    ladders = load_ladders()
    sources = {one.id: one for one in made.sources}
    ordered = [document(key) for key in TEXTS]
    found = formulation_study(made.case, phrase_index(texts_of(ordered, sources, ladders)), ladders)
    assert found is not None
    return found
