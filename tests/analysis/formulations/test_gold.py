"""The known formulations have the counts and first documents that a scan gave them, where the data are at hand."""

import csv
import gzip
import json
from pathlib import Path

import pytest

from dragoman.analysis.formulations import (
    Calendar,
    Settings,
    Text,
    count,
    discover,
    load_ladders,
    phrase_index,
    tally,
    trace,
)
from dragoman.analysis.formulations.discovering import candidates
from dragoman.analysis.formulations.tiers import load_scale
from dragoman.sources.registers import passages_in


@pytest.fixture(scope="module")
def texts(shared: Path) -> list[Text]:
    """The press conferences and the work reports that have a year."""
    corpora = shared / "corpora"
    with gzip.open(corpora / "mfa_presscon_2020_2022_zh.jsonl.gz", "rt", encoding="utf-8") as lines:
        found = [
            Text(row["id"], row["text"], row["date"], outlet="mfa", passages=passages_in(row["text"]))
            for row in map(json.loads, lines)
        ]
    with gzip.open(corpora / "government_work_reports.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["year"]]
    return found + [Text(f"report-{row['year']}", row["content"], str(row["year"]), outlet="npc") for row in rows]


@pytest.fixture(scope="module")
def gold(shared: Path) -> list[dict[str, str]]:
    """The rows of the gold set."""
    with (shared / "gold" / "formulations_zh.csv").open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def test_every_history_is_that_of_the_gold_set(texts: list[Text], gold: list[dict[str, str]]) -> None:
    index = phrase_index(texts)
    calendar, scale = Calendar(index), load_scale()
    for row in gold:
        told = trace(index, row["formulation"], scale, {}, calendar)
        first = told.first.published if told.first else ""
        said = (told.documents, told.occurrences, first)
        assert said == (int(row["documents"]), int(row["occurrences"]), row["first_document"]), row["formulation"]


def test_every_count_is_that_of_the_gold_set(texts: list[Text], gold: list[dict[str, str]]) -> None:
    counted = {one.phrase: one for one in tally(count(texts, [row["formulation"] for row in gold]))}
    for row in gold:
        one = counted.get(row["formulation"])
        said = (one.documents, one.occurrences) if one else (0, 0)
        assert said == (int(row["documents"]), int(row["occurrences"])), row["formulation"]


def test_the_known_are_found_without_a_list(texts: list[Text], gold: list[dict[str, str]]) -> None:
    known = [row["formulation"] for row in gold if int(row["documents"]) >= 5 and len(row["formulation"]) >= 4]
    found = {one.phrase for one in candidates(texts, Settings())}
    assert len(known) > 90
    assert sum(phrase in found for phrase in known) >= 0.97 * len(known)


def test_the_initiatives_of_2021_and_2022_are_among_the_first_thirty_new(texts: list[Text]) -> None:
    first = {one.phrase for one in discover(texts, Settings(since="2021-06"), load_ladders(), limit=30)}
    assert {"全球发展倡议", "全球安全倡议", "中国式现代化"} <= first
