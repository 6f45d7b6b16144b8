"""A whole case: every file answered, in order, the same in every run."""

import os
import unicodedata
from pathlib import Path

import pytest

from dragoman.model import Case
from dragoman.sources import CaseError, FileRead, passed_over, read_sources, scan, unique_keys
from tests.sources.samples import archive, pdf

TEXT = "双方举行会谈，并同意保持沟通。"


def put(case: Case, name: str, data: bytes | str = TEXT) -> Path:
    path = case.sources / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
    return path


def by_path(answers: list[FileRead]) -> dict[str, FileRead]:
    return {answer.path: answer for answer in answers}


def test_scan_lists_documents_sorted_and_leaves_out_sidecars_and_hidden_files(case: Case) -> None:
    for name in ("b.txt", "a/z.html", "n10.txt", "n10.toml", "n10.txt.bib", "n10.csl.json", ".hidden", ".git/x.txt"):
        put(case, name)
    found = scan(case)
    assert [source.path for source in found] == ["a/z.html", "b.txt", "n10.txt"]
    assert [path.name for path in found[2].sidecars] == ["n10.toml", "n10.csl.json", "n10.txt.bib"]
    assert found[1].size == len(TEXT.encode())
    assert found[1].mtime_ns == (case.sources / "b.txt").stat().st_mtime_ns
    assert passed_over(case) == (
        "sources/.git/x.txt: hidden, so it is not read",
        "sources/.hidden: hidden, so it is not read",
    )


def test_a_plain_json_is_a_document_and_a_record_without_one_is_said(case: Case) -> None:
    put(case, "n10.json", '[{"id": "a", "text": "甲"}]')
    put(case, "n11.toml", 'title = "x"')
    assert [source.path for source in scan(case)] == ["n10.json"]
    assert passed_over(case) == (
        "sources/n11.toml: a record with no document of its name beside it, so it is not used",
    )


def test_a_changed_sidecar_changes_the_stamp_of_its_document(case: Case) -> None:
    put(case, "a.txt")
    record = put(case, "a.toml", 'title = "x"')
    before = scan(case)[0].stamp
    assert scan(case)[0].stamp == before
    os.utime(record, ns=(1, 1))
    assert scan(case)[0].stamp != before


def test_paths_are_in_nfc_whatever_the_file_system_has(case: Case) -> None:
    put(case, unicodedata.normalize("NFD", "평양선언.txt"))
    (source,) = scan(case)
    assert source.path == unicodedata.normalize("NFC", "평양선언.txt")
    assert next(read_sources(case)).documents[0].text == TEXT


def test_two_files_that_differ_only_in_normalisation_are_both_refused(case: Case) -> None:
    put(case, unicodedata.normalize("NFC", "평양.txt"))
    put(case, unicodedata.normalize("NFD", "평양.txt"))
    put(case, "z.txt")
    if len(list(case.sources.iterdir())) < 3:
        pytest.skip("this file system takes the two names for one")
    answers = list(read_sources(case))
    assert [answer.refused is None for answer in answers] == [True, False, False]
    assert "written with different characters that look the same" in str(answers[1].refused)


def test_links_out_of_sources_are_refused_and_never_opened(case: Case, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("秘密", encoding="utf-8")
    put(case, "a.txt")
    (case.sources / "out.txt").symlink_to(secret)
    (case.sources / "in.txt").symlink_to(case.sources / "a.txt")
    (case.sources / "folder").symlink_to(tmp_path)
    (case.sources / "gone.txt").symlink_to(tmp_path / "nothing")
    (case.sources / "loop.txt").symlink_to(case.sources / "loop.txt")
    answers = by_path(list(read_sources(case)))
    assert answers["out.txt"].refused == "a link that leads outside of sources/; copy the file itself into the folder"
    assert "outside" in str(answers["folder"].refused)
    assert answers["gone.txt"].refused is not None
    assert answers["loop.txt"].refused is not None
    assert answers["in.txt"].documents[0].text == answers["a.txt"].documents[0].text == TEXT


def test_answers_come_in_sorted_order_and_are_the_same_for_any_number_of_readers(case: Case) -> None:
    for number in range(30):
        put(case, f"{(number * 7) % 30:02d}.txt", f"{TEXT}{number}" * (1 + 400 * (number % 3)))
    put(case, "x.zip", archive({"a.txt": TEXT, "b.html": f"<html><p>{TEXT}"}))
    one = list(read_sources(case, jobs=1))
    assert [answer.path for answer in one] == sorted(answer.path for answer in one)
    assert list(read_sources(case, jobs=3)) == one


def test_only_what_is_asked_for_is_read(case: Case) -> None:
    for name in ("a.txt", "b.txt", "c/d.txt"):
        put(case, name)
    chosen = [Path("c/d.txt"), case.sources / "a.txt", "no.txt"]
    answers = list(read_sources(case, chosen))
    assert [(answer.path, answer.refused) for answer in answers] == [
        ("a.txt", None),
        ("c/d.txt", None),
        ("no.txt", "no such file in sources/"),
    ]


def test_each_key_is_one_sources_and_a_claim_made_twice_is_told(case: Case) -> None:
    put(case, "a/n1.txt")
    put(case, "b/n1.txt")
    put(case, "c.txt")
    put(case, "c.toml", 'key = "n9"')
    put(case, "d.txt")
    put(case, "d.toml", 'key = "n9"')
    documents = [answer.documents[0] for answer in read_sources(case)]
    assert [document.key for document in documents] == ["n1", "b/n1.txt", "n9", "d.txt"]
    assert documents[3].warnings == (
        'the key "n9" (sidecar d.toml) is taken by c.txt; give each record its own (cited as d.txt until then)',
    )
    claims = [(d.path, "n9" if d.path in ("c.txt", "d.txt") else "n1", d.key_basis) for d in documents]
    keys, lines = unique_keys(reversed(claims))
    assert keys == {"a/n1.txt": "n1", "b/n1.txt": "b/n1.txt", "c.txt": "n9", "d.txt": "d.txt"}
    assert len(lines) == 1


def test_a_scan_gives_its_key_to_the_text_beside_it(case: Case) -> None:
    put(case, "statement.pdf", pdf([""]))
    put(case, "statement.txt")
    put(case, "statement.toml", 'key = "n7"')
    answers = by_path(list(read_sources(case)))
    assert answers["statement.pdf"].refused == "no text layer; its text is read from statement.txt beside it"
    assert answers["statement.txt"].documents[0].key == "n7"


def test_the_cases_own_limits_hold(case: Case) -> None:
    put(case, "a.txt")
    toml = case.folder / "case.toml"
    toml.write_text(toml.read_text(encoding="utf-8") + "\n[limits]\nfile_megabytes = 0.00001\n", encoding="utf-8")
    from dragoman.sources import load_case

    assert "file_megabytes" in str(next(read_sources(load_case(case.folder))).refused)


def test_a_case_without_sources_says_so(case: Case) -> None:
    case.sources.rmdir()
    with pytest.raises(CaseError, match="no such folder; make it"):
        list(read_sources(case))
