"""The known formulations have the counts and first documents that a scan gave them, where the data are at hand."""

import csv
import gzip
import json
from pathlib import Path

import pytest

from dragoman.analysis.formulations import Calendar, Text, count, phrase_index, tally, trace
from dragoman.analysis.formulations.tiers import load_scale


@pytest.fixture(scope="module")
def texts(shared: Path) -> list[Text]:
    """The press conferences and the work reports that have a year."""
    corpora = shared / "corpora"
    with gzip.open(corpora / "mfa_presscon_2020_2022_zh.jsonl.gz", "rt", encoding="utf-8") as lines:
        found = [Text(row["id"], row["text"], row["date"]) for row in map(json.loads, lines)]
    with gzip.open(corpora / "government_work_reports.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["year"]]
    return found + [Text(f"report-{row['year']}", row["content"], str(row["year"])) for row in rows]


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
