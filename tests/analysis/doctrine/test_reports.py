"""Real addresses, where the corpora lie beside the checkout: the ten of June 2018 and the fourteen of 2017."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.analysis.doctrine import Past, commitments, decode, earliest
from dragoman.model import Document


def lines(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


@pytest.fixture(scope="module")
def nineteenth(shared: Path) -> str:
    rows = lines(shared / "corpora" / "cpc_congress_reports.jsonl.gz")
    return next(row["content"] for row in rows if row["congress"] == 19)


@pytest.fixture(scope="module")
def work_reports(shared: Path) -> list[Document]:
    return [
        Document(f"do-{n}", f"so-{n}", "", row["content"], "zh", str(row["year"]), "text/1")
        for n, row in enumerate(lines(shared / "corpora" / "government_work_reports.jsonl.gz"))
        if str(row["year"]).isdigit()
    ]


@pytest.fixture(scope="module")
def ten(shared: Path) -> list[str]:
    return list(json.loads((shared / "corpora" / "ten_adherences_2018_zh.json").read_text("utf-8"))["items"])


@pytest.mark.parametrize("joint", ["，", "；", "。", "\n"])
def test_the_ten_commitments_of_june_2018(joint: str, ten: list[str]) -> None:
    text = "会议指出，概括起来主要有以下10个方面：" + joint.join(ten) + "。"
    assert [one.head for one in commitments(text, "zh")] == ten


def test_the_fourteen_of_the_19th_congress_and_none_false(nineteenth: str) -> None:
    found = commitments(nineteenth, "zh")
    assert [one.number for one in found] == list(range(1, 15))
    assert found[0].head == "坚持党对一切工作的领导"
    assert found[13].head == "坚持全面从严治党"


def test_earlier_wordings_known_from_the_public_record(ten: list[str], work_reports: list[Document]) -> None:
    past = Past(work_reports)
    text = "以下10个方面：" + "，".join(ten) + "。"
    said = {
        part.text: found.published
        for one in commitments(text, "zh")
        for part in one.parts
        if (found := earliest(part, past, "zh")) and found.whole
    }
    assert said["维护世界和平、促进共同发展"] == "1988"
    assert said["走和平发展道路"] == "2005"


def test_earliest_words_equal_a_plain_search(nineteenth: str, work_reports: list[Document]) -> None:
    reports = sorted(work_reports, key=lambda one: (one.published or "", one.id))
    address = decode(Document("do-x", "so-x", "", nineteenth, "zh", "2017-10-18", "text/1"), reports)
    for one in address.commitments:
        for said in one.earlier:
            holding = [row for row in reports if (row.published or "") < "2017-10-18" and said.anchor.quote in row.text]
            assert holding[0].published == said.published
