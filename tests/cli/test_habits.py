"""habits on a case of our own press conferences and readouts, from the command line."""

import json

import pytest

import dragoman
from tests.analysis.habits.test_answers import HABIT, WITH, WITHOUT, conference
from tests.cli.test_commands import run


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    folder = tmp_path_factory.mktemp("habits") / "case"
    run("init", folder)
    rows = [conference(at, some) for at, some in enumerate([WITH] * 10 + [WITHOUT] * 3, 1)]
    with (folder / "sources" / "mfa.jsonl").open("w", encoding="utf-8") as file:
        for row in rows:
            record = {"id": row.key, "date": row.published, "title": "记者会", "text": row.text}
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
    for at, words in enumerate(("坦诚", "建设性", "坦诚"), 1):
        text = f"2021年3月{at}日，习近平在北京同拜登举行会谈。双方进行了{words}的会谈。"
        (folder / "sources" / f"n{at}.txt").write_text(text, "utf-8")
        record = f'key = "n{at}"\nlanguage = "zh"\nissued = "2021-03-0{at}"\ncontainer-title = "人民日报"\n'
        (folder / "sources" / f"n{at}.toml").write_text(record, "utf-8")
    return folder


def test_a_departure_is_told_with_the_words_it_rests_on(case):
    code, out, _ = run("habits", case, "--format", "json")
    rows = json.loads(out)
    assert code == 0
    one = next(row for row in rows if row["verdict"] == "departure")
    assert HABIT in one["sentence"]
    assert "8 of the last 8" in one["sentence"]
    assert "k11 (2021-01-11)" in one["sentence"]
    moves = [row["verdict"] for row in rows if "China and United States" in row["sentence"]]
    assert moves == ["first", "warmer", "cooler"]


def test_a_topic_and_a_day_narrow_it(case):
    opened = dragoman.open_case(case)
    assert any(finding.verdict == "departure" for finding in opened.habits("朝鲜半岛", "2021-01-11"))
    assert not any(finding.verdict == "departure" for finding in opened.habits("朝鲜半岛", "2021-01-12"))


def test_anchors_hold(case):
    opened = dragoman.open_case(case)
    texts = {document.id: document.text for document in opened.documents()}
    for finding in opened.habits():
        assert all(texts[one.document][one.start : one.end] == one.quote for one in finding.anchors)


def test_what_cannot_be_said_is_said_in_a_line(case, tmp_path):
    code, _, err = run("habits", case, "--topic", "月球基地")
    assert (code, "no question of the case is about" in err) == (2, True)
    code, _, err = run("habits", case, "--since", "2021-13")
    assert (code, "is no date" in err) == (2, True)
    run("init", tmp_path / "empty")
    code, out, _ = run("habits", tmp_path / "empty")
    assert (code, "No habit shows" in out) == (0, True)
    (tmp_path / "empty" / "warmth.yaml").write_text("rows: [", "utf-8")
    (tmp_path / "empty" / "sources" / "a.txt").write_text("双方会谈。", "utf-8")
    code, _, err = run("habits", tmp_path / "empty")
    assert (code, "warmth.yaml" in err) == (3, True)
