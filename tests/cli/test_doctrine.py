"""decode, deeds and deed on a case of our own notices, with right and wrong input."""

import json

import pytest

from tests.cli.test_commands import run

NOTICES = {
    "old": ("zh", "2012-11-08", "第一，坚持和平发展。第二，坚持对外开放。", "人民日报"),
    "new": ("zh", "2018-01-10", "第一，坚持和平发展道路。第二，坚持对话协商，维护半岛无核化。", "人民日报"),
    "visit": ("zh", "2018-05-04", "王毅2018年5月3日访问朝鲜。", "人民日报"),
}


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    folder = tmp_path_factory.mktemp("doctrine") / "case"
    run("init", folder)
    for key, (language, day, text, outlet) in NOTICES.items():
        (folder / "sources" / f"{key}.txt").write_text(text + "\n", "utf-8")
        record = f'key = "{key}"\nlanguage = "{language}"\nissued = "{day}"\ncontainer-title = "{outlet}"\n'
        (folder / "sources" / f"{key}.toml").write_text(record, "utf-8")
    return folder


def test_decode_sets_an_address_against_an_earlier_one(case):
    code, out, _ = run("decode", case, "new", "--against", "old", "--format", "json")
    rows = json.loads(out)
    assert code == 0
    assert [(row["commitment"], row["fate"]) for row in rows] == [
        ("坚持和平发展道路", "reworded"),
        ("坚持对话协商，维护半岛无核化", "new"),
        ("坚持对外开放", "dropped"),
    ]
    assert (rows[0]["said before"], rows[0]["earliest"]) == ("和平发展", "2012-11-08 old")
    first = rows[0]["earlier"][0]
    assert NOTICES["old"][2][first["start"] : first["end"]] == first["quote"]


def test_what_cannot_be_decoded_is_said_in_a_line(case):
    code, out, _ = run("decode", case, "visit")
    assert (code, "nothing to decode" in out) == (1, True)
    code, _, err = run("decode", case, "nowhere")
    assert (code, "no source has the key" in err) == (2, True)


def test_a_deed_is_proposed_decided_and_kept_through_a_rebuild(case):
    def row():
        _, out, _ = run("deeds", case, "new", "--by", "CHN", "--format", "json")
        return next(one for one in json.loads(out) if one["number"] == "1.2")

    proposed = row()
    assert (proposed["proposed"], proposed["decided"], proposed["verdict"]) == ("for", None, "undecided")
    code, _, _ = run("deed", case, "new", "2", proposed["event"], "against", "--by", "CHN", "--why", "only talk")
    assert code == 0
    (case / ".dragoman" / "evidence.db").unlink()
    assert (row()["decided"], row()["verdict"]) == ("against", "belied")
    run("deed", case, "new", "2", proposed["event"], "unrelated", "--by", "CHN")
    assert row()["verdict"] == "undecided"


def test_wrong_words_for_a_deed_are_refused(case):
    assert run("deed", case, "new", "2", "ev-", "maybe", "--by", "CHN")[0] == 2
    assert run("deed", case, "new", "9", "ev-", "for", "--by", "CHN")[0] == 2
    assert run("deeds", case, "new", "--by", "nobody")[0] == 2
