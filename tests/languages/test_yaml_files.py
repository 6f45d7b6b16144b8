"""The package's YAML is kept parsed: what is kept is never another than what the file holds."""

from pathlib import Path

import pytest
import yaml

from dragoman.languages import yaml_files
from dragoman.languages.yaml_files import cache_folder, read_yaml_file

ROWS = "".join(f"- {{id: r{number}, names: [名, 이름], year: {number}, sure: true}}\n" for number in range(300))


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A large file of the package, whose user's programs keep things in a folder of the test."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(yaml_files, "_PACKAGE", tmp_path / "package")
    path = tmp_path / "package" / "data" / "rows.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(ROWS, "utf-8")
    return path


def kept(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "cache").rglob("*.*"))


def test_a_file_is_parsed_once(own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = read_yaml_file(own)
    assert first[7] == {"id": "r7", "names": ["名", "이름"], "year": 7, "sure": True}
    monkeypatch.setattr(yaml, "load", None)
    assert read_yaml_file(own) == first
    assert [path.name.rsplit("-", 1)[0] for path in kept(tmp_path)] == ["data-rows"]


def test_a_changed_file_is_parsed_anew_and_what_was_kept_of_it_goes(own: Path, tmp_path: Path) -> None:
    read_yaml_file(own)
    own.write_text(ROWS + "- {id: last}\n", "utf-8")
    assert read_yaml_file(own)[-1] == {"id": "last"}
    assert len(kept(tmp_path)) == 1


@pytest.mark.parametrize("damage", [b"", b"\xc1", b"\x93\x01"])
def test_what_was_damaged_is_parsed_anew(own: Path, tmp_path: Path, damage: bytes) -> None:
    before = read_yaml_file(own)
    (path,) = kept(tmp_path)
    path.write_bytes(damage)
    assert read_yaml_file(own) == before


def test_what_cannot_be_told_back_exactly_is_not_kept(own: Path, tmp_path: Path) -> None:
    own.write_text(ROWS + "- {day: 2018-05-07}\n", "utf-8")
    assert read_yaml_file(own) == read_yaml_file(own)
    assert str(read_yaml_file(own)[-1]["day"]) == "2018-05-07"
    assert kept(tmp_path) == []


def test_nothing_is_kept_of_others_files_or_where_it_cannot_be(own: Path, tmp_path: Path) -> None:
    theirs = tmp_path / "gazetteer.yaml"
    theirs.write_text(ROWS, "utf-8")
    assert len(read_yaml_file(theirs)) == 300
    assert kept(tmp_path) == []
    (tmp_path / "cache").write_text("a file where the folder should be", "utf-8")
    assert len(read_yaml_file(own)) == 300


def test_a_user_without_a_home_keeps_nothing(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere() -> Path:
        raise RuntimeError("no home")

    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(Path, "home", nowhere)
    assert cache_folder() is None
    assert len(read_yaml_file(own)) == 300
