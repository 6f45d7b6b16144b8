"""coverage, ledger, posts on the bundled case, and what they say where there is nothing to say."""

import csv
import io
import json

import pytest

from tests.cli.test_commands import demo, run  # noqa: F401 (the bundled case, built once)


def asked(folder, *arguments):
    code, out, err = run(*arguments[:1], folder, *arguments[1:], "--format", "json")
    return code, json.loads(out) if out else None, err


def test_coverage_tells_the_break_with_custom_and_every_row_its_source(demo):  # noqa: F811
    code, said, _ = asked(demo[0], "coverage")
    assert code == 0
    assert [one["verdict"] for one in said["findings"]].count("broke with custom") == 1
    june = [one for one in said["coverage"] if one["outlet"] == "新华社" and one["days"] == "2018-06-19/2018-06-20"]
    assert [(one["when"], one["lag"], one["sources"]) for one in june] == [("during", -1, ["x3"])]
    assert all(one["sources"] for one in said["coverage"])


def test_the_ledger_of_a_group_tells_who_refused_and_who_is_not_named(demo):  # noqa: F811
    code, said, _ = asked(demo[0], "ledger", "--group", "sco")
    assert code == 0
    did = {one["member"]: one["did"] for one in said["ledger"]}
    assert did["IND"] == ["refused"]
    assert did["CHN"] == ["not named"]
    assert sorted(member for member, actions in did.items() if actions == ["supported"]) == [
        "KAZ", "KGZ", "PAK", "RUS", "TJK", "UZB",
    ]  # fmt: skip
    assert said["projects"] == []


def test_without_a_group_the_projects_are_told_too(demo):  # noqa: F811
    _, said, _ = asked(demo[0], "ledger")
    assert "suspended" in {one["status"] for one in said["projects"]}


def test_posts_on_a_day(demo):  # noqa: F811
    _, before, _ = asked(demo[0], "posts", "--on", "2014-11-28")
    _, after, _ = asked(demo[0], "posts", "--on", "2018-06-22")
    held = [{one["id"]: one["posts"] for one in said["posts"]}["yang-jiechi"] for said in (before, after)]
    assert "State Councilor" in held[0]
    assert "State Councilor" not in held[1]
    assert [one["verdict"] for one in after["findings"]].count("changed post") == 1
    assert [one["place"] for one in after["occasions"] if "Foreign Affairs" in one["occasion"]] == list(range(1, 9))


def test_a_table_and_a_csv_say_the_same(demo):  # noqa: F811
    _, said, _ = asked(demo[0], "ledger", "--group", "sco")
    _, out, _ = run("ledger", demo[0], "--group", "sco", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [row["member"] for row in rows] == [one["member"] for one in said["ledger"]]
    _, table, _ = run("ledger", demo[0], "--group", "sco")
    assert "1 refused (India); 1 not named (China)" in table


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("ledger", "--group", "nowhere"), 'no group "nowhere"'),
        (("ledger", "--group", "CHN"), "is a state, not a group"),
        (("posts", "--on", "2018-02-30"), "write a day that there is"),
        (("posts", "--on", "june"), "write a day that there is"),
    ],
)
def test_wrong_use_is_told_in_a_line(demo, arguments, line):  # noqa: F811
    code, out, err = run(arguments[0], demo[0], *arguments[1:])
    assert (code, out) == (2, "")
    assert line in err
    assert err.count("\n") == 1


def test_a_group_of_which_nothing_is_told(demo):  # noqa: F811
    code, out, _ = run("ledger", demo[0], "--group", "asean")
    assert code == 1
    assert "No ledger of asean" in out


def test_a_case_without_visits_or_people_says_so(tmp_path):
    run("init", tmp_path / "bare")
    (tmp_path / "bare" / "sources" / "a.txt").write_text("今天天气很好。\n", "utf-8")
    for command, line in (("coverage", "No coverage"), ("ledger", "No ledger")):
        code, out, _ = run(command, tmp_path / "bare")
        assert code == 1
        assert line in out
    code, _, err = run("posts", tmp_path / "bare")
    assert code == 2
    assert "no text is dated to a day" in err
    code, out, _ = run("posts", tmp_path / "bare", "--on", "2018-06-22")
    assert code == 1
    assert "Nobody whom the texts name" in out
