"""The watch list as an analyst keeps it, on the bundled case."""

import json
import shutil

import pytest

from tests.cli.test_commands import demo, run  # noqa: F401 (the bundled case, built once)

QUESTION = (
    "Will Kim Jong-un visit China by the end of September 2018?", "--closes", "2018-09-30T23:59:00+09:00",
    "--source", "Xinhua and KCNA", "--rule", "both report a visit that began in the period", "--probability", "0.6",
    "--reference", "china-dprk:visit", "--days", "30", "--when", "2018-07-10T09:00:00+09:00",
    "--indicator", "Group of Seven", "--reasons", "It is likely, and we have high confidence in that.",
)  # fmt: skip


@pytest.fixture
def folder(demo, tmp_path):  # noqa: F811
    shutil.copytree(demo[0], tmp_path / "copy")
    return tmp_path / "copy"


def listed(folder):
    _, out, _ = run("watch", folder, "--format", "json")
    return json.loads(out)


def test_a_question_is_frozen_updated_resolved_and_scored(folder):
    code, out, err = run("ask", folder, *QUESTION)
    assert code == 0, err
    (row,) = listed(folder)
    # Visits from 25 March, 7 May and 19 June, in stretches of 30 days back from 9 July: 3 of 4.
    assert row["base rate"].startswith("3 of 4")
    assert (row["likelihood"], row["touched"] > 0) == ("likely", True)
    assert (
        run("update", folder, row["id"], "--probability", "0.2", "--why", "none", "--when", "2018-08-01T00:00Z")[0] == 0
    )
    assert run("resolve", folder, row["id"], "no", "--evidence", "no report by 7 October")[0] == 0
    (row,) = listed(folder)
    assert (row["probability"], row["likelihood"], row["state"]) == (0.2, "unlikely", "no")
    _, out, _ = run("watch", folder)
    assert "1 resolved: Brier 0.040" in out
    assert "mixes likelihood and confidence" in out


def test_a_question_that_was_changed_by_hand_is_told_and_not_used(folder):
    run("ask", folder, *QUESTION)
    path = folder / "watch.jsonl"
    path.write_text(path.read_text("utf-8").replace('"probability":0.6', '"probability":0.9') + "{broken\n", "utf-8")
    assert listed(folder) == []
    run("ask", folder, *QUESTION)
    _, out, _ = run("watch", folder)
    assert "changed after it was frozen" in out
    assert "line 2: no record" in out


def test_wrong_questions_are_refused_in_a_line(folder):
    changed = [("0.6", "1"), ("2018-09-30T23:59:00+09:00", "soon"), ("china-dprk:visit", "nowhere")]
    for old, new in changed:
        code, _, err = run("ask", folder, *(new if word == old else word for word in QUESTION))
        assert code == 2, err
    assert run("resolve", folder, "qu-", "yes", "--evidence", "x")[0] == 2
    assert not (folder / "watch.jsonl").exists()


def test_a_wrong_update_is_refused_and_one_written_by_hand_breaks_nothing(folder):
    run("ask", folder, *QUESTION, "--indicator", " ")
    (row,) = listed(folder)
    for more, words in (
        (("--when", "yesterday"), "no time with its offset"),
        (("--when", "2019-01-01T00:00Z"), "a probability given afterwards is no forecast"),
        (("--when", "2017-01-01T00:00Z"), "cannot be older"),
        (("--when", "2018-08-01T00:00Z", "--why", " "), "no reason"),
    ):
        code, _, err = run("update", folder, row["id"], "--probability", "0.2", "--why", "none", *more)
        assert (code, words in err) == (2, True), err
    code, _, err = run("resolve", folder, row["id"], "yes", "--evidence", "x", "--when", "soon")
    assert (code, "no time with its offset" in err) == (2, True)
    path = folder / "watch.jsonl"
    with path.open("a", encoding="utf-8") as file:
        file.write(f'{{"kind":"update","question":"{row["id"]}","when":"soon","probability":0.2,"why":"x"}}\n')
        file.write(f'{{"kind":"resolution","question":"{row["id"]}","when":"soon","answer":"yes","evidence":"x"}}\n')
    code, out, _ = run("watch", folder)
    assert code == 0
    assert "watch.jsonl, line 2" in out
    assert "watch.jsonl, line 3" in out
    assert listed(folder)[0]["state"] != "yes"
