"""A brief as it is written: front matter, Markdown, citations, computed blocks and passages of one's own reasoning."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from dragoman.brief.citations import Citation, citation_plugin

FRONT = ("title", "subtitle", "author", "date", "lang", "series", "number", "abstract")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in a brief: the line (from 1), the reason, and what to do. A `warning` does not fail the check.

    >>> print(Problem(12, 'no source has the key "n55"', 'the nearest key is "n5"'))
    line 12: no source has the key "n55"; the nearest key is "n5"
    """

    line: int
    reason: str
    hint: str = ""
    warning: bool = False

    def __str__(self) -> str:
        mark = "warning: " if self.warning else ""
        return f"line {self.line}: {mark}{self.reason}" + (f"; {self.hint}" if self.hint else "")


@dataclass(frozen=True, slots=True)
class Draft:
    """A brief that was read: its front matter as text, its Markdown tokens, its citations in order, and its faults."""

    front: dict[str, str]
    tokens: tuple[Token, ...]
    citations: tuple[Citation, ...]
    problems: tuple[Problem, ...]

    @property
    def language(self) -> str:
        """The language that the brief is written in; English where it does not say."""
        return self.front.get("lang", "en")

    @property
    def spoken(self) -> str:
        """The language by whose rules its sentences end: en, zh, ja or ko; English for any other."""
        main = self.language.split("-")[0].lower()
        return main if main in {"en", "zh", "ja", "ko"} else "en"


def markdown() -> MarkdownIt:
    """The Markdown that briefs are written in: CommonMark with tables, curly quotation marks, citations and `::: own`.

    HTML is parsed only so that comments can be left out; any other HTML is shown as it is written, and is a problem.
    """
    md = MarkdownIt("commonmark", {"html": True, "typographer": True}).enable(["table", "smartquotes"])
    return md.use(front_matter_plugin).use(container_plugin, "own").use(citation_plugin)


def read_draft(text: str) -> Draft:
    """Read a brief. Faults of form are collected, never raised.

    >>> read_draft('---\\ntitle: Three visits\\n---\\nKim came. [@n5 "来访"]').front
    {'title': 'Three visits'}
    """
    lines = text.splitlines()
    tokens = markdown().parse(text)
    problems: list[Problem] = []
    front = _front(tokens, lines, problems)
    citations: list[Citation] = []
    for token in tokens:
        if token.type == "inline":
            _number_citations(token, citations)
        elif token.type == "container_own_open" and token.map and not _closed(token.map, lines):
            hint = "end your own reasoning with a line ::: so that the claims after it are checked again"
            problems.append(Problem(token.map[0] + 1, "::: own is never closed", hint))
    problems += [Problem(c.line, c.fault, "every claim quotes the words it rests on") for c in citations if c.fault]
    problems += _unknown_containers(tokens)
    problems += _html(tokens)
    return Draft(front, tuple(tokens), tuple(citations), tuple(problems))


def split_title(draft: Draft) -> tuple[str, Draft]:
    """The first heading, where it is a title (`# …`) that opens the brief and the front matter has none, and the rest.

    >>> split_title(read_draft("# Three visits\\n\\nText."))[0]
    'Three visits'
    """
    start = 1 if draft.tokens and draft.tokens[0].type == "front_matter" else 0
    opening = draft.tokens[start : start + 2]
    if "title" in draft.front or len(opening) < 2 or opening[0].type != "heading_open" or opening[0].tag != "h1":
        return "", draft
    if any(child.type == "citation" for child in opening[1].children or ()):
        return "", draft
    return opening[1].content, replace(draft, tokens=(*draft.tokens[:start], *draft.tokens[start + 3 :]))


