"""Zips: members as sources, every bound by its name, nothing written anywhere."""

import io
import zipfile

from dragoman.sources import FileRead, Limits
from tests.sources.conftest import Reader
from tests.sources.samples import archive, docx, locked, paragraph, pdf

NEWS = "双方举行会谈，并同意保持沟通。"


def texts(answer: FileRead) -> dict[str, str]:
    return {document.path: document.text for document in answer.documents}


def test_members_are_sources_in_the_order_of_their_paths_with_their_sidecars(read: Reader) -> None:
    answer = read(
        "news.zip",
        archive(
            {
                "2018/b.txt": NEWS,
                "2018/b.toml": 'key = "n2"\nissued = 2018-05-09\n',
                "a.html": f"<html><p>{NEWS}</p>",
                "c.pdf": pdf(["They met."]),
                "d.docx": docx(paragraph("声明。")),
            }
        ),
    )
    assert texts(answer) == {
        "news.zip!2018/b.txt": NEWS,
        "news.zip!a.html": NEWS,
        "news.zip!c.pdf": "They met.",
        "news.zip!d.docx": "声明。",
    }
    assert [document.key for document in answer.documents] == ["n2", "a", "c", "d"]
    assert answer.documents[0].published == "2018-05-09"
    assert answer.lines() == ()


def test_names_that_climb_or_hide_their_direction_are_cleaned_and_said(read: Reader) -> None:
    answer = read(
        "x.zip",
        archive({"../../etc/passwd.txt": NEWS, "a\u202etxt.exe.txt": NEWS, "/abs/b.txt": NEWS, "C:\\c.txt": NEWS}),
    )
    assert sorted(texts(answer)) == ["x.zip!abs/b.txt", "x.zip!atxt.exe.txt", "x.zip!c.txt", "x.zip!etc/passwd.txt"]
    assert '"../../etc/passwd.txt" in the archive is read as "etc/passwd.txt"' in answer.warnings
    assert '"a\\u202etxt.exe.txt" in the archive is read as "atxt.exe.txt"' in answer.warnings
    assert len(answer.warnings) == 4


def test_two_members_of_one_name_are_both_read(read: Reader) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as zipped:
        zipped.writestr("a.txt", NEWS)
        zipped.writestr("./a.txt", "另一篇。")
    assert texts(read("x.zip", made.getvalue())) == {"x.zip!a.txt": NEWS, "x.zip!a.txt#2": "另一篇。"}


def test_names_in_the_makers_own_encoding_are_read(read: Reader) -> None:
    name = "两国领导人会晤公报.txt"
    packed = archive({"x" * len(name.encode("gb18030")): NEWS})
    packed = packed.replace(b"x" * len(name.encode("gb18030")), name.encode("gb18030"))
    assert list(texts(read("x.zip", packed))) == [f"x.zip!{name}"]


def test_hidden_files_links_and_folders_are_passed_over(read: Reader) -> None:
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = 0o120777 << 16
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as zipped:
        zipped.writestr(".DS_Store", "x")
        zipped.writestr("__MACOSX/._a.txt", "x")
        zipped.writestr("folder.html/", "")
        zipped.writestr(link, "/etc/passwd")
        zipped.writestr("a.txt", NEWS)
    answer = read("x.zip", made.getvalue())
    assert list(texts(answer)) == ["x.zip!a.txt"]
    assert len(answer.warnings) == 3


def test_archives_in_archives_are_read_to_the_limit_of_depth(read: Reader) -> None:
    nested = archive({"deep.txt": NEWS})
    for level in range(3):
        nested = archive({f"level{level}.zip": nested, f"beside{level}.txt": NEWS})
    answer = read("x.zip", nested)
    assert [d.path for d in answer.documents if d.state == "whole"] == [
        "x.zip!beside2.txt",
        "x.zip!level2.zip!beside1.txt",
        "x.zip!level2.zip!level1.zip!beside0.txt",
    ]
    (refused,) = [d for d in answer.documents if d.state == "refused"]
    assert refused.warnings == (
        "an archive inside archives, deeper than the limit archive_depth = 3 (case.toml, [limits] archive_depth)",
    )
    assert len([d for d in read("x.zip", nested, Limits(archive_depth=4)).documents if d.state == "whole"]) == 4


def test_a_bomb_is_refused_alone_by_ratio_by_size_and_by_sum(read: Reader) -> None:
    bomb = archive({"a.txt": NEWS, "bomb.txt": b"0" * 30_000_000, "z.txt": NEWS})
    for limits, name in [
        (Limits(), "inflation_ratio = 200"),
        (Limits(file_megabytes=2, inflation_ratio=1e9), "file_megabytes = 2 "),
        (Limits(inflated_megabytes=20, inflation_ratio=1e9), "inflated_megabytes = 20 "),
    ]:
        answer = read("x.zip", bomb, limits)
        states = {d.path: d.state for d in answer.documents}
        assert states["x.zip!a.txt"] == "whole"
        assert states["x.zip!bomb.txt"] == "refused"
        assert f"the limit {name}" in answer.documents[1].warnings[0]
        assert states["x.zip!z.txt"] == ("refused" if "inflated" in name else "whole")


def test_a_header_that_lies_about_the_size_is_found_out(read: Reader) -> None:
    packed = bytearray(archive({"bomb.txt": b"0" * 30_000_000}))
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = packed.find(mark) + at
        packed[place : place + 4] = (10).to_bytes(4, "little")
    answer = read("x.zip", bytes(packed))
    assert [d.state for d in answer.documents] == ["refused"]


def test_more_members_than_the_limit_are_told(read: Reader) -> None:
    answer = read("x.zip", archive({f"{n:02d}.txt": NEWS for n in range(9)}), Limits(archive_members=4))
    assert len(answer.documents) == 4
    assert answer.warnings == (
        "04.txt and what comes after it are beyond the limit archive_members = 4 (case.toml, [limits] archive_members)",
    )


def test_members_under_a_password_and_damaged_members_are_refused_one_by_one(read: Reader) -> None:
    answer = read("x.zip", locked(archive({"a.txt": NEWS})))
    assert answer.documents[0].warnings == ("needs a password; unpack the archive and add what is in it",)
    packed = bytearray(archive({"a.txt": NEWS, "b.txt": NEWS * 50}))
    place = packed.find(b"b.txt") + 5
    packed[place : place + 8] = b"\xff" * 8
    states = {d.path: d.state for d in read("y.zip", bytes(packed)).documents}
    assert states == {"y.zip!a.txt": "whole", "y.zip!b.txt": "refused"}


def test_a_cut_off_and_an_empty_archive_are_refused(read: Reader) -> None:
    assert "a damaged zip archive" in str(read("x.zip", archive({"a.txt": NEWS})[:60]).refused)
    assert read("y.zip", archive({})).refused == "an archive with no documents in it"


def test_workbooks_and_books_are_named_for_what_they_are(read: Reader) -> None:
    assert "an Excel workbook" in str(read("x.xlsx", archive({"xl/workbook.xml": "<a/>"})).refused)
    assert "OpenDocument" in str(read("x.odt", archive({"mimetype": "x", "content.xml": "<a/>"})).refused)
