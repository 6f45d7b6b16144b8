"""PDFs that have a text layer, page by page."""

import re
from collections.abc import Set
from importlib.metadata import version
from typing import Any

from dragoman.model import BibliographicField
from dragoman.sources.errors import Refused
from dragoman.sources.file_names import stem
from dragoman.sources.letters import letter_counts
from dragoman.sources.limits import Limits
from dragoman.sources.records import Extract
from dragoman.sources.registers import passages_in

PAGE_BREAK = "\f"
"""U+000C parts the pages, so that the page of any character can be told."""

_PASSWORD, _DAMAGED = 4, 3  # FPDF_ERR_PASSWORD, FPDF_ERR_FORMAT (pdfium, public/fpdfview.h)


def page_of(text: str, at: int) -> int:
    """The page, from 1, on which a character of a PDF's text stands.

    >>> page_of("one\\ftwo", 5)
    2
    """
    return text.count(PAGE_BREAK, 0, at) + 1


def read_pdf(data: bytes, limits: Limits, name: str = "file.pdf", beside: Set[str] = frozenset()) -> Extract:
    """The text layer of a PDF; pages are parted by U+000C, lines end as `\\n`.

    `counted` is the number of letters that the pages place one by one, `kept` those that stand in the text. A page
    without text, damaged pages and characters without a meaning are told. Raises Refused where a password is needed,
    the file is damaged beyond reading, or no page has text (`beside` tells whether its text lies next to it).
    """
    document = _opened(data)
    try:
        number = len(document)
        if number > limits.pdf_pages:
            raise Refused(f"{number} pages, more than {limits.said('pdf_pages')}")
        pages = [_page(document, index) for index in range(number)]
        title = _title(document)
    finally:
        document.close()
    if not any(text.strip() for text, _ in pages if text is not None):
        raise Refused(_no_text(name, beside))
    return _extract(pages, title, limits)


def _extract(pages: list[tuple[str | None, int]], title: str, limits: Limits) -> Extract:
    text = PAGE_BREAK.join(page or "" for page, _ in pages)
    kept, counted = letter_counts(text).total(), sum(count for _, count in pages)
    kept = min(kept, counted)
    lost = [str(number) for number, (page, _) in enumerate(pages, start=1) if page is None]
    blank = [str(number) for number, (page, _) in enumerate(pages, start=1) if page is not None and not page.strip()]
    odd = sum(text.count(sign) for sign in "\ufffd") + len(re.findall("[\ue000-\uf8ff]", text))
    warnings = (
        [f"{len(pages)} {'page' if len(pages) == 1 else 'pages'}, {counted} characters"] if lost or blank or odd else []
    )
    if lost:
        warnings.append(f"page {', '.join(lost)}: damaged, not read")
    if blank:
        warnings.append(f"page {', '.join(blank)}: no text layer; run OCR first if there is text to be seen")
    if odd:
        warnings.append(f"{odd} characters have no meaning in the file (its font does not say which they are)")
    short = kept < limits.yield_share * (counted + odd)
    return Extract(
        text=text,
        reader=f"pdf 1 (pypdfium2 {version('pypdfium2')})",
        fields=(BibliographicField("title", title, "PDF: Title"),) if title else (),
        passages=passages_in(text),
        kept=kept,
        counted=counted + odd,
        state="partial" if lost or blank or short else "whole",
        warnings=tuple(warnings),
    )


def _opened(data: bytes) -> Any:
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        code = getattr(error, "err_code", None)
        if code == _PASSWORD or "password" in str(error).lower():
            raise Refused("needs a password; save a copy without one") from None
        raise Refused("a damaged PDF; get the file again, or print it to a new PDF") from None


def _page(document: Any, index: int) -> tuple[str | None, int]:
    """A page's text (None where it is damaged), and the letters that the page places one by one."""
    import pypdfium2
    from pypdfium2 import raw

    try:
        page = document[index]
        layer = page.get_textpage()
        number = layer.count_chars()
        text = layer.get_text_range() if number else ""
        placed = "".join(chr(raw.FPDFText_GetUnicode(layer.raw, at)) for at in range(number))
        layer.close()
        page.close()
    except pypdfium2.PdfiumError:
        return None, 0
    return _cleaned(text), letter_counts(_cleaned(placed)).total()


def _cleaned(text: str) -> str:
    """pdfium ends lines with CR LF, marks a hyphen at a line's end with U+FFFE or U+0002, and may give half a pair."""
    text = (
        text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufffe", "-").replace("\x02", "-").replace("\f", "\n")
    )
    text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text.replace("\x00", "\ufffd")


def _title(document: Any) -> str:
    """The title that the file's properties give, unless a program has only put a file's name there."""
    title = " ".join(_cleaned(document.get_metadata_value("Title") or "").split())
    named = re.search(r"^(microsoft word|untitled|无标题|無題)|\.(docx?|indd|pdf|wps|hwp|tmp)$", title, re.IGNORECASE)
    return "" if named else title


def _no_text(name: str, beside: Set[str]) -> str:
    bare = stem(name)
    there = next((other for other in (f"{bare}.txt", f"{bare}.md") if other in beside), None)
    if there:
        return f"no text layer; its text is read from {there} beside it"
    return f"no text layer; run OCR first or add the text beside it as {bare}.txt"
