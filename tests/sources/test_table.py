"""Tables of documents: a source a row, bad rows listed, good rows read."""

import csv
import gzip
import json
from pathlib import Path

import pytest

from dragoman.sources import FileRead, Limits, read_file
from tests.sources.conftest import Reader


def paths(answer: FileRead) -> list[str]:
    return [document.path for document in answer.documents]


def test_a_row_becomes_a_source_with_its_record(read: Reader) -> None:
    rows = [
        {"id": "mfa-1", "date": "2018-05-09", "title": "例行记者会", "url": "https://example.org/1",
         "text": "某社记者：何时？\n发言人：五月。"},
        {"id": "mfa-2", "published": "May 9, 2018", "headline": "Readout", "link": "u",
         "body": "They met.", "language": "en"},
    ]  # fmt: skip
    answer = read("corpus.jsonl", "\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n")
    first, second = answer.documents
    assert (first.path, first.key, first.key_basis) == ("corpus.jsonl!mfa-1", "mfa-1", "row id")
    assert first.text == rows[0]["text"]
    assert [p.register for p in first.passages] == ["question", "answer"]
    assert first.record.value("URL") == "https://example.org/1"
    assert first.record.basis("title") == 'row: field "title"'
    assert (second.published, second.language, second.text) == ("2018-05-09", "en", "They met.")


def test_json_lists_objects_with_one_list_single_objects_and_texts_are_read(read: Reader) -> None:
    rows = [{"id": 1, "content": "甲"}, {"id": 2, "content": "乙"}]
    assert paths(read("a.json", json.dumps(rows))) == ["a.json!1", "a.json!2"]
    assert paths(read("b.json", json.dumps({"note": "x", "items": rows}))) == ["b.json!1", "b.json!2"]
    assert paths(read("c.json", json.dumps({"id": "only", "text": "丙"}))) == ["c.json!only"]
    assert [d.text for d in read("d.json", json.dumps({"event": "x", "items": ["甲", "乙"]})).documents] == ["甲", "乙"]
    two = read("e.json", '{"a": [{"text": "x"}], "b": [{"text": "y"}]}')
    assert two.refused == "an object with 2 lists; keep the one list of documents in it"


@pytest.mark.parametrize("sign", [",", "\t", ";"])
def test_a_csv_is_read_whatever_parts_its_fields(read: Reader, sign: str) -> None:
    answer = read("x.csv", f'Date{sign}Text\r\n2020-05-19{sign}"first line\r\nsecond, line"\r\n2020-05-20{sign}乙\r\n')
    assert [(d.published, d.text) for d in answer.documents] == [
        ("2020-05-19", "first line\r\nsecond, line"),
        ("2020-05-20", "乙"),
    ]
    assert paths(answer) == ["x.csv!1", "x.csv!2"]


def test_a_column_without_a_usual_name_is_read_where_it_is_the_only_text_and_that_is_said(read: Reader) -> None:
    answer = read("x.csv", '"","x"\n"1","政府對此深感遺憾，並予以強力譴責，特此鄭重聲明。"\n')
    assert answer.documents[0].text.startswith("政府")
    assert answer.warnings == ('line 2: no field named text; "x" is read as the text',)


def test_bad_rows_are_listed_with_their_line_and_the_rest_are_read(read: Reader) -> None:
    lines = [
        '{"id": "a", "text": "甲"}',
        "{broken",
        '{"id": "b"}',
        '["list"]',
        "",
        '{"id": "c", "text": "丙"}',
        '{"id": "d", "text": " "}',
    ]
    answer = read("x.jsonl", "\n".join(lines))
    assert paths(answer) == ["x.jsonl!a", "x.jsonl!c"]
    assert [line.split(": ")[0] for line in answer.warnings] == ["line 2", "line 3", "line 4", "line 7"]
    assert answer.warnings[1] == "line 3: no field named text (or content, body)"
    assert answer.refused is None


def test_a_repeated_id_loses_no_row(read: Reader) -> None:
    answer = read(
        "x.json", json.dumps([{"id": "a", "text": "甲"}, {"id": "a", "text": "乙"}, {"id": "a", "text": "丙"}])
    )
    assert paths(answer) == ["x.json!a", "x.json!a#2", "x.json!a#3"]
    assert [d.text for d in answer.documents] == ["甲", "乙", "丙"]
    assert answer.warnings[0] == 'item 2: the id "a" stands in an earlier row; read as "a#2"'


