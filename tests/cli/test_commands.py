"""The commands as a new user meets them, with right and wrong input."""

import json
import shutil
import subprocess
import sys

import pytest


def run(*arguments, text=None, cwd=None):
    done = subprocess.run(
        [sys.executable, "-m", "dragoman", *map(str, arguments)],
        input=text.encode("utf-8") if isinstance(text, str) else text, capture_output=True, cwd=cwd, check=False,
    )  # fmt: skip
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo") / "case"
    code, out, err = run("demo", "--no-serve", "--dir", folder)
    assert code == 0, out + err
    return folder, out


def test_demo_prints_the_paths_of_a_brief_and_a_chronology(demo):
    folder, out = demo
    assert f"{folder}/pages/index.html" in out
    assert f"{folder}/pages/chronology.html" in out
    assert (folder / "pages" / "index.html").is_file()
    assert (folder / "pages" / "chronology.html").is_file()


def test_the_chronology_has_forty_dated_events_from_four_languages(demo):
    code, out, _ = run("events", demo[0], "--format", "json")
    events = json.loads(out)
    assert code == 0
    dated = [event for event in events if event["from"]]
    assert len(dated) >= 40
    languages = {document["language"] for document in exported(demo[0], "document")}
    assert languages == {"zh", "ja", "en", "ko"}
    by_source = {source["key"]: source for source in exported(demo[0], "source")}
    spoken = {
        field["value"]
        for event in dated
        for key in event["sources"]
        for field in by_source[key]["record"]["fields"]
        if field["name"] == "language"
    }
    assert spoken == {"zh", "ja", "en", "ko"}


def exported(folder, noun):
    _, out, _ = run("export", folder, "jsonl")
    records = [json.loads(line) for line in out.splitlines()]
    return [record for record in records if record["noun"] == noun]


def test_every_exported_observation_stands_in_its_document(demo):
    texts = {document["id"]: document["text"] for document in exported(demo[0], "document")}
    observations = exported(demo[0], "observation")
    assert len(observations) > 400
    for one in observations:
        reading = one["reading"]
        assert texts[one["document"]][reading["start"] : reading["end"]] == reading["text"]


@pytest.mark.parametrize(
    ("first", "last", "actor", "place"),
    [
        ("2018-03-25", "2018-03-28", "kim-jong-un", None),
        ("2018-05-07", "2018-05-08", "kim-jong-un", "dalian"),
        ("2018-06-19", "2018-06-20", "kim-jong-un", None),
    ],
)
def test_the_three_visits_are_there_with_more_than_one_witness(demo, first, last, actor, place):
    _, out, _ = run("events", demo[0], "--format", "json", "--track", "china-dprk")
    visits = [event for event in json.loads(out) if event["type"] == "visit" and actor in event["actors"]]
    found = [event for event in visits if (event["from"], event["to"]) == (first, last)]
    assert found, visits
    assert max(event["witnesses"] for event in found) >= 2
    if place:
        assert place in {event["place"] for event in found}


def test_the_conflict_over_the_group_of_seven_is_shown(demo):
    _, out, _ = run("events", demo[0], "--format", "json")
    assert [event for event in json.loads(out) if event["conflicts"] and {"e3", "z1"} <= set(event["sources"])]


def test_check_holds_for_the_bundled_case(demo):
    code, out, _ = run("check", demo[0])
    assert code == 0, out


def test_check_tells_the_line_and_the_reason(demo, tmp_path):
    import shutil

    folder = tmp_path / "copy"
    shutil.copytree(demo[0], folder)
    text = (folder / "brief.md").read_text("utf-8")
    lines = text.splitlines()
    at = next(number for number, line in enumerate(lines, 1) if "5月7日至8日访问中国辽宁省大连市" in line)
    broken = text.replace("5月7日至8日访问中国辽宁省大连市", "5月7日至9日访问中国辽宁省大连市")
    (folder / "brief.md").write_text(broken + "\nKim wrote a poem on 1 April.\n", "utf-8")
    code, out, _ = run("check", folder)
    assert code == 1
    assert any(f"line {at}" in line and "n10" in line for line in out.splitlines()), out
    assert any(f"line {len(lines) + 2}" in line for line in out.splitlines()), out


def test_a_second_build_says_that_nothing_changed(demo):
    code, out, _ = run("build", demo[0])
    assert code == 0
    assert out.startswith("Nothing has changed.")


def test_search_finds_two_characters_with_their_sources(demo):
    code, out, _ = run("search", demo[0], "大连", "--format", "json")
    hits = json.loads(out)
    assert code == 0
    assert {"n10"} <= {hit["source"] for hit in hits}
    assert {hit["quote"] for hit in hits} >= {"大连"}
    code, _, _ = run("search", demo[0], "没有这句话的")
    assert code == 1


def test_explain_leads_from_an_event_to_its_words_and_its_frame(demo):
    _, out, _ = run("events", demo[0], "--format", "json", "--track", "china-dprk")
    visit = next(event for event in json.loads(out) if event["from"] == "2018-05-07" and event["type"] == "visit")
    code, out, _ = run("explain", demo[0], visit["id"])
    assert code == 0
    assert "n10" in out
    assert "visit.zh[" in out
    assert "5月7日至8日访问中国辽宁省大连市" in out


def test_a_judgement_takes_an_event_out(demo, tmp_path):
    folder = tmp_path / "copy"
    shutil.copytree(demo[0], folder)
    _, out, _ = run("events", folder, "--format", "json")
    event = json.loads(out)[0]
    code, out, _ = run("judge", folder, event["id"], "reject", "--why", "background")
    assert code == 0, out
    _, out, _ = run("events", folder, "--format", "json")
    assert event["id"] not in {one["id"] for one in json.loads(out)}


