"""Records beside documents: three forms, one record, the basis of each value."""

import json
from pathlib import Path

import pytest

from dragoman.sources.bibliography import SidecarRecord
from dragoman.sources.bibtex import read_bibtex
from dragoman.sources.csl import read_csl
from dragoman.sources.errors import Refused
from dragoman.sources.sidecar_toml import read_toml
from tests.sources.conftest import Reader

TEXT = "双方举行会谈，并同意保持沟通。"


def values(record: SidecarRecord) -> dict[str, str]:
    return {field.name: field.value for field in record.fields}


def test_a_toml_record_gives_all_of_its_keys() -> None:
    keys = {
        "type": "article-newspaper", "title": "声明", "title-transliterated": "Shengming",
        "title-translated": "A statement",
        "container-title": "人民日报", "publisher": "人民日报社", "author": "王, 毅", "issued": "2018-05",
        "accessed": "2018-07-18", "language": "zh", "page": "1-2", "volume": "3", "edition": "2",
        "URL": "https://example.org",
        "keyword": "半岛", "reported": "2018-06-19T10:00+08:00", "reported-when": "during", "photographs": "14",
    }  # fmt: skip
    text = "\n".join(f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in keys.items())
    record = read_toml("a.toml", f'key = "n10"\nvehicle = "readout"\nreliability = "b"\n{text}\n'.encode())
    assert values(record) == keys
    assert (record.key, record.vehicle, record.reliability, record.warnings) == ("n10", "readout", "B", ())
    assert {field.basis for field in record.fields} == {"sidecar a.toml"}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('autor = "x"', 'a.toml: unknown key "autor"; did you mean "author"?'),
        ('url = "x"', 'a.toml: unknown key "url"; did you mean "URL"?'),
        ('container_title = "x"', 'a.toml: unknown key "container_title"; did you mean "container-title"?'),
        (
            'issued = "9 May"',
            'a.toml: "issued" must be a day, month or year as 2018-05-09, 2018-05 or 2018, and is "9 May"',
        ),
        ('issued = "2018-02-30"', 'a.toml: "issued" must be a day'),
        ('reliability = "G"', 'a.toml: "reliability" must be a letter from A to F (NATO Admiralty code), and is "G"'),
        ("title = true", 'a.toml: "title" must be text'),
        ("title = {}", 'a.toml: "title" must be text'),
    ],
)
def test_a_slip_in_a_record_is_told_and_the_rest_of_it_holds(text: str, line: str) -> None:
    record = read_toml("a.toml", f"{text}\nvolume = 3\naccessed = 2018-07-18\n".encode())
    assert len(record.warnings) == 1
    assert line in record.warnings[0]
    assert values(record) == {"volume": "3", "accessed": "2018-07-18"}


def test_a_broken_record_costs_nothing_of_its_document(read: Reader, tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(b"title = \n")
    (tmp_path / "a.csl.json").write_bytes(b'{"title": "T", "tpye": "book"}')
    (tmp_path / "a.bib").write_bytes(b"@article{x, title = {never closed")
    answer = read("a.txt", TEXT)
    assert answer.documents[0].text == TEXT
    assert answer.documents[0].record.value("title") == "T"
    assert answer.documents[0].key == "a"
    assert len(answer.warnings) == 3
    assert answer.warnings[0].startswith("a.toml: not valid TOML: Invalid value (at line 1")
    assert answer.warnings[1] == 'a.csl.json: unknown key "tpye"; did you mean "type"?'
    assert answer.warnings[2].startswith("a.bib: holds 0 entries; a sidecar holds the one of its document")


def test_csl_people_and_partial_dates() -> None:
    item = {
        "id": "n3",
        "type": "article-journal",
        "issued": {"date-parts": [[2018, "7"]]},
        "accessed": {"raw": "2018-07-18"},
        "author": [{"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van"}, {"literal": "外交部"}],
        "volume": 49,
        "DOI": "10.1/x",
    }
    record = read_csl("a.csl.json", json.dumps([item]).encode())
    assert values(record) == {
        "type": "article-journal",
        "issued": "2018-07",
        "accessed": "2018-07-18",
        "author": "van Gogh, Vincent; 外交部",
        "volume": "49",
        "DOI": "10.1/x",
    }
    assert record.key == "n3"
    assert record.warnings == ()


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"[]", "holds 0 records"),
        (b'[{"id": "a"}, {"id": "b"}]', "holds 2 records"),
        (b'"text"', "not a CSL-JSON record"),
        (b"{", "not valid JSON"),
        (b'{"title": "\xff"}', "byte 11 is not UTF-8"),
    ],
)
def test_what_is_no_one_csl_record_is_refused(data: bytes, line: str) -> None:
    with pytest.raises(Refused, match=line):
        read_csl("a.csl.json", data)


def test_the_bibliography_of_the_2018_case_is_read_without_a_complaint(shared: Path) -> None:
    items = json.loads((shared / "case2018" / "bibliography.json").read_text(encoding="utf-8"))
    for item in items:
        record = read_csl("a.csl.json", json.dumps(item).encode())
        assert record.warnings == ()
        assert record.key == item["id"]
        assert values(record).get("title") == item.get("title")
        parts = item.get("issued", {}).get("date-parts", [[]])[0]
        assert [int(part) for part in values(record).get("issued", "").split("-") if part] == parts


