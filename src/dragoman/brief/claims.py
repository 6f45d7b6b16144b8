"""Claims: every sentence of a brief that must rest on a source, and the check that it does."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it.token import Token

from dragoman.analysis.watchlist import mixed
from dragoman.brief.blocks import block_problems, blocks
from dragoman.brief.citations import Citation
from dragoman.brief.draft import Draft, Problem, read_draft, walk
from dragoman.brief.evidence import Catalogue, Evidence
from dragoman.brief.resolve import resolve

CLOSERS = ".,;:!?)]’”。，、；：！？）」』》"


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence of a paragraph or list item: its first line, its words without citations, and its citations."""

    line: int
    text: str
    citations: tuple[Citation, ...]


def claims(draft: Draft) -> Iterator[Claim]:
    """Every claim of a draft in order; headings, tables, computed blocks and `::: own` hold none.

    A citation belongs to the sentence before it, also where it stands after the full stop; one that opens a paragraph
    belongs to the first sentence.

    >>> [len(claim.citations) for claim in claims(read_draft('Kim came. [@n5 "来访"] He left.'))]
    [1, 0]
    """
    for token, block, own in walk(draft.tokens):
        if block == "paragraph" and not own:
            yield from _of_block(token, draft)


def check_brief(evidence: Evidence, brief_text: str) -> list[Problem]:
    """Everything that is wrong in a brief, in the order of its lines.

    A claim without a citation, a key that is unknown, a quote that is not there or not only there, a source that could
    not be read whole, a block or an option that is unknown, likelihood mixed with confidence. A problem with `warning`
    does not fail the brief.
    """
    draft = read_draft(brief_text)
    catalogue = Catalogue(evidence)
    problems = list(draft.problems)
    for block in blocks(draft):
        problems += block_problems(block, evidence)
    for claim in claims(draft):
        if not claim.citations:
            hint = 'add a citation [@key "words"], or put your own reasoning between ::: own and :::'
            problems.append(Problem(claim.line, f'no source for "{_short(claim.text)}"', hint))
    problems += _citation_problems(draft, catalogue)
    problems += _mixed(draft)
    return sorted(problems, key=lambda problem: problem.line)


def _mixed(draft: Draft) -> Iterator[Problem]:
    """A warning for each sentence, own reasoning too, that speaks of likelihood and of confidence at once (ICD 203)."""
    for token, block, _own in walk(draft.tokens):
        if block == "paragraph":
            text, _cited, breaks = _plain(token, draft)
            for start, end in mixed(text):
                words = text[start:end].strip()
                line = (token.map[0] if token.map else 0) + 1 + bisect_right(breaks, text.index(words, start))
                said = f'"{_short(words)}" mixes likelihood and confidence'
                yield Problem(line, said, "say each in a sentence of its own", warning=True)


def _citation_problems(draft: Draft, catalogue: Catalogue) -> Iterator[Problem]:
    warned: set[str] = set()
    for citation in draft.citations:
        for part in citation.parts:
            resolution = resolve(part, catalogue)
            if resolution.reason:
                yield Problem(citation.line, resolution.reason, resolution.hint)
            elif resolution.warning and part.key not in warned:
                warned.add(part.key)
                yield Problem(citation.line, resolution.warning, "see the page of the source", warning=True)


def _of_block(token: Token, draft: Draft) -> Iterator[Claim]:
    from dragoman.languages import sentences

    text, cited, breaks = _plain(token, draft)
    found = [sentence for sentence in sentences(text, draft.spoken) if any(c.isalnum() for c in sentence.text)]
    if not found:
        return
    first = (token.map[0] if token.map else 0) + 1
    held: list[list[Citation]] = [[] for _ in found]
    starts = [sentence.start for sentence in found]
    for place, citation in cited:
        last_letter = len(text[:place].rstrip()) - 1
        held[max(0, bisect_right(starts, last_letter) - 1)].append(citation)
    for sentence, citations in zip(found, held, strict=True):
        line = first + bisect_right(breaks, sentence.start)
        yield Claim(line, " ".join(sentence.text.split()), tuple(citations))


def _plain(token: Token, draft: Draft) -> tuple[str, list[tuple[int, Citation]], list[int]]:
    """The words of a block without its citations, the place of each citation in them, and where its lines break.

    A space before a citation goes with it, so that "came [@n5 …]." reads "came."
    """
    text = ""
    cited: list[tuple[int, Citation]] = []
    breaks: list[int] = []
    for child in token.children or ():
        if child.type == "citation":
            citation = draft.citations[child.meta["index"]]
            cited.append((len(text.rstrip()), citation))
            breaks += [len(text)] * token.content.count("\n", child.meta["position"], child.meta["end"])
        elif child.type in {"softbreak", "hardbreak"}:
            text += " "
            breaks.append(len(text))
        elif child.type in {"text", "code_inline"}:
            joins = cited and cited[-1][0] == len(text.rstrip()) and child.content[:1] in CLOSERS
            text = (text.rstrip() if joins else text) + child.content
    return text, cited, breaks


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
