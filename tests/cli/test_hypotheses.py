"""hypotheses on the bundled case, and on one with faults."""

import json
import shutil

from tests.cli.test_commands import demo, run  # noqa: F401 (the bundled case, built once)


def test_the_hypotheses_of_the_bundled_case_stand_on_their_words(demo):  # noqa: F811
    code, out, err = run("hypotheses", demo[0], "--format", "json")
    assert code == 0, out + err
    found = json.loads(out)
    assert found["faults"] == []
    assert {one["id"] for one in found["hypotheses"]} == {"H1", "H2", "H3"}
    documents = {}
    for line in run("export", demo[0], "jsonl")[1].splitlines():
        record = json.loads(line)
        if record["noun"] == "document":
            documents[record["id"]] = record["text"]
    for one in found["hypotheses"]:
        assert one["anchors"]
        for anchor in one["anchors"]:
            assert documents[anchor["document"]][anchor["start"] : anchor["end"]] == anchor["quote"]
    code, out, _ = run("hypotheses", demo[0])
    assert (code, "speak against it; rank" in out) == (0, True)
    assert (demo[0] / "pages" / "hypotheses.html").is_file()


def test_a_wrong_quote_is_told_with_file_and_line(demo, tmp_path):  # noqa: F811
    folder = tmp_path / "copy"
    shutil.copytree(demo[0], folder)
    path = folder / "hypotheses.toml"
    text = path.read_text("utf-8").replace("双方就朝鲜半岛局势交换意见", "双方就关税交换意见")
    path.write_text(text, "utf-8")
    line = 1 + next(number for number, row in enumerate(text.split("\n")) if "双方就关税交换意见" in row)
    code, out, _ = run("hypotheses", folder)
    assert code == 1
    assert f'hypotheses.toml, line {line}: "双方就关税交换意见" is not in "n5"' in out
    path.write_bytes(b"\xff\n")
    assert run("hypotheses", folder)[0] == 1
    path.unlink()
    code, _, err = run("hypotheses", folder)
    assert (code, "no hypotheses.toml" in err) == (2, True)
