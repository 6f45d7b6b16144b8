"""missing on a case of our own joint statements, from the command line and from Python, with right and wrong input."""

import json

import pytest

import dragoman
from dragoman.engines.omitting import UnknownClass
from tests.cli.test_commands import run

PHRASE = "complete, verifiable and irreversible dismantlement"
TEXTS = {
    "j1": ("2015-05-01", f"China and North Korea met. The two sides back {PHRASE} of all arms."),
    "j2": ("2016-05-01", f"Ministers of China and North Korea met. They reaffirmed {PHRASE} and trade."),
    "j3": ("2017-05-01", f"Leaders of China and North Korea spoke. They hope for {PHRASE} soon."),
    "j4": ("2018-06-12", "China and North Korea met. The two sides will work toward a complete dismantlement."),
    "undated": ("", "China and North Korea met. They spoke of trade, and of nothing else."),
    "other": ("2018-06-13", "Japan and France met. They spoke of trade."),
}
CLASSES = """
[[classes]]
id = "joint"
title = "Joint statements of China and the DPRK"
vehicle = "joint statement"
between = ["CHN", "PRK"]

[[classes]]
id = "named"
title = "Those named"
documents = ["j3", "j4"]
"""


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    folder = tmp_path_factory.mktemp("missing") / "case"
    run("init", folder)
    with (folder / "case.toml").open("a", encoding="utf-8") as file:
        file.write(CLASSES)
    for key, (day, text) in TEXTS.items():
        (folder / "sources" / f"{key}.txt").write_text(text + "\n", "utf-8")
        record = f'key = "{key}"\nlanguage = "en"\nvehicle = "joint statement"\n'
        (folder / "sources" / f"{key}.toml").write_text(record + (f'issued = "{day}"\n' if day else ""), "utf-8")
    return folder


def test_the_absent_phrase_comes_with_who_carried_it_and_what_stands_for_it(case):
    code, out, _ = run("missing", case, "j4", "--class", "joint", "--format", "json")
    rows = json.loads(out)
    assert code == 0
    row = next(one for one in rows if one["phrase"] == PHRASE)
    assert row["carried"] == "3 of 3"
    assert row["nearest"] == "The two sides will work toward a complete dismantlement"
    assert [anchor.split()[0] for anchor in row["anchors"]] == ["j3", "j2", "j1", "j4"]
    assert float(row["chance"]) == 0.125


def test_a_class_finds_its_members_by_vehicle_and_parties(case):
    held = dragoman.open_case(case).missing("j4", "joint")
    assert [held.names[one] for one in held.omissions.documents] == [
        "j1 (2015-05-01)", "j2 (2016-05-01)", "j3 (2017-05-01)"
    ]  # fmt: skip
    with pytest.raises(UnknownClass, match="several classes"):
        dragoman.open_case(case).missing("j4")


def test_what_cannot_be_said_is_said_in_a_line(case):
    code, out, err = run("missing", case, "j2")
    assert (code, out) == (1, "")
    assert "j2: its class has one earlier member" in err
    for arguments, code, words in (
        (("nowhere",), 2, "no source has the key"),
        (("j4", "--class", "treaties"), 2, 'no class "treaties"'),
        (("other",), 2, "none of the classes"),
        (("j4", "--last", "2"), 2, "--last"),
        (("undated", "--class", "joint"), 3, "no date"),
    ):
        got, _, err = run("missing", case, *arguments)
        assert got == code, err
        assert words in err


def test_a_case_without_classes_says_how_to_make_one(tmp_path):
    run("init", tmp_path / "case")
    (tmp_path / "case" / "sources" / "a.txt").write_text("双方会谈。", "utf-8")
    code, _, err = run("missing", tmp_path / "case", "a")
    assert (code, "[[classes]]" in err) == (2, True)
