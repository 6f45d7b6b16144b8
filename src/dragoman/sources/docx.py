"""Word documents: paragraphs, tables, text boxes and notes, in the order of the document."""

import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any
from xml.parsers import expat

from dragoman.model import BibliographicField
from dragoman.sources.errors import Refused
from dragoman.sources.letters import kept_of, letter_counts
from dragoman.sources.limits import Limits
from dragoman.sources.records import Extract
from dragoman.sources.registers import Part, join_lines

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_NOTES = ("/word/footnotes.xml", "/word/endnotes.xml")
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad", "ptab": "\t"}


def read_docx(data: bytes, limits: Limits) -> Extract:
    """A .docx as lines: a paragraph each, a table's cells parted by tabs, footnotes and endnotes at the end.

    Inserted text is read and deleted text is not, as if every change were accepted. `counted` is an independent
    count of the letters in the document's own XML. Raises Refused for a damaged file and one that unpacks beyond a
    bound.
    """
    _bound(data, limits)
    document = _opened(data)
    parts = [Part(line, bold, register) for line, bold, register in _lines(document.element.body)]
    notes = [Part(line, bold, "footnote") for root in _notes(document) for line, bold, _ in _lines(root)]
    if not any(part.text.strip() for part in parts + notes):
        raise Refused("no text in it; if it holds pictures of pages, run OCR first")
    text, passages = join_lines(parts + notes)
    kept, total = kept_of(text, _counted(data))
    partial = kept < limits.yield_share * total
    warnings = (f"{kept} of {total} characters were read; compare the text with the document",) if partial else ()
    return Extract(
        text=text,
        reader=f"docx 1 (python-docx {version('python-docx')})",
        fields=_fields(document, parts),
        passages=passages,
        kept=kept,
        counted=total,
        state="partial" if partial else "whole",
        warnings=warnings,
    )


def _bound(data: bytes, limits: Limits) -> None:
    """Refuse before unpacking what says that it unpacks beyond a bound; a header that lies is met by memory's bound."""
    try:
        infos = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, OSError, ValueError):
        raise Refused("a damaged Word document; get the file again") from None
    if any(info.flag_bits & 0x1 for info in infos):
        raise Refused("needs a password; save a copy without one")
    if sum(info.file_size for info in infos) > limits.inflated_megabytes * (1 << 20):
        raise Refused(f"unpacks to more than {limits.said('inflated_megabytes')}")
    texts = [info for info in infos if info.filename.endswith(".xml")]
    if any(i.file_size > max(1 << 20, limits.inflation_ratio * max(1, i.compress_size)) for i in texts):
        raise Refused(f"unpacks to more than {limits.said('inflation_ratio')} times its packed size")


def _opened(data: bytes) -> Any:
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError  # type: ignore[import-untyped]

    try:
        return docx.Document(io.BytesIO(data))
    except MemoryError:
        raise
    except (OpcError, LxmlError, zipfile.BadZipFile, KeyError, ValueError, AttributeError, OSError, EOFError):
        raise Refused("a damaged Word document; open it in Word, let it repair, and save it again") from None


def _notes(document: Any) -> list[Any]:
    from lxml import etree  # type: ignore[import-untyped]

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    found = {str(part.partname): part for part in document.part.package.iter_parts()}
    return [etree.fromstring(found[name].blob, parser) for name in _NOTES if name in found]


def _lines(root: Any) -> Iterator[tuple[str, float, str | None]]:
    """Each paragraph in document order, text boxes after the paragraph that holds them, a table's row as one line."""
    for element in root.iterchildren():
        tag = element.tag
        if tag == f"{_W}p":
            yield from _paragraph(element)
        elif tag == f"{_W}tr":
            yield from _row(element)
        elif isinstance(tag, str) and tag not in (f"{_W}del", f"{_W}moveFrom", f"{_MC}Fallback"):
            yield from _lines(element)


def _row(row: Any) -> Iterator[tuple[str, float, str | None]]:
    cells = [list(_lines(cell)) for cell in row.iterchildren(f"{_W}tc")]
    if all(len(cell) <= 1 for cell in cells):
        joined = "\t".join(cell[0][0] if cell else "" for cell in cells)
        if joined.strip():
            yield joined, 0.0, None
        return
    for cell in cells:
        yield from cell


def _paragraph(paragraph: Any) -> Iterator[tuple[str, float, str | None]]:
    pieces: list[tuple[str, bool]] = []
    boxes: list[Any] = []
    _gather(paragraph, False, pieces, boxes)
    text = "".join(piece for piece, _ in pieces)
    if text.strip():
        heavy = sum(len(piece.strip()) for piece, bold in pieces if bold)
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        named = style.get(f"{_W}val", "") if style is not None else ""
        register = {"Title": "title", "Caption": "caption"}.get(named)
        yield text, heavy / max(1, sum(len(piece.strip()) for piece, _ in pieces)), register
    for box in boxes:
        yield from _lines(box)


def _gather(element: Any, bold: bool, pieces: list[tuple[str, bool]], boxes: list[Any]) -> None:
    for child in element.iterchildren():
        tag = child.tag
        if not isinstance(tag, str) or tag in (f"{_W}del", f"{_W}moveFrom", f"{_MC}Fallback", f"{_W}pPr"):
            continue
        if tag == f"{_W}t":
            pieces.append((child.text or "", bold))
        elif tag == f"{_W}txbxContent":
            boxes.append(child)
        elif tag.startswith(_W) and tag[len(_W) :] in _SIGNS:
            pieces.append((_SIGNS[tag[len(_W) :]], bold))
        else:
            _gather(child, _is_bold(child) if tag == f"{_W}r" else bold, pieces, boxes)


def _is_bold(run: Any) -> bool:
    mark = run.find(f"{_W}rPr/{_W}b")
    return mark is not None and mark.get(f"{_W}val", "1") not in ("0", "false", "off")


def _fields(document: Any, parts: list[Part]) -> tuple[BibliographicField, ...]:
    """The title as the document prints it, else as its properties give it."""
    printed = next((part.text for part in parts if part.register == "title"), "")
    title, basis = (printed, "text, line of style Title") if printed else ("", "Word: title")
    try:
        title = title or document.core_properties.title or ""
    except (KeyError, ValueError):
        title = title or ""
    title = " ".join(title.split())
    return (BibliographicField("title", title, basis),) if title and title != "Word Document" else ()


def _counted(data: bytes) -> Counter[str]:
    """Letters in the w:t elements of the document and its notes, by another parser than the reader's."""
    counts: Counter[str] = Counter()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml"):
            if name in archive.namelist():
                counts += _letters_in(archive.read(name))
    return counts


def _letters_in(data: bytes) -> Counter[str]:
    texts: list[str] = []
    state = {"text": 0, "left out": 0}
    left_out = ("mc:Fallback", "w:del", "w:moveFrom")

    def start(name: str, _: dict[str, str]) -> None:
        state["text"] += name == "w:t"
        state["left out"] += name in left_out

    def end(name: str) -> None:
        state["text"] -= name == "w:t"
        state["left out"] -= name in left_out

    def said(text: str) -> None:
        if state["text"] and not state["left out"]:
            texts.append(text)

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, said
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise Refused(f"a damaged Word document (its XML breaks off at line {error.lineno})") from None
    return letter_counts("".join(texts))
