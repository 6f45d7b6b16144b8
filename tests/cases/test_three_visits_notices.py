"""The notices of the bundled case: their records, their languages, and the facts that they tell."""

import csv
import json
import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

KNOWN = {
    "key", "type", "title", "title-transliterated", "title-translated", "container-title", "publisher", "author",
    "issued", "accessed", "reported", "reported-when", "language", "page", "volume", "edition", "URL",
    "vehicle", "reliability", "note",
}  # fmt: skip
NOTES = [
    *("n1", "n2a", "n2b", "n3", "n4a", "n4b", "n5", "n6a", "n6b", "n7", "n8", "n9", "n10", "n11", "n12", "n13", "n14"),
    *("n15", "n16a", "n16b", "n17", "n18", "n19", "n20", "n21", "n22", "n23a", "n23b", "n24", "n25"),
]
STATEMENTS = ("w1", "w2", "j1", "j2", "j3", "j4")  # official texts, by the titles that they bear
FIRST_REPORTS = ("x1", "x2", "x3", "x4", "x5", "x6")  # Xinhua's, whose titles we do not know
OURS = {"key", "vehicle", "reliability", "note"}
SCRIPTS = {"zh": "[\u4e00-\u9fff]", "ja": "[\u3041-\u30ff]", "ko": "[\uac00-\ud7a3]", "en": "[A-Za-z]{3}"}
Records = dict[str, dict[str, Any]]
Texts = dict[str, str]


def languages(records: Records, rows: Records) -> dict[str, str]:
    return {key: record["language"] for key, record in records.items()} | {
        key: row["lang"] for key, row in rows.items()
    }


def test_every_note_of_the_bibliography_has_its_notice(records: Records, texts: Texts) -> None:
    assert set(NOTES) <= set(records)
    assert set(records) <= set(texts)


def test_every_notice_has_a_record(records: Records, rows: Records, texts: Texts) -> None:
    assert set(texts) == set(records) | set(rows)
    assert not set(records) & set(rows)


def test_every_sidecar_has_known_keys_with_plain_text(records: Records) -> None:
    for stem, record in records.items():
        assert set(record) <= KNOWN, stem
        assert {"key", "type", "language"} <= set(record), stem
        assert record["key"] == stem
        assert all(isinstance(value, str) and value.strip() == value and value for value in record.values()), stem


def test_every_date_of_a_record_is_a_date_or_a_year(records: Records, rows: Records) -> None:
    given = [record[field] for record in records.values() for field in ("issued", "accessed") if field in record]
    for text in given + [row["date"] for row in rows.values()]:
        assert re.fullmatch(r"\d{4}", text) or date.fromisoformat(text)


def test_every_notice_says_that_it_is_not_the_article(records: Records, rows: Records) -> None:
    for record in (*records.values(), *rows.values()):
        assert record["note"].startswith("Written for this example")


def test_rows_have_the_fields_that_the_reader_knows(rows: Records) -> None:
    for row in rows.values():
        assert list(row) == ["id", "title", "date", "lang", "text", "url", "outlet", "note"]


def test_notices_without_a_known_record_say_so_in_brackets(records: Records, rows: Records) -> None:
    titles = [record["title"] for record in records.values() if record.get("container-title") == "public record"]
    titles += [row["title"] for row in rows.values() if row["outlet"] == "public record"]
    assert len(titles) == len(rows) + len(set(records) - set(NOTES) - {*STATEMENTS, *FIRST_REPORTS})
    titles += [records[key]["title"] for key in FIRST_REPORTS]
    assert all(title.startswith("[") and title.endswith("]") for title in titles)


def test_no_title_is_given_where_only_its_reading_is_known(records: Records) -> None:
    readings = [record for record in records.values() if "title-transliterated" in record]
    assert len(readings) == 15
    assert all("title" not in record for record in readings)


def test_no_notice_takes_the_title_of_the_article(records: Records, texts: Texts) -> None:
    for key, record in records.items():
        if "title" in record:
            assert record["title"] not in texts[key], key


def test_four_languages_in_their_own_scripts(records: Records, rows: Records, texts: Texts) -> None:
    spoken = languages(records, rows)
    count = {name: sum(1 for language in spoken.values() if language == name) for name in SCRIPTS}
    assert sum(count.values()) == len(texts) == 54
    assert min(count.values()) >= 4
    for key, language in spoken.items():
        assert len(re.findall(SCRIPTS[language], texts[key])) > len(texts[key]) / 20, key


def test_each_language_has_its_own_punctuation(records: Records, rows: Records, texts: Texts) -> None:
    for key, language in languages(records, rows).items():
        if language in {"zh", "ja"}:
            assert not re.search(r"(?<=[^\x00-\x7f])[,;:()?]|[,;:()?](?=[^\x00-\x7f])", texts[key]), key
        if language == "ja":
            assert "，" not in texts[key], key


def test_the_first_report_of_a_visit_is_dated_as_its_notice_tells(records: Records, texts: Texts) -> None:
    told = {"x1": ("3月28日", "after"), "x2": ("5月8日", "after"), "x3": ("6月19日", None), "x4": ("5月7日", "after"),
            "x5": ("8月30日", "after"), "x6": ("5月26日", "after")}  # fmt: skip
    for key, (words, when) in told.items():
        day = date.fromisoformat(records[key]["reported"])
        assert words == f"{day.month}月{day.day}日", key
        assert f"新华社{words}" in texts[key], key
        assert records[key].get("reported-when") == when, key


