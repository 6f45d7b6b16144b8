"""compare on a case of our own notices, with right and wrong input."""

import csv
import io
import json

import pytest

import dragoman
from dragoman.analysis.readouts import findings
from tests.analysis.readouts.making import EN_CALL, ZH_CALL
from tests.cli.test_commands import run

NOTICES = {
    "cn": ("zh", ZH_CALL, "人民日报"),
    "us": ("en", EN_CALL, "The White House"),
    "rice": ("en", "Rice was planted in spring. The harvest was good.", "Farming"),
    "empty": ("zh", "——", "人民日报"),
    "long": ("zh", ZH_CALL * 12, "人民日报"),
}


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    folder = tmp_path_factory.mktemp("readouts") / "case"
    run("init", folder)
    for key, (language, text, outlet) in NOTICES.items():
        (folder / "sources" / f"{key}.txt").write_text(text + "\n", "utf-8")
        record = f'key = "{key}"\nlanguage = "{language}"\nissued = "2024-04-02"\ncontainer-title = "{outlet}"\n'
        (folder / "sources" / f"{key}.toml").write_text(record, "utf-8")
    return folder


def test_a_table_tells_both_sides_and_what_differs(case):
    code, out, _ = run("compare", case, "cn", "us", "--without-meaning")
    assert code == 0
    assert "cn and us both tell" in out.splitlines()[0]
    assert "initiative: “应约” – nothing" in " ".join(out.split())
    assert "compared without meaning" in out


def test_json_holds_the_places_of_every_clause_and_difference(case):
    code, out, _ = run("compare", case, "cn", "us", "--format", "json")
    assert code == 0
    texts = {key: text for key, (_, text, _) in NOTICES.items()}
    rows = json.loads(out)
    assert {"only left", "initiative, date"} & {row["verdict"] for row in rows}
    places = [place for row in rows for side in row.get("clauses", []) for place in side]
    places += [place for row in rows for one in row.get("differences", []) for place in one["left"] + one["right"]]
    places += [place for row in rows for place in row.get("anchors", [])]
    assert len(places) > 10
    assert all(texts[place["source"]][place["start"] : place["end"]] == place["quote"] for place in places)


def test_csv_has_a_row_for_each_matter_of_each_pair(case):
    code, out, _ = run("compare", case, "cn", "us", "rice", "--without-meaning", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert code == 0
    assert {row["documents"] for row in rows} == {"cn; us", "cn; rice", "us; rice"}
    assert [row["verdict"] for row in rows if row["documents"] == "cn; rice"] == ["not compared"]


@pytest.mark.parametrize(
    ("keys", "why"),
    [(("us", "rice"), "one event"), (("cn", "empty.txt"), "no words"), (("cn", "long"), "times as long")],
)
def test_what_cannot_be_compared_is_said_in_a_line(case, keys, why):
    code, out, _ = run("compare", case, *keys, "--without-meaning")
    assert code == 1
    assert why in out
    assert len(out.splitlines()) == 1


def test_wrong_use_says_what_to_do(case):
    code, _, err = run("compare", case, "cn")
    assert (code, "two documents or more" in err) == (2, True)
    code, _, err = run("compare", case, "cn", "uk")
    assert (code, 'no source has the key "uk"; the keys are: cn, empty.txt, long, rice, us' in err) == (2, True)
    code, _, err = run("compare", case, "cn", "cn")
    assert (code, "given twice" in err) == (2, True)


def test_from_python_a_comparison_gives_its_links_and_findings(case):
    (found,) = dragoman.open_case(case).compare("cn", "us", meaning=False)
    assert (found.pair.left.key, found.pair.right.key, found.refused) == ("cn", "us", "")
    assert (found.pair.left.side, found.pair.right.side) == ("CHN", "USA")
    assert "initiative" in {finding.verdict for finding in findings(found)}


def test_eval_readouts_refuses_what_is_no_set(tmp_path):
    (tmp_path / "pairs.jsonl").write_text('{"id": "r1"}\n', "utf-8")
    code, _, err = run("eval", "readouts", "--data", tmp_path)
    assert (code, "pairs.jsonl, line 1: not a pair of accounts" in err) == (3, True)