def test_a_huge_field_is_refused_with_its_line_and_the_other_rows_are_read(read: Reader) -> None:
    limits = Limits(field_characters=5000)
    answer = read("x.csv", f"id,text\na,甲\nb,{'乙' * 6000}\nc,丙\n", limits)
    assert paths(answer) == ["x.csv!a", "x.csv!c"]
    assert "line 3" in answer.warnings[0]
    assert "the limit field_characters = 5000" in answer.warnings[0]
    assert read("y.csv", f"id,text\nb,{'乙' * 300_000}\n").documents[0].counted == 300_000


def test_too_many_rows_and_fields_are_told(read: Reader) -> None:
    answer = read("x.csv", "id,text\na,甲\nb,乙,多\nc,丙\nd,丁\n", Limits(rows=3))
    assert paths(answer) == ["x.csv!a", "x.csv!c"]
    assert answer.warnings == (
        "line 3: 3 fields under 2 column names; quote its commas",
        "row 4 and those after it are beyond the limit rows = 3 (case.toml, [limits] rows)",
    )


def test_surrogates_and_nuls_from_json_escapes_never_reach_the_text(read: Reader) -> None:
    answer = read("x.jsonl", '{"id": "a\\ud800", "text": "会\\u0000晤\\udc00", "title": "\\ud83d\\ude00"}')
    assert answer.documents[0].text == "会\ufffd晤\ufffd"
    assert answer.documents[0].record.value("title") == "😀"


def test_a_date_that_is_none_is_told_and_left_out(read: Reader) -> None:
    document = read("x.jsonl", '{"id": "a", "text": "甲", "date": "sometime"}').documents[0]
    assert document.published is None
    assert document.warnings == ('"sometime" in the field "date" is no date; write it as 2018-05-09',)


def test_a_row_keeps_its_hash_whatever_the_order_of_its_fields(read: Reader) -> None:
    one = read("x.jsonl", '{"id": "a", "text": "甲"}').documents[0]
    two = read("y.jsonl", '{"text": "甲", "id": "a"}').documents[0]
    assert one.sha256 == two.sha256
    assert one.sha256 != read("z.jsonl", '{"id": "a", "text": "乙"}').documents[0].sha256


@pytest.mark.parametrize(
    ("data", "line"),
    [
        ("[]", "a table without rows"),
        ('[{"a": 1}]', "none of its rows is a document; give each a field named text (or content, body)"),
        ("[1, 2", "not valid JSON: Expecting ',' delimiter at line 1, column 6"),
        ("[" * 100_000, "not valid JSON: nested too deep"),
    ],
)
def test_a_table_that_is_none_is_refused(read: Reader, data: str, line: str) -> None:
    assert read("x.json", data).refused == line


def test_the_sidecar_of_a_table_speaks_for_all_rows_and_never_over_them_in_title_or_date(
    read: Reader, tmp_path: Path
) -> None:
    (tmp_path / "x.toml").write_text(
        'key = "k"\ntitle = "T"\ncontainer-title = "人民日报"\nreliability = "B"\n', "utf-8"
    )
    first, second = read("x.jsonl", '{"id": "a", "text": "甲", "title": "t1"}\n{"id": "b", "text": "乙"}').documents
    assert (first.record.value("title"), second.record.value("title")) == ("t1", None)
    assert first.record.value("container-title") == second.record.value("container-title") == "人民日报"
    assert (first.key, second.key, second.reliability) == ("a", "b", "B")


def test_the_real_tables_are_read_row_for_row(shared: Path, tmp_path: Path) -> None:
    packed = shared / "corpora" / "mfa_presscon_2020_2022_zh.jsonl.gz"
    (tmp_path / "mfa.jsonl").write_bytes(gzip.decompress(packed.read_bytes()))
    answer = read_file(tmp_path / "mfa.jsonl")
    rows = [json.loads(line) for line in gzip.decompress(packed.read_bytes()).decode("utf-8").splitlines()]
    assert [d.text for d in answer.documents] == [row["text"] for row in rows]
    assert [d.published for d in answer.documents] == [row["date"] for row in rows]
    assert answer.lines() == ()
    notices = read_file(shared / "corpora" / "taiwan_mofa_texts.csv")
    with (shared / "corpora" / "taiwan_mofa_texts.csv").open(encoding="utf-8", newline="") as stream:
        assert [d.text for d in notices.documents] == [row["x"] for row in csv.DictReader(stream)]
