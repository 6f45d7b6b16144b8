"""Sentences in Chinese, Japanese and Korean, coded by hand: every party exactly, and no event beside those coded."""

from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
import yaml

from dragoman.extraction import load_frames, observe
from dragoman.model import Report

FOLDER = Path(__file__).parent
LANGUAGES = ("zh", "ja", "ko")
FILES = {lang: yaml.safe_load((FOLDER / f"sentences_{lang}.yaml").read_text("utf-8")) for lang in LANGUAGES}
CODED = [(lang, *row) for lang in LANGUAGES for row in FILES[lang][lang]]
EMPTY = [(lang, text) for lang in LANGUAGES for text in FILES[lang]["none"][lang]]
TOLD: dict[str, set[str]] = defaultdict(set)
for _, sentence, kind, *_ in CODED:
    TOLD[sentence].add(kind)


def reports(text: str, lang: str) -> list[Report]:
    return [reading for reading in observe(text, lang, "2018-07-10") if isinstance(reading, Report)]


def fits(found: tuple[str, ...], coded: str) -> bool:
    """Whether at least one of the parties coded was read, and no other; nobody where nobody was coded."""
    return coded == "*" or (bool(found) == bool(coded) and set(found) <= set(coded.split("|")))


@pytest.mark.parametrize("row", CODED, ids=[f"{row[0]}-{row[2]}-{n}" for n, row in enumerate(CODED)])
def test_a_sentence_is_read_as_it_was_coded_by_hand(row: tuple[Any, ...]) -> None:
    lang, text, kind, actors, recipients, status, first, last, place = row
    everything = reports(text, lang)
    seen = [(r.type, r.actors, r.recipients, r.status) for r in everything]
    found = next((r for r in everything if r.type == kind), None)
    assert found is not None, seen
    assert fits(found.actors, actors), seen
    assert fits(found.recipients, recipients), seen
    assert (found.status, found.first, found.last) == (status, first, last)
    assert place is None or found.place == place


@pytest.mark.parametrize(("lang", "text"), sorted({(row[0], row[1]) for row in CODED}))
def test_no_event_is_read_beside_those_that_were_coded(lang: str, text: str) -> None:
    assert {report.type for report in reports(text, lang)} <= TOLD[text]


@pytest.mark.parametrize(
    ("lang", "text", "kind", "recipient"),
    [
        ("zh", "王毅2018年3月19日出任国务委员。", "appoint", "wang-yi"),
        ("ja", "李明博元大統領が2018年3月22日に逮捕された。", "arrest", "lee-myung-bak"),
        ("ja", "王毅外相が2018年3月19日、国務委員に就任した。", "appoint", "wang-yi"),
        ("ko", "이명박 전 대통령이 2018년 3월 22일 구속됐다.", "arrest", "lee-myung-bak"),
        ("ko", "왕이 외교부장은 2018년 3월 19일 국무위원에 취임했다.", "appoint", "wang-yi"),
    ],
)
def test_who_is_appointed_or_arrested_by_nobody_named_is_no_actor(
    lang: str, text: str, kind: str, recipient: str
) -> None:
    assert [(r.type, r.actors, r.recipients) for r in reports(text, lang)] == [(kind, (), (recipient,))]


@pytest.mark.parametrize(("lang", "text"), EMPTY)
def test_no_event_is_read_where_none_is_told(lang: str, text: str) -> None:
    assert [(r.type, r.frame, r.text) for r in reports(text, lang)] == []


def test_every_frame_has_lines_in_every_language() -> None:
    for frame in load_frames().values():
        assert set(LANGUAGES) <= set(frame.patterns), frame.type
