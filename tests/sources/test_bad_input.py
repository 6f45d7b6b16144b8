"""The bad inputs of the issue, all in one case: a clear line each, nothing else lost, the process alive."""

import os

import pytest

from dragoman.model import Case
from dragoman.sources import FileRead, read_sources
from tests.sources.samples import archive, docx, locked, paragraph, pdf

NEWS = "双方举行会谈，并同意保持沟通。"
PAGE = f"<!DOCTYPE html><html><head><title>公告</title></head><body><p>{NEWS}</p></body></html>"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
BOMB = archive({"z.txt": b"0" * 40_000_000})

BAD: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "empty"),
    "empty.html": (b"", "empty"),
    "empty.pdf": (b"", "empty"),
    "blank.txt": (b" \n \n", "empty"),
    "locked.pdf": (pdf(["x"], password="a"), "needs a password; save a copy without one"),
    "locked.docx": (OLE + "EncryptedPackage".encode("utf-16-le"), "a Word or Office document that needs a password"),
    "old.doc": (OLE, "an old Word or Office document"),
    "scan.pdf": (pdf(["", ""]), "no text layer; run OCR first or add the text beside it as scan.txt"),
    "cut.pdf": (pdf(["x" * 500])[:200], "a damaged PDF"),
    "cut.docx": (docx(paragraph("x"))[:300], "a damaged zip archive"),
    "cut.zip": (archive({"a.txt": NEWS})[:50], "a damaged zip archive"),
    "deep.html": (("<div>" * 100_000 + NEWS).encode(), "tags nested 100000 deep, beyond the limit html_depth = 2000"),
    "junk.txt": (bytes((n * 7919 + n // 251 * 31) % 256 for n in range(5000)), "no text encoding fits its bytes"),
    "zeros.txt": (b"\0" * 5000, "no text in it"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "a picture (PNG)"),
    "packed.jsonl": (b"\x1f\x8b\x08\x00" + b"\0" * 50, "a gzip file"),
    "script.html": (b"<html><body><script>f()</script></body></html>", "no text in this page"),
    "deep.json": (b"[" * 200_000, "not valid JSON"),
}
MISLABELLED: dict[str, tuple[bytes, str]] = {
    "page.txt": (PAGE.encode(), "named .txt, but it is an HTML page; read as that"),
    "paper.html": (pdf(["They met."]), "named .html, but it is a PDF; read as that"),
    "word.pdf": (docx(paragraph(NEWS)), "named .pdf, but it is a Word document; read as that"),
    "plain.html": (NEWS.encode(), "named .html, but it is plain text; read as that"),
    "notes.xyz": (NEWS.encode(), "the ending .xyz is not known; read as plain text"),
    "prose.json": (NEWS.encode(), "named .json, but it is plain text; read as that"),
    "nul.txt": (NEWS.replace("，", "，\0").encode(), "1 NUL characters or lone surrogates; each is shown as U+FFFD"),
    "broken.txt": (NEWS.encode() + b"\xff" + NEWS.encode(), "1 damaged place (not utf-8), the first at byte 45"),
}


@pytest.fixture
def answers(case: Case) -> dict[str, FileRead]:
    for name, (data, _) in {**BAD, **MISLABELLED}.items():
        (case.sources / name).write_bytes(data)
    (case.sources / "zip named.docx").write_bytes(archive({"a.txt": NEWS}))
    (case.sources / "bomb.zip").write_bytes(archive({"a.txt": NEWS, "inner.zip": archive({"bomb.zip": BOMB})}))
    (case.sources / "locked.zip").write_bytes(locked(archive({"a.txt": NEWS})))
    (case.sources / "folder.html").mkdir()
    (case.sources / "folder.html" / "in.txt").write_text(NEWS, encoding="utf-8")
    (case.sources / "right\u202etxt.exe.txt").write_text(NEWS, encoding="utf-8")
    (case.sources / "zz last.txt").write_text(NEWS, encoding="utf-8")
    return {answer.path: answer for answer in read_sources(case)}


def test_each_bad_file_has_its_line_and_every_other_file_is_read(answers: dict[str, FileRead]) -> None:
    for name, (_, line) in BAD.items():
        assert answers[name].documents == (), name
        assert line in str(answers[name].refused), (name, answers[name])
        assert len(answers[name].lines()) == 1
        assert "\n" not in answers[name].lines()[0]
    for name, (_, line) in MISLABELLED.items():
        assert answers[name].refused is None, (name, answers[name])
        assert line in answers[name].documents[0].warnings[0]
        assert answers[name].documents[0].counted > 0
    assert answers["zz last.txt"].documents[0].text == NEWS
    assert answers["folder.html/in.txt"].documents[0].text == NEWS


def test_mislabelled_and_bad_archives_are_read_as_far_as_they_go(answers: dict[str, FileRead]) -> None:
    named = answers["zip named.docx"]
    assert named.warnings == ("named .docx, but it is a zip archive; read as that",)
    assert named.documents[0].text == NEWS
    bomb = answers["bomb.zip"]
    assert [d.state for d in bomb.documents] == ["whole", "refused"]
    assert bomb.documents[0].text == NEWS
    assert "the limit inflation_ratio = 200" in bomb.documents[1].warnings[0]
    assert answers["locked.zip"].documents[0].state == "refused"


def test_every_answer_can_be_stored_as_utf8(answers: dict[str, FileRead]) -> None:
    for answer in answers.values():
        for document in answer.documents:
            document.text.encode("utf-8")
            assert "\0" not in document.text
        "".join(answer.lines()).encode("utf-8")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_told(case: Case) -> None:
    (case.sources / "a.txt").write_text(NEWS, encoding="utf-8")
    (case.sources / "a.txt").chmod(0)
    assert next(read_sources(case)).refused == "cannot be read (Permission denied)"


def test_a_name_that_is_no_utf8_is_read_under_a_name_that_can_be_shown(case: Case) -> None:
    try:
        (case.sources / os.fsdecode(b"a\xff.txt")).write_text(NEWS, encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    (answer,) = read_sources(case)
    assert answer.path == "a\ufffd.txt"
    assert answer.documents[0].text == NEWS
