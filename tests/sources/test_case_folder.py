"""case.toml is read strictly, and each slip is told with its cure."""

from datetime import date
from pathlib import Path

import pytest

from dragoman.model import Track
from dragoman.sources import CaseError, create_case, limits_from, load_case

WHOLE = """
title = "三次访问 and a trade war"
author = "Masuda, M."
first = 2018-03-01
last = "2018-07-31"
languages = ["zh", "ja"]

[[tracks]]
id = "us-china"
title = "US-China"
between = ["USA", "CHN"]
types = ["impose-tariff"]

[[tracks]]
id = "visits"
title = "Visits"

[limits]
seconds = 5
html_depth = 300
"""


def load(folder: Path, text: str | bytes) -> object:
    (folder / "case.toml").write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return load_case(folder)


def test_every_key_reaches_the_case(tmp_path: Path) -> None:
    (tmp_path / "case.toml").write_text(WHOLE, encoding="utf-8")
    case = load_case(tmp_path)
    assert case.folder == tmp_path
    assert (case.title, case.author) == ("三次访问 and a trade war", "Masuda, M.")
    assert (case.first, case.last) == (date(2018, 3, 1), date(2018, 7, 31))
    assert case.languages == ("zh", "ja")
    assert case.tracks == (
        Track("us-china", "US-China", ("USA", "CHN"), ("impose-tariff",)),
        Track("visits", "Visits"),
    )
    assert limits_from(case.limits).seconds == 5
    assert limits_from(case.limits).html_depth == 300


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('titel = "x"', 'case.toml: unknown key "titel"; did you mean "title"?'),
        ('title = "x"\nfrist = 2018-03-01', 'case.toml: unknown key "frist"; did you mean "first"?'),
        (
            'title = "x"\n[[tracks]]\nid = "a"\ntitle = "A"\nbetwen = []',
            'case.toml, [[tracks]] number 1: unknown key "betwen"; did you mean "between"?',
        ),
        (
            'title = "x"\n[limits]\nsecond = 3',
            'case.toml, [limits]: unknown key "second"; did you mean "seconds"?',
        ),
        (
            'title = "x"\nqqq = 1',
            'case.toml: unknown key "qqq"; known are: author, claims, classes, doctrine, first, formulations, '
            "languages, last, limits, readouts, rounds, title, tracks",
        ),
        ("", 'case.toml: no title; add a line: title = "…"'),
        ("title = 3", 'case.toml: "title" must be text in quotes, and is 3'),
        ('title = "x"\nfirst = "March 2018"', 'must be a day as 2018-03-01, and is "March 2018"'),
        ('title = "x"\nfirst = "2018-02-30"', 'must be a day as 2018-03-01, and is "2018-02-30"'),
        ('title = "x"\nfirst = 2018', '"first" must be a day'),
        ('title = "x"\nfirst = 2018-03-01T09:00:00', '"first" must be a day'),
        ('title = "x"\nfirst = 2018-03-02\nlast = 2018-03-01', "last (2018-03-01) is before first (2018-03-02)"),
        ('title = "x"\nlanguages = ["zh", "jp"]', 'unknown language "jp"'),
        ('title = "x"\nlanguages = "zh"', '"languages" must be a list of texts'),
        ('title = "x"\ntracks = "a"', '"tracks" must be written as [[tracks]] tables'),
        ('title = "x"\n[[tracks]]\nid = "a"', "[[tracks]] number 1: no title"),
        (
            'title = "x"\n[[tracks]]\nid = "a"\ntitle = "A"\n[[tracks]]\nid = "a"\ntitle = "B"',
            '[[tracks]] number 2: the id "a" is taken',
        ),
        ('title = "x"\n[limits]\nseconds = "5"', '[limits]: "seconds" must be a number, and is "5"'),
        ('title = "x"\n[limits]\nseconds = true', '[limits]: "seconds" must be a number'),
        ('title = "x"\n[limits]\nseconds = 0', '"seconds" must be a number above 0'),
        ('title = "x"\n[limits]\nseconds = nan', '"seconds" must be a number above 0'),
        ('title = "x"\n[rounds]\nopens = ["a:tariff"]', "[rounds]: needs both opens and once"),
        ('title = "x"\n[rounds]\nclose = ["a"]', '[rounds]: unknown key "close"'),
        ('title = "x"\nlimits = 5', '"limits" must be written as a [limits] table'),
        ('title = "x"\n\nauthor = ', "not valid TOML: Invalid value (at line 3"),
        (b"title = '\xff'", "byte 9 is not UTF-8"),
    ],
)
def test_a_slip_is_told_with_its_place_and_cure(tmp_path: Path, text: str | bytes, line: str) -> None:
    with pytest.raises(CaseError) as caught:
        load(tmp_path, text)
    assert line in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_folder_a_missing_file_and_a_file_for_a_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="no such folder; make a case with: dragoman init"):
        load_case(tmp_path / "nowhere")
    with pytest.raises(CaseError, match=r"no case\.toml in this folder"):
        load_case(tmp_path)
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(CaseError, match="a file, not a case folder"):
        load_case(tmp_path / "file")


@pytest.mark.parametrize("title", ['He said "no"', "三次访问\\贸易战", "tab\there", "x" * 300, "del\x7f"])
def test_a_new_case_reads_back_with_the_title_it_was_given(tmp_path: Path, title: str) -> None:
    case = create_case(tmp_path / "new", title)
    assert load_case(tmp_path / "new") == case
    assert case.title == " ".join(title.split())


def test_a_new_case_has_all_its_files_and_a_computed_block_in_its_brief(tmp_path: Path) -> None:
    case = create_case(tmp_path / "three-visits_2018")
    assert case.title == "three visits 2018"
    assert case.judgements.read_bytes() == b""
    assert "```{chronology}\n```" in case.brief.read_text(encoding="utf-8")
    ignored = (case.folder / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert {".dragoman/", "pages/"} <= set(ignored)
    assert case.sources.is_dir()


def test_nothing_is_made_where_something_is(tmp_path: Path) -> None:
    create_case(tmp_path / "a")
    with pytest.raises(CaseError, match="is a case already"):
        create_case(tmp_path / "a")
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(CaseError, match="not empty"):
        create_case(tmp_path / "b")
    assert [path.name for path in (tmp_path / "b").iterdir()] == ["notes.txt"]
    (tmp_path / "c").write_text("a file", encoding="utf-8")
    with pytest.raises(CaseError, match="a file of this name"):
        create_case(tmp_path / "c")
