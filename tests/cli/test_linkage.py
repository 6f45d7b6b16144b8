"""link on the bundled case: the claims of 2018, and what was tried before."""

import json
import shutil

from tests.cli.test_commands import demo, run  # noqa: F401 (the bundled case, built once)


def linked(folder, acts, answers, window, *more):
    code, out, err = run("link", folder, "--from", acts, "--to", answers, "--window", window, "--format", "json", *more)
    assert code == 0, err
    return json.loads(out)["tests"]


def test_the_claims_of_2018_on_the_bundled_case(demo, tmp_path):  # noqa: F811
    folder = tmp_path / "copy"
    shutil.copytree(demo[0], folder)
    forward, reverse = linked(folder, "trade:tariff@USA", "china-dprk:visit", 7)
    # Moves on 22 March, 15 June and 6 July, visits from 25 March, 7 May and 19 June: two of three within a week.
    assert (forward["acts"], forward["answers"], forward["followed"], reverse["followed"]) == (3, 3, 2, 0)
    answer, _ = linked(folder, "trade:tariff@USA", "trade:retaliate@CHN", 1)
    assert answer["followed"] == answer["answers"]
    _, out, _ = run("link", folder, "--from", "trade:tariff@USA", "--to", "china-dprk:visit")
    assert out.startswith("suggestive: In 2 of 3 cases")
    _, out, _ = run("link", folder, "--from", "trade:tariff@USA", "--to", "trade:retaliate@CHN", "--window", 1)
    assert out.startswith("established:")


def test_each_answer_stands_beside_the_act_it_follows_with_delay_and_scale(demo, tmp_path):  # noqa: F811
    folder = tmp_path / "copy"
    shutil.copytree(demo[0], folder)

    def asked(acts, answers, window):
        _, out, _ = run("link", folder, "--from", acts, "--to", answers, "--window", window, "--format", "json")
        return json.loads(out)["pairs"]

    visits = asked("trade:tariff@USA", "china-dprk:visit", 7)
    # 22 to 25 March is three days, 15 to 19 June four; on 7 May no tariff was less than a week old.
    assert [one["after"] for one in visits] == ["3 days", None, "4 days"]
    last = asked("trade:tariff@USA", "trade:retaliate@CHN", 1)[-1]
    assert (last["after"], last["relation"]) == ("0 days", "reciprocity")
    assert "the same money: $34 bn against $34 bn" in last["scale"]
    assert "the same percent: 25 % against 25 %" in last["scale"]
    assert "another count: 818 items against 545 items" in last["scale"]
    assert any("以此反制美国的关税措施" in words for words in last["answer words"])
    assert any("発動した" in words for words in last["act words"])


def test_claims_that_were_tried_are_kept_and_counted(demo, tmp_path):  # noqa: F811
    folder = tmp_path / "copy"
    shutil.copytree(demo[0], folder)
    for window in (7, 14, 7):
        linked(folder, "trade:tariff@USA", "china-dprk:visit", window)
    assert len((folder / "tried.jsonl").read_text("utf-8").splitlines()) == 2
    kept = (folder / "tried.jsonl").read_text("utf-8")
    (folder / "tried.jsonl").write_text(kept + "{broken\n", "utf-8")
    _, out, _ = run("link", folder, "--from", "trade:tariff@USA", "--to", "china-dprk:visit", "--window", 10)
    # The four of case.toml between these tracks (a week, a fortnight, with the talks, the reverse), and this one.
    assert "5 claims were tried on these tracks" in out
    days = ("--window", 10, "--period", "2018-03-01/2018-06-30")
    _, out, _ = run("link", folder, "--from", "trade:tariff@USA", "--to", "china-dprk:visit", *days)
    assert "claims were tried on these tracks" not in out  # those were over other days, which is told
    assert "also tried over 1 other period" in out


def test_a_question_without_meaning_is_refused_in_a_line(demo):  # noqa: F811
    for acts, more, words in (
        ("nowhere", (), "no track"),
        ("trade:dance", (), "no type of event"),
        ("trade@NOBODY", (), "no id of the gazetteer"),
        ("trade", ("--period", "yesterday"), "write it as"),
        ("trade", ("--period", "2018-07-18/2018-03-01"), "before it begins"),
        ("trade", ("--window", "500"), "every answer would count"),
        ("trade@XXX", (), '"XXX" is no id'),
        ("china-dprk", (), "would answer themselves"),
        ("elections", (), "1 event, 0 days of the period"),
        ("doctrine:elect", (), "1 day of the period"),
        ("trade", ("--period", "1990-01-01/1990-12-31"), "0 days of the period"),
    ):
        code, _, err = run("link", demo[0], "--from", acts, "--to", "china-dprk:visit", *more)
        assert (code, words in err) == (2, True), err


def test_a_period_that_nobody_watched_is_told(demo, tmp_path):  # noqa: F811
    folder = tmp_path / "copy"
    shutil.copytree(demo[0], folder)
    days = ("--period", "1918-01-01/2018-12-31")
    _, out, _ = run("link", folder, "--from", "trade:tariff@USA", "--to", "china-dprk:visit", *days)
    assert "the period goes beyond the days of the case (2018-03-01 to 2018-07-18)" in out


def test_a_rule_is_frozen_and_scored_on_what_came_later(demo, tmp_path):  # noqa: F811
    folder = tmp_path / "copy"
    shutil.copytree(demo[0], folder)
    sides = ("--from", "trade:tariff@USA", "--to", "china-dprk:visit", "--window", 7)
    code, out, err = run("freeze", folder, *sides, "--when", "2018-05-31T12:00:00+09:00")
    assert code == 0, err
    assert "events from 2018-06-01 on count" in out
    _, out, _ = run("frozen", folder, "--format", "json")
    (row,) = json.loads(out)
    # Since then moves on 15 June (a visit on 19 June) and 6 July (none by 13 July).
    assert (row["acts"], row["answered"]) == (2, 1)
    # Before it visits on 25 March and 7 May: an act on eight days before each, of the 85 days from 1 March to 24 May.
    assert row["base rate"] == round(16 / 85, 3)
    for more, words in (
        (("--when", "2018-06-01T00:00Z"), "frozen already"),
        (("--window", 9, "--when", "soon"), "no time with its offset"),
        (("--from", "nowhere"), "no track"),
    ):
        code, _, err = run("freeze", folder, *sides, *more)
        assert (code, words in err) == (2, True), err
    _, out, _ = run("link", folder, *sides)
    assert "note: exploratory" in out
    assert "(2018-06-01" not in out


def test_a_rival_stands_beside_the_claim(demo, tmp_path):  # noqa: F811
    folder = tmp_path / "copy"
    shutil.copytree(demo[0], folder)
    more = ("--window", 21, "--rival", "inter-korean:meet")
    _, out, _ = run("link", folder, "--from", "trade:tariff@USA", "--to", "china-dprk:visit", *more, "--format", "json")
    row = json.loads(out)["tests"][2]
    assert (row["claim"], row["answers"]) == ("rival inter-korean:meet", 3)
    assert "inter-korean" not in (folder / "tried.jsonl").read_text("utf-8")
