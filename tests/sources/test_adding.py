"""Files come into a case as they are, and nothing is overwritten."""

import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model import Case
from dragoman.sources import add_files
from dragoman.sources.file_names import clean_path


def test_a_file_is_copied_byte_for_byte_with_its_sidecars(case: Case, tmp_path: Path) -> None:
    data = b"\xff\x00\r\n\x1a not text"
    (tmp_path / "n10.txt").write_bytes(data)
    (tmp_path / "n10.toml").write_bytes(b'title = "x"\n')
    (tmp_path / "n10.txt.bib").write_bytes(b"@misc{n10}")
    (tmp_path / "n11.toml").write_bytes(b"")
    added = add_files(case, [tmp_path / "n10.txt"])
    assert [(one.path, one.outcome) for one in added] == [
        ("n10.txt", "added"),
        ("n10.toml", "added"),
        ("n10.txt.bib", "added"),
    ]
    assert (case.sources / "n10.txt").read_bytes() == data
    assert sorted(path.name for path in case.sources.iterdir()) == ["n10.toml", "n10.txt", "n10.txt.bib"]


def test_a_folder_keeps_its_shape(case: Case, tmp_path: Path) -> None:
    (tmp_path / "papers" / "2018").mkdir(parents=True)
    (tmp_path / "papers" / "2018" / "五月.txt").write_bytes(b"a")
    (tmp_path / "papers" / "b.txt").write_bytes(b"b")
    added = add_files(case, [tmp_path / "papers"])
    assert sorted(str(one.path) for one in added) == ["2018/五月.txt", "b.txt"]
    assert (case.sources / "2018" / "五月.txt").read_bytes() == b"a"


def test_the_same_content_is_there_already_and_other_content_is_refused(case: Case, tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    for folder, data in (("one", b"first"), ("two", b"other")):
        (tmp_path / folder / "a.txt").write_bytes(data)
    outcomes = [add_files(case, [tmp_path / name / "a.txt"])[0] for name in ("one", "one", "two")]
    assert [one.outcome for one in outcomes] == ["added", "already there", "refused"]
    assert "another file is there as sources/a.txt" in outcomes[2].note
    assert (case.sources / "a.txt").read_bytes() == b"first"


def test_hidden_files_and_links_are_left_out_and_said(case: Case, tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    (papers / ".git").mkdir(parents=True)
    (papers / ".git" / "config").write_bytes(b"secret")
    (papers / ".DS_Store").write_bytes(b"x")
    (papers / "a.txt").write_bytes(b"a")
    (papers / "passwd.txt").symlink_to("/etc/passwd")
    (papers / "etc").symlink_to("/etc")
    told = {one.file.name: (one.outcome, one.note) for one in add_files(case, [papers])}
    assert told["a.txt"][0] == "added"
    assert told[".git"] == told[".DS_Store"] == ("skipped", "hidden, so it was left out")
    assert told["passwd.txt"][0] == told["etc"][0] == "skipped"
    assert [path.name for path in case.sources.rglob("*")] == ["a.txt"]


def test_a_missing_file_and_a_pipe_are_refused_with_a_line(case: Case, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "a.txt").write_bytes(b"a")
    missing, pipe, good = add_files(case, [tmp_path / "no.txt", tmp_path / "pipe.txt", tmp_path / "a.txt"])
    assert (missing.outcome, missing.note) == ("refused", "cannot be read (No such file or directory)")
    assert pipe.outcome == "refused"
    assert good.outcome == "added"


def test_names_lose_bidirectional_marks_and_the_note_says_so(case: Case, tmp_path: Path) -> None:
    file = tmp_path / "report\u202etxt.exe.txt"
    file.write_bytes(b"a")
    (one,) = add_files(case, [file])
    assert one.path == "reporttxt.exe.txt"
    assert one.note == 'renamed from "report\\u202etxt.exe.txt"'


def test_a_link_inside_sources_carries_nothing_out_of_the_case(case: Case, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (case.sources / "sub").symlink_to(outside)
    (tmp_path / "papers" / "sub").mkdir(parents=True)
    (tmp_path / "papers" / "sub" / "a.txt").write_bytes(b"a")
    (one,) = add_files(case, [tmp_path / "papers"])
    assert one.outcome == "refused"
    assert list(outside.iterdir()) == []


def test_adding_the_case_to_itself_adds_nothing_of_its_sources(case: Case) -> None:
    (case.sources / "a.txt").write_bytes(b"a")
    add_files(case, [case.folder])
    assert not (case.sources / "sources").exists()


@pytest.mark.parametrize(
    ("path", "clean"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/passwd", "etc/passwd"),
        ("..\\..\\boot.ini", "boot.ini"),
        ("C:\\a\\b.txt", "a/b.txt"),
        ("a/./b//c.txt", "a/b/c.txt"),
        ("..", "unnamed"),
        ("nul\x00l.txt", "null.txt"),
        ("CON.txt", "_CON.txt"),
        ("e\u0301.txt", "\u00e9.txt"),
    ],
)
def test_a_path_is_made_safe(path: str, clean: str) -> None:
    assert clean_path(path) == clean


@given(st.text(max_size=60))
def test_no_cleaned_path_leaves_its_folder_or_carries_control_characters(path: str) -> None:
    clean = clean_path(path)
    root = Path("/root-of-case")
    assert (root / clean).resolve().is_relative_to(root)
    assert ".." not in clean.split("/")
    assert not re.search("[\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\\\\]", clean)
    assert clean_path(clean) == clean
