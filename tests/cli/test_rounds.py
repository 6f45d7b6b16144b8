"""rounds on the bundled case, against the days on which the analyst of 2018 cut."""

import json
import shutil

from tests.cli.test_commands import demo, run  # noqa: F401 (the bundled case, built once)


def test_the_rounds_of_2018_begin_where_the_analyst_cut(demo, tmp_path):  # noqa: F811
    code, out, _ = run("rounds", demo[0], "--format", "json")
    assert code == 0
    assert [row["first"] for row in json.loads(out)] == ["2018-03-22", "2018-05-03", "2018-06-15"]
    labels = tmp_path / "labels.csv"
    labels.write_text("day,round\n2018-03-25,1\n2018-05-07,2\n2018-06-19,3\n2018-03-22,1\n2018-05-03,2\n2018-06-15,3\n")
    _, out, _ = run("rounds", demo[0], "--labels", labels)
    assert "3 of 3 beginnings on the same day" in out
    assert "adjusted Rand 1.0" in out


def test_labels_that_cannot_be_read_and_a_case_without_rounds_are_told(demo, tmp_path):  # noqa: F811
    bad = tmp_path / "labels.csv"
    bad.write_text("day,round\nsoon,1\n")
    code, _, err = run("rounds", demo[0], "--labels", bad)
    assert (code, "line 2" in err) == (2, True)
    folder = tmp_path / "copy"
    shutil.copytree(demo[0], folder)
    text = (folder / "case.toml").read_text("utf-8")
    (folder / "case.toml").write_text(text[: text.index("[rounds]")], "utf-8")
    code, _, err = run("rounds", folder)
    assert (code, "no [rounds]" in err) == (2, True)
    (folder / "case.toml").write_text(text.replace('"trade:meet"', '"nowhere:meet"'), "utf-8")
    assert run("rounds", folder)[0] == 2