def test_an_event_is_split_by_one_judgement_and_joined_again_by_another(demo, tmp_path):
    folder = tmp_path / "copy"
    shutil.copytree(demo[0], folder)

    def visits():
        _, out, _ = run("events", folder, "--format", "json")
        return [one for one in json.loads(out) if one["type"] == "visit" and one["from"] == "2018-05-07"]

    (event,) = visits()
    assert event["witnesses"] > 1
    code, out, _ = run("judge", folder, event["id"], "split", "--why", "two journeys")
    assert code == 0, out
    parts = visits()
    assert len(parts) > 1
    assert {one["witnesses"] for one in parts} == {1}
    for left in range(len(parts) - 1, 0, -1):
        first, second, *_ = visits()
        code, out, _ = run("judge", folder, first["id"], "merge", "--with", second["id"])
        assert code == 0, out
        assert len(visits()) == left
    assert [one["witnesses"] for one in visits()] == [event["witnesses"]]


def test_events_of_two_types_are_not_merged(demo):
    _, out, _ = run("events", demo[0], "--format", "json")
    kinds = {one["type"]: one["id"] for one in json.loads(out)}
    code, _, err = run("judge", demo[0], kinds["visit"], "merge", "--with", kinds["tariff"])
    assert code == 2
    assert "different types" in err


def test_annotate_reads_a_text_from_standard_input():
    text = "习近平同金正恩5月7日在大连举行会晤。"
    code, out, _ = run("annotate", "-", "--published", "2018-05-09", text=text)
    shown = json.loads(out)
    assert code == 0
    assert shown["lang"] == "zh"
    assert [(one["from"], one["to"], one["text"]) for one in shown["dates"]] == [("2018-05-07", "2018-05-07", "5月7日")]
    assert {one["id"] for one in shown["mentions"]} >= {"xi-jinping", "kim-jong-un", "dalian"}
    (event,) = shown["events"]
    assert (event["type"], event["plover"], event["from"]) == ("meet", "CONSULT", "2018-05-07")
    assert set(event["actors"]) | set(event["recipients"]) == {"xi-jinping", "kim-jong-un"}
    for kind in ("sentences", "dates", "quantities", "mentions"):
        assert all(text[one["start"] : one["end"]] == one["text"] for one in shown[kind])


def test_annotate_lines_repeat_the_id_and_answer_bad_lines_too():
    lines = [
        json.dumps({"id": "a", "text": "Kim visited China on May 7, 2018."}),
        "{broken",
        json.dumps({"id": "b", "text": "정상회담", "lang": "xx"}),
        json.dumps(["no object"]),
        json.dumps({"id": 7, "text": "\ud800 5月7日"}),
    ]
    code, out, err = run("annotate", "--jsonl", "-", text="\n".join(lines) + "\n")
    answers = [json.loads(line) for line in out.splitlines()]
    assert code == 3
    assert [answer["id"] for answer in answers] == ["a", None, None, None, 7]
    assert answers[0]["dates"][0]["from"] == "2018-05-07"
    assert "line 2" in err


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["build", "no-such-folder"], 2, "no case here"),
        (["annotate", "no-such-file.txt"], 2, "no such file"),
        (["annotate", "-", "--lang", "fr"], 2, "there are en, zh, ja, ko"),
        (["annotate", "-", "--published", "2018-13-01"], 2, "2018-05-09"),
        (["eval", "poems", "--data", "x"], 2, "there are: dates, quantities, passages, events, plv"),
        (["eval", "dates", "--data", "no-such-file"], 2, "no such file"),
        (["nonsense"], 2, "nonsense"),
    ],
)
def test_wrong_use_is_told_in_a_line(arguments, code, said):
    returned, out, err = run(*arguments, text="x")
    assert returned == code
    assert said in out + err


def test_an_unknown_key_in_the_case_names_itself_and_its_nearest(tmp_path):
    run("init", tmp_path / "case")
    toml = tmp_path / "case" / "case.toml"
    toml.write_text(toml.read_text("utf-8").replace("title =", "titel =", 1), "utf-8")
    code, _, err = run("build", tmp_path / "case")
    assert code == 3
    assert "titel" in err
    assert 'did you mean "title"' in err


def test_a_case_from_nothing_to_a_brief(tmp_path):
    folder, text = tmp_path / "case", tmp_path / "notice.txt"
    text.write_text("金正恩2018年5月7日至8日访问中国。\n", "utf-8")
    assert run("init", folder)[0] == 0
    assert run("init", folder)[0] == 2
    assert run("add", folder, text)[0] == 0
    assert run("build", folder)[0] == 0
    code, out, err = run("brief", folder, "--to", "html")
    assert code == 0, out + err
    assert "2018" in (folder / "pages" / "chronology.html").read_text("utf-8")
    assert run("brief", folder, "--to", "parchment")[0] == 2


def test_nothing_is_lost_when_one_file_is_bad(tmp_path):
    folder = tmp_path / "case"
    run("init", folder)
    (folder / "sources" / "good.txt").write_text("金正恩2018年5月7日至8日访问中国。", "utf-8")
    (folder / "sources" / "empty.txt").write_bytes(b"")
    (folder / "sources" / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    (folder / "sources" / "deep.html").write_text("<div>" * 100_000 + "x", "utf-8")
    code, out, _ = run("build", folder)
    assert code == 0
    for name in ("empty.txt", "broken.pdf", "deep.html"):
        assert f"sources/{name}" in out
    _, out, _ = run("events", folder, "--format", "json")
    assert [event["type"] for event in json.loads(out)] == ["visit"]