def test_bibtex_names_dates_types_and_braces() -> None:
    text = """@article{n12,
      entrysubtype = {newspaper}, title = {{Kim Jong Un} visits {China} \\& meets Xi}, journaltitle = {朝日新聞},
      author = {Yi Wang and Kim, Jong Un and {Ministry of Foreign Affairs}}, date = {2018-06-20},
      urldate = {2018-07-18}, pages = {1--2}, langid = {japanese}, keywords = {visits}, url = {https://example.org/a_b}}"""
    record = read_bibtex("a.bib", text.encode())
    assert values(record) == {
        "type": "article-newspaper",
        "title": "Kim Jong Un visits China & meets Xi",
        "container-title": "朝日新聞",
        "author": "Wang, Yi; Kim, Jong Un; Ministry of Foreign Affairs",
        "issued": "2018-06-20",
        "accessed": "2018-07-18",
        "page": "1-2",
        "language": "japanese",
        "keyword": "visits",
        "URL": "https://example.org/a_b",
    }
    assert (record.key, record.warnings) == ("n12", ())


@pytest.mark.parametrize(
    ("dates", "issued"),
    [
        ("year = 2018", "2018"),
        ("year = {2018}, month = jun", "2018-06"),
        ("year = {2018}, month = {6}, day = {9}", "2018-06-09"),
        ("date = {2018-06-22/2018-06-23}", "2018-06-22"),
    ],
)
def test_bibtex_dates_keep_their_precision(dates: str, issued: str) -> None:
    assert values(read_bibtex("a.bib", f"@misc{{a, {dates}}}".encode()))["issued"] == issued


def test_an_unknown_bibtex_field_is_told() -> None:
    assert read_bibtex("a.bib", b"@misc{a, tilte = {x}}").warnings == (
        'a.bib: unknown key "tilte"; did you mean "title"?',
    )


def test_sidecar_over_page_over_file_name_each_with_its_basis(read: Reader, tmp_path: Path) -> None:
    page = f"<html><head><title>Page title</title><meta name=PubDate content=2018-05-09></head><body><p>{TEXT}</p>"
    document = read("2018-05-01_a.html", page).documents[0]
    assert (document.published, document.record.basis("issued")) == ("2018-05-09", "page: meta PubDate")
    (tmp_path / "2018-05-01_a.toml").write_text('issued = "2018-05-08"\nvehicle = "readout"\n', encoding="utf-8")
    document = read("2018-05-01_a.html", page).documents[0]
    assert (document.published, document.record.basis("issued")) == ("2018-05-08", "sidecar 2018-05-01_a.toml")
    assert document.record.basis("title") == "page: title"
    assert document.vehicle == "readout"
    assert document.warnings == (
        "issued 2018-05-08 (sidecar 2018-05-01_a.toml), but the document says 2018-05-09 (page: meta PubDate); "
        "the sidecar is taken",
    )
    plain = read("2018-05-01_b.txt", TEXT).documents[0]
    assert (plain.published, plain.record.basis("issued")) == ("2018-05-01", "file name")


def test_the_full_name_is_stronger_than_the_stem_and_toml_than_the_others(read: Reader, tmp_path: Path) -> None:
    (tmp_path / "a.txt.toml").write_text('title = "1"', encoding="utf-8")
    (tmp_path / "a.toml").write_text('title = "2"\nvolume = "2"', encoding="utf-8")
    (tmp_path / "a.csl.json").write_text('{"title": "3", "volume": "3", "page": "3"}', encoding="utf-8")
    (tmp_path / "a.bib").write_text("@misc{k, title={4}, pages={4}, edition={4}}", encoding="utf-8")
    record = read("a.txt", TEXT).documents[0].record
    assert [record.value(name) for name in ("title", "volume", "page", "edition")] == ["1", "2", "3", "4"]


def test_a_language_that_the_script_denies_is_left_open(read: Reader) -> None:
    document = read("a.html", f'<html lang="en"><body><p>{TEXT}</p>').documents[0]
    assert document.language is None
    assert 'the language "en" (page: html lang) does not go with the script' in document.warnings[0]
    assert read("b.html", f'<html lang="zh-CN"><body><p>{TEXT}</p>').documents[0].language == "zh"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("reported", "2018-06-31"),
        ("reported", "19 June"),
        ("reported", "2018-06-19T10:00"),
        ("reported", "2018-06-19T25:61Z"),
        ("reported", "2018-06"),
        ("reported-when", "afterwards"),
    ],
)
def test_a_first_report_without_a_day_or_with_an_unknown_word_is_told_and_left_out(key: str, value: str) -> None:
    record = read_toml("a.toml", f'{key} = "{value}"'.encode())
    assert record.fields == ()
    (line,) = record.warnings
    assert line.startswith(f'a.toml: "{key}" must be ')
