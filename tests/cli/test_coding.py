"""code and eval plv at the command line, with right and wrong input."""

import json

import pytest

from tests.cli.test_commands import run

GOOD = {"id": 7, "sentence": "France agreed to lift its sanctions on Iran.", "source": "France", "target": "Iran"}


def test_each_line_is_answered_in_order_with_its_id():
    lines = [GOOD, {**GOOD, "id": "b", "sentence": "France bombed Iran."}, {k: v for k, v in GOOD.items() if k != "id"}]
    code, out, _ = run("code", "--jsonl", "-", text="\n\n".join(json.dumps(line) for line in lines))
    answers = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [answer.get("id") for answer in answers] == [7, "b", None]
    assert [(answer["root"], answer["quad"]) for answer in answers] == [("AGREE", 1), ("ASSAULT", 4), ("AGREE", 1)]
    assert all(set(answer) - {"id"} == {"root", "quad", "frame"} for answer in answers)
    assert "id" not in answers[2]


def test_the_language_is_told_from_the_script_or_by_the_line():
    lines = [
        {"sentence": "中国强烈谴责美国对台军售。", "source": "中国", "target": "美国"},
        {"sentence": "북한은 한국을 강력히 규탄했다.", "source": "북한", "target": "한국"},
        {"sentence": "中国は米国を強く非難した。", "source": "中国", "target": "米国", "lang": "ja"},
        {**GOOD, "lang": "la"},
    ]
    code, out, _ = run("code", "--jsonl", "-", text="\n".join(json.dumps(line) for line in lines))
    answers = [json.loads(line) for line in out.splitlines()]
    assert code == 3
    assert [answer.get("root") for answer in answers] == ["ACCUSE", "ACCUSE", "ACCUSE", None]


def test_parties_that_are_not_there_are_answered_and_bad_lines_are_named():
    lines = [
        {"id": 1, "sentence": "The moon is round.", "source": "Peru", "target": None},
        {"id": 2, "sentence": "", "source": "", "target": ""},
        {"id": 3, "source": "a", "target": "b"},
        {"id": 4, "sentence": "x", "source": 5},
        ["x"],
    ]
    text = "\n".join(["not json", *map(json.dumps, lines), '{"sentence": "\\ud800 met", "source": "\\ud800"}'])
    code, out, err = run("code", "--jsonl", "-", text=text)
    answers = [json.loads(line) for line in out.splitlines()]
    assert code == 3
    assert ["error" in answer for answer in answers] == [True, False, False, True, True, True, False]
    assert answers[1]["frame"] is None
    assert "line 4" in answers[3]["error"]
    assert "line 4" in err


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["code", "-"], 2, "--jsonl"),
        (["code", "--jsonl", "no-such-file"], 2, "no such file"),
        (["code", "--jsonl", "-", "--lang", "la"], 2, "there are"),
        (["eval", "plv", "--data", "no-such-file"], 2, "no such file"),
        (["eval", "plv", "--data", "x", "--half", "first"], 2, "even"),
        (["eval", "dates", "--data", "x", "--half", "odd"], 2, "plv"),
    ],
)
def test_wrong_use_is_told_in_a_line(arguments, status, message):
    code, out, err = run(*arguments, text="")
    assert (code, out) == (status, "")
    assert message in err


def test_the_figures_say_nothing_of_the_sentences(tmp_path):
    path = tmp_path / "set.tsv"
    path.write_text("id\tsentence\tsource\ttarget\troot\tquad\n4\tPeru met Chile in Quito.\tPeru\tChile\tCONSULT\t1\n")
    code, out, _ = run("eval", "plv", "--data", path)
    figures = json.loads(out)
    assert code == 0
    assert (figures["all"]["n"], figures["even"]["root_accuracy"], figures["odd"]["n"]) == (1, 1.0, 0)
    assert "Quito" not in out


def test_a_set_that_cannot_be_read_is_refused(tmp_path):
    path = tmp_path / "set.tsv"
    path.write_text("id\tsentence\n")
    code, _, err = run("eval", "plv", "--data", path)
    assert code == 3
    assert "no column source" in err
