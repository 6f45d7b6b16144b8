"""Citations as they are written in a brief: `[@n5 "习近平同金正恩举行会谈"]`, several `[@n5 "…"; @n7 "…" #2]`."""

import re
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

_PART = re.compile(
    r"""\s*@(?P<key>[^\s;\]"\#\[]+)      # the source's key
        \s*"(?P<quote>(?:[^"\\]|\\.)*)"  # its words
        \s*(?:\#(?P<nth>\d{1,9}))?       # which of several places
        \s*(?P<end>[;\]])""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r'\\(["\\])')


@dataclass(frozen=True, slots=True)
class CitedPart:
    """One source's words: the source's key, the exact quote, and which occurrence is meant (from 1), if said."""

    key: str
    quote: str
    occurrence: int | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """What stands between one pair of brackets; `line` counts from 1. `fault` says why it cannot be read."""

    parts: tuple[CitedPart, ...]
    line: int = 0
    fault: str = ""


def parse_citation(text: str, start: int = 0) -> tuple[Citation, int] | None:
    """Read a citation at `start`; gives it with the place where it ends, or None where there is none.

    A citation that begins (`[@`) and then breaks off is given with its `fault`.

    >>> parse_citation('[@n5 "talks"; @n7 "blood" #2].')[0].parts
    (CitedPart(key='n5', quote='talks', occurrence=None), CitedPart(key='n7', quote='blood', occurrence=2))
    """
    if not re.compile(r"\[\s*@").match(text, start):
        return None
    parts: list[CitedPart] = []
    position = start + 1
    while match := _PART.match(text, position):
        nth = match["nth"]
        parts.append(CitedPart(match["key"], _ESCAPE.sub(r"\1", match["quote"]), int(nth) if nth else None))
        position = match.end()
        if match["end"] == "]":
            return Citation(tuple(parts)), position
    closing = text.find("]", position)
    end = closing + 1 if closing >= 0 else len(text)
    return Citation(tuple(parts), fault=_fault(text[position:end])), end


def format_citation(citation: Citation) -> str:
    """Write a citation so that `parse_citation` reads the same again.

    >>> format_citation(Citation((CitedPart("n5", 'a "b"', 2),)))
    '[@n5 "a \\\\"b\\\\"" #2]'
    """
    written = []
    for part in citation.parts:
        quote = part.quote.replace("\\", "\\\\").replace('"', '\\"')
        written.append(f'@{part.key} "{quote}"' + (f" #{part.occurrence}" if part.occurrence is not None else ""))
    return f"[{'; '.join(written)}]"


def citation_plugin(md: MarkdownIt) -> None:
    """Teach a Markdown parser the citations; each becomes a token "citation" with its Citation and place in `meta`."""

    def rule(state: StateInline, silent: bool) -> bool:
        if state.src[state.pos] != "[":
            return False
        found = parse_citation(state.src[: state.posMax], state.pos)
        if found is None:
            return False
        if not silent:
            token = state.push("citation", "", 0)
            token.meta = {"citation": found[0], "position": state.pos, "end": found[1]}
        state.pos = found[1]
        return True

    md.inline.ruler.before("link", "citation", rule)


def _fault(rest: str) -> str:
    if re.match(r'\s*@[^\s;\]"#\[]+\s*[“”„«「『]', rest):
        return 'the quote stands in curly quotation marks; use straight ones: [@key "quote"]'
    if re.match(r"\s*@[^\s;\]\"#\[]+\s*(\]|;|#|$)", rest):
        return 'the citation names a source but no words of it; write [@key "quote"]'
    if rest.count('"') == 1:
        return 'the quote is not closed; a quotation mark inside it is written \\"'
    return 'the citation cannot be read; write [@key "quote"] or [@key "quote"; @key "quote" #2]'
