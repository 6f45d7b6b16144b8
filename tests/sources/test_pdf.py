"""PDFs: page by page, each loss told."""

import pytest

from dragoman.sources.errors import Refused
from dragoman.sources.limits import Limits
from dragoman.sources.pdf import page_of, read_pdf
from tests.sources.samples import pdf


def test_pages_are_parted_so_that_each_characters_page_can_be_told() -> None:
    found = read_pdf(pdf(["The two sides met.", "They will meet again in May."], title="Joint statement"), Limits())
    assert found.text == "The two sides met.\fThey will meet again in May."
    assert page_of(found.text, found.text.index("again")) == 2
    assert found.kept == found.counted == sum(c.isalnum() for c in found.text)
    assert found.state == "whole"
    assert found.warnings == ()
    assert [(f.name, f.value, f.basis) for f in found.fields] == [("title", "Joint statement", "PDF: Title")]


@pytest.mark.parametrize("title", ["Microsoft Word - a.doc", "statement.pdf", "untitled"])
def test_a_title_that_is_only_a_programs_is_not_taken(title: str) -> None:
    assert read_pdf(pdf(["Text"], title=title), Limits()).fields == ()


def test_a_password_is_asked_for() -> None:
    with pytest.raises(Refused, match="needs a password"):
        read_pdf(pdf(["secret"], password="mfa"), Limits())


def test_an_encrypted_file_that_opens_without_a_password_is_read() -> None:
    assert read_pdf(pdf(["open text"], password=""), Limits()).text == "open text"


def test_a_scan_without_text_names_the_cure_and_knows_the_text_beside_it() -> None:
    with pytest.raises(Refused, match=r"^no text layer; run OCR first or add the text beside it as statement\.txt$"):
        read_pdf(pdf(["", ""]), Limits(), "statement.pdf")
    with pytest.raises(Refused, match=r"^no text layer; its text is read from statement\.txt beside it$"):
        read_pdf(pdf([""]), Limits(), "statement.pdf", {"statement.txt"})


def test_one_page_without_text_makes_the_document_partial_and_is_named() -> None:
    found = read_pdf(pdf(["First page.", "", "Third page."]), Limits())
    assert found.text == "First page.\f\fThird page."
    assert found.state == "partial"
    assert "page 2: no text layer; run OCR first if there is text to be seen" in found.warnings


@pytest.mark.parametrize("share", [0.02, 0.2])
def test_a_file_cut_short_is_refused_or_told(share: float) -> None:
    whole = pdf(["First page."] * 20)
    with pytest.raises(Refused, match="a damaged PDF"):
        read_pdf(whole[: int(len(whole) * share)], Limits())


def test_a_file_that_lost_its_end_still_gives_what_it_holds() -> None:
    whole = pdf(["First page.", "Second page."])
    assert read_pdf(whole[: whole.index(b"startxref")], Limits()).text == "First page.\fSecond page."


def test_more_pages_than_the_limit_are_refused_by_its_name() -> None:
    with pytest.raises(
        Refused, match=r"3 pages, more than the limit pdf_pages = 2 \(case\.toml, \[limits\] pdf_pages\)"
    ):
        read_pdf(pdf(["a", "b", "c"]), Limits(pdf_pages=2))