def walk(tokens: tuple[Token, ...]) -> Iterator[tuple[Token, str, bool]]:
    """Each inline token with the kind of block that it fills ("paragraph", "heading", "td" ...) and whether it is own.

    >>> [(kind, own) for _token, kind, own in walk(read_draft("# Title\\n\\n::: own\\nSo we think.\\n:::").tokens)]
    [('heading', False), ('paragraph', True)]
    """
    own = 0
    block = ""
    for token in tokens:
        if token.type in {"container_own_open", "container_own_close"}:
            own += token.nesting
        elif token.type == "inline":
            yield token, block, own > 0
        elif token.nesting == 1:
            block = token.type.removesuffix("_open")


def _front(tokens: list[Token], lines: list[str], problems: list[Problem]) -> dict[str, str]:
    head = next((token for token in tokens if token.type == "front_matter"), None)
    if head is None:
        return {}
    try:
        read = yaml.safe_load(head.content) or {}
    except (yaml.YAMLError, ValueError) as fault:
        mark = getattr(fault, "problem_mark", None)
        problems.append(Problem((mark.line if mark else 0) + 2, f"the front matter is not YAML: {_first_line(fault)}"))
        return {}
    if not isinstance(read, dict):
        problems.append(Problem(1, "the front matter is not a list of names and values", "write: title: …"))
        return {}
    for name in read:
        if name not in FRONT:
            line = next((n for n, line in enumerate(lines, 1) if line.startswith(f"{name}")), 1)
            problems.append(Problem(line, f"unknown front matter {str(name)!r}", nearest_hint(str(name), FRONT), True))
    return {str(name): str(value) for name, value in read.items() if value is not None}


def _number_citations(token: Token, citations: list[Citation]) -> None:
    """Give each citation of a block its line and its place in the order of the brief (from 0, in `meta`)."""
    first = token.map[0] + 1 if token.map else 1
    for child in token.children or ():
        if child.type == "citation":
            line = first + token.content.count("\n", 0, child.meta["position"])
            child.meta["index"] = len(citations)
            citations.append(replace(child.meta["citation"], line=line))


def _closed(place: list[int], lines: list[str]) -> bool:
    end = place[1]
    return end < len(lines) and lines[end].strip().startswith(":::")


def _unknown_containers(tokens: list[Token]) -> Iterator[Problem]:
    for token in tokens:
        if token.type == "inline" and token.map:
            for offset, line in enumerate(token.content.split("\n")):
                if line.startswith(":::") and line.strip(": ") != "":
                    name = line.strip(": ").split()[0]
                    yield Problem(token.map[0] + 1 + offset, f"unknown block ::: {name}", nearest_hint(name, ("own",)))


def without_comments(html: str) -> str:
    """HTML without its comments and the blanks around them.

    >>> without_comments("<!-- a note to myself -->")
    ''
    """
    return re.sub(r"<!--.*?(-->|\Z)", "", html, flags=re.DOTALL).strip()


def _html(tokens: list[Token]) -> Iterator[Problem]:
    hint = "write Markdown; only comments <!-- … --> are left out"
    for token in tokens:
        line = token.map[0] + 1 if token.map else 1
        if token.type == "html_block" and without_comments(token.content):
            yield Problem(line, "HTML is shown as text, not followed", hint)
        for child in token.children or ():
            if child.type == "html_inline" and without_comments(child.content):
                yield Problem(line, f"HTML is shown as text, not followed: {child.content}", hint)


def nearest_hint(word: str, known: tuple[str, ...]) -> str:
    """What to write instead: the nearest known word, and all of them where they are few.

    >>> nearest_hint("trakcs", ("tracks", "first"))
    'did you mean "tracks"? known: tracks, first'
    """
    near = get_close_matches(word, known, n=1, cutoff=0.5)
    guess = f'did you mean "{near[0]}"? ' if near else ""
    return guess + (f"known: {', '.join(known)}" if len(known) <= 12 else f"{len(known)} are known")


def _first_line(fault: Exception) -> str:
    return getattr(fault, "problem", None) or str(fault).split("\n", 1)[0]
