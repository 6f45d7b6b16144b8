"""Plain text and Markdown: the text as it is, with its title where the first line is one."""

import re

from dragoman.model import BibliographicField
from dragoman.sources.dates import issued_in
from dragoman.sources.errors import Refused
from dragoman.sources.letters import letter_counts
from dragoman.sources.limits import Limits
from dragoman.sources.records import Extract
from dragoman.sources.registers import passages_in

_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")
_SENTENCE_END = tuple("。！？!?.;；：:,，、")
_HEADING = re.compile(r"#{1,2}[ \t]+(\S.*?)[ \t]*#*[ \t]*$")


def read_text(text: str, limits: Limits, markdown: bool = False) -> Extract:
    """A decoded text, left as it is.

    The title is the first heading's words in Markdown; else the first line where it is short, ends no sentence and
    has an empty line after it. A line of the first five that is nothing but a date gives the date of issue.
    Raises Refused where there is no text.

    >>> read_text("关于会谈的公告\\n\\n双方举行会谈。", Limits()).fields
    (BibliographicField(name='title', value='关于会谈的公告', basis='text, line 1'),)
    """
    counts = letter_counts(text)
    kept, damaged = counts.total(), text.count("\ufffd")
    if not kept:
        raise Refused("no text in it" if text.strip() else "empty")
    title = _title(text, markdown)
    fields: list[BibliographicField] = []
    if title:
        basis = f"text, line {_line_number(text, title[0])}"
        fields.append(BibliographicField("title", text[title[0] : title[1]], basis))
    fields += _dateline(text)
    return Extract(
        text=text,
        reader="markdown 1" if markdown else "text 1",
        fields=tuple(fields),
        passages=passages_in(text, title),
        kept=kept,
        counted=kept + damaged,
        state="partial" if kept < limits.yield_share * (kept + damaged) else "whole",
    )


def _title(text: str, markdown: bool) -> tuple[int, int] | None:
    first = _LINE.search(text)
    if first is None:
        return None
    heading = _HEADING.fullmatch(first[0].strip()) if markdown else None
    if heading:
        start = text.index(heading[1], first.start())
        return start, start + len(heading[1])
    bare = first[0].strip()
    after = text[first.end() :]
    alone = re.match(r"(\r\n|\r|\n)[ \t\u3000]*(\r\n|\r|\n)", after) is not None
    if not alone or len(bare) > 80 or bare.endswith(_SENTENCE_END):
        return None
    start = text.index(bare, first.start())
    return start, start + len(bare)


def _dateline(text: str) -> list[BibliographicField]:
    for number, found in enumerate(_LINE.finditer(text)):
        if number == 5:
            break
        line = found[0].strip()
        bare = re.sub(r"[\s\d年月日년월일/.,()（）:：\-–—]|[A-Z][a-z]{2,8}", "", line)
        day = issued_in(line) if len(line) <= 40 and not bare else None
        if day and len(day) > 4:
            return [BibliographicField("issued", day, f"text, line {_line_number(text, found.start())}")]
    return []


def _line_number(text: str, at: int) -> int:
    return len(re.findall(r"\r\n|\r|\n", text[:at])) + 1