def test_three_statements_signed_before_singapore_carry_the_phrase_that_it_lacks(
    records: Records, texts: Texts
) -> None:
    carrying = [key for key in ("j1", "j2", "j3", "j4") if "complete, verifiable and irreversible" in texts[key]]
    assert carrying == ["j1", "j2", "j3"]
    assert {records[key]["vehicle"] for key in ("j1", "j2", "j3", "j4")} == {"joint statement"}
    assert max(records[key]["issued"] for key in carrying) < records["j4"]["issued"] == "2018-06-12"
    assert "complete denuclearization of the Korean Peninsula" in texts["j4"]


def test_files_are_utf_8_without_marks_or_carriage_returns(three_visits: Path) -> None:
    for path in sorted(three_visits.rglob("*")):
        if path.is_file() and ".dragoman" not in path.parts:
            data = path.read_bytes()
            assert data or path.name == "judgements.jsonl", path.name
            assert not data.startswith(b"\xef\xbb\xbf"), path.name
            assert b"\r" not in data, path.name
            data.decode("utf-8")


def test_a_notice_is_a_headline_a_blank_line_and_short_paragraphs(three_visits: Path) -> None:
    for path in (three_visits / "sources").glob("*.txt"):
        headline, blank, *rest = path.read_text("utf-8").split("\n")
        assert headline, path.name
        assert blank == "", path.name
        assert 2 <= len([line for line in rest if line]) <= 6, path.name
        assert not any(line.startswith((" ", "\u3000")) for line in rest), path.name


def test_several_formats_so_that_several_readers_run(three_visits: Path) -> None:
    formats = {path.suffix for path in (three_visits / "sources").iterdir()}
    assert formats == {".txt", ".md", ".html", ".jsonl", ".toml"}


@pytest.mark.parametrize(
    ("one", "words", "other", "others"),
    [
        ("k5", "2017년 5월 9일", "n8", "2017年5月10日"),
        ("n2a", "2017年10月25日再次当选中共中央总书记", "e3", "Communist Party of China in November 2017"),
        ("e3", "June 8-9, 2018", "z1", "6月9日至10日在加拿大"),
    ],
)  # fmt: skip
def test_where_the_records_conflict_two_notices_differ(
    texts: Texts, one: str, words: str, other: str, others: str
) -> None:
    assert words in texts[one]
    assert others in texts[other]


def test_the_ways_of_telling_time_and_amounts_are_there(texts: Texts) -> None:
    told = "\n".join(texts.values())
    assert told.count("平成30年") == 1
    for form in ("3月25日至28日", "25日から28日", "March 5-6", "5월 7~8일", "同日", "当天", "翌23日", "같은 날",
                 "이튿날", "Three days later", "3日後", "주체107(2018)년", "¥5.5 trillion", "$34 billion",
                 "5兆5000億円", "340억 달러", "1,102 items", "818项", "25%", "25 %"):  # fmt: skip
        assert form in told, form


def test_the_case_file_has_tracks_with_ids_of_their_own(three_visits: Path) -> None:
    case = tomllib.loads((three_visits / "case.toml").read_text("utf-8"))
    tracks = case["tracks"]
    types = {
        *("visit", "meet", "call", "sign", "announce", "tariff", "retaliate"),
        *("invite", "convene", "attend", "refuse", "suspend", "elect"),
    }
    assert len({track["id"] for track in tracks}) == len(tracks)
    assert all(set(track.get("types", [])) <= types for track in tracks)
    assert (case["last"] - case["first"]).days + 1 == 140


def test_every_fact_stands_once_in_the_notice_that_tells_it(texts: Texts) -> None:
    with (Path(__file__).parent / "facts_told.csv").open(encoding="utf-8", newline="") as file:
        for fact in csv.DictReader(file):
            assert texts[fact["key"]].count(fact["words"]) == 1, fact


def test_every_dated_fact_of_the_chronology_is_told(shared: Path) -> None:
    with (Path(__file__).parent / "facts_told.csv").open(encoding="utf-8", newline="") as file:
        told = [(fact["date_start"], fact["action_begins"]) for fact in csv.DictReader(file)]
    with (shared / "case2018" / "chronology.csv").open(encoding="utf-8", newline="") as file:
        facts = [row for row in csv.DictReader(file) if row["date_start"].lstrip(".") >= "2017"]
    assert len(facts) == 48
    for row in facts:
        assert any(row["date_start"] == day and row["action"].startswith(words) for day, words in told), row


def test_records_are_those_of_the_bibliography(shared: Path, records: Records) -> None:
    entries = json.loads((shared / "case2018" / "bibliography.json").read_text("utf-8"))
    assert [entry["id"] for entry in entries] == NOTES
    for entry in entries:
        record = records[entry["id"]]
        expected = {name: value for name, value in entry.items() if isinstance(value, str) and name != "id"}
        for name in ("issued", "accessed"):
            if name in entry:
                year, *rest = entry[name]["date-parts"][0]
                expected[name] = "-".join([str(year), *(f"{part:02d}" for part in rest)])
        if "author" in entry:
            expected["author"] = "; ".join(f"{name['family']}, {name['given']}" for name in entry["author"])
        assert {name: record[name] for name in record if name not in OURS} == expected
