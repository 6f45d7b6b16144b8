"""Highlights over a source's text: spans that may nest, touch or overlap, cut into well-formed pieces."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from dragoman.brief.lettering import shown


@dataclass(frozen=True, slots=True, order=True)
class Highlight:
    """A span of a text with the kinds of thing that rest on it (cited, report, finding), and the notes on it."""

    start: int
    end: int
    kinds: tuple[str, ...] = ()
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with every highlight that covers it, the outermost first."""

    start: int
    end: int
    covering: tuple[Highlight, ...]


def pieces(start: int, end: int, highlights: Iterable[Highlight]) -> Iterator[Piece]:
    """Cut [start, end) at every edge of a highlight, so that no piece is covered in part.

    >>> [(p.start, p.end, len(p.covering)) for p in pieces(0, 6, [Highlight(1, 4), Highlight(3, 5)])]
    [(0, 1, 0), (1, 3, 1), (3, 4, 2), (4, 5, 1), (5, 6, 0)]
    """
    waiting = sorted((h for h in highlights if h.start < end and h.end > start and h.start < h.end), key=_outer_first)
    edges = {start, end} | {max(start, h.start) for h in waiting} | {min(end, h.end) for h in waiting}
    ordered = sorted(edges)
    open_now: list[Highlight] = []
    next_up = 0
    for left, right in pairwise(ordered):
        open_now = [h for h in open_now if h.end > left]
        while next_up < len(waiting) and waiting[next_up].start <= left:
            open_now.append(waiting[next_up])
            next_up += 1
        yield Piece(left, right, tuple(open_now))


def merged(highlights: Iterable[Highlight]) -> tuple[Highlight, ...]:
    """One highlight for each span, with all the kinds and notes that were given for it.

    >>> merged([Highlight(0, 2, ("report",)), Highlight(0, 2, ("cited",), (3,))])
    (Highlight(start=0, end=2, kinds=('cited', 'report'), notes=(3,)),)
    """
    kinds: dict[tuple[int, int], set[str]] = {}
    numbers: dict[tuple[int, int], set[int]] = {}
    for highlight in highlights:
        span = (highlight.start, highlight.end)
        kinds.setdefault(span, set()).update(highlight.kinds)
        numbers.setdefault(span, set()).update(highlight.notes)
    return tuple(
        Highlight(*span, tuple(sorted(kinds[span])), tuple(sorted(numbers[span]))) for span in sorted(kinds, key=_wide)
    )


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The span of every line that is not blank, in order."""
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield at, at + len(line)
        at += len(line) + 1


def marked(text: str, start: int, end: int, highlights: Iterable[Highlight], seen: set[Highlight]) -> Markup:
    """A stretch of text as HTML, with a `<mark>` for every highlight; the first piece of each carries its id.

    The id is `a-<start>-<end>`. After the last piece of a cited span stand links back to its notes. `seen` holds the
    highlights that have their id already, and is added to: one that runs over several lines has one id.

    >>> str(marked("会晤。", 0, 3, [Highlight(0, 2, ("cited",))], set()))
    '<mark class="cited" id="a-0-2">会晤</mark>。'
    """
    out: list[Markup] = []
    stack: list[Highlight] = []
    for piece in pieces(start, end, highlights):
        covering = sorted(piece.covering, key=_outer_first)
        keep = 0
        while keep < min(len(stack), len(covering)) and stack[keep] == covering[keep]:
            keep += 1
        out.append(_close(stack[keep:], piece.start))
        del stack[keep:]
        for highlight in covering[keep:]:
            out.append(_open(highlight, first=highlight not in seen))
            stack.append(highlight)
            seen.add(highlight)
        out.append(shown(text[piece.start : piece.end]))
    out.append(_close(stack, end))
    return Markup("").join(out)


def _open(highlight: Highlight, first: bool) -> Markup:
    kinds = " ".join(highlight.kinds)
    if not first:
        return Markup('<mark class="{} on">').format(kinds)
    return Markup('<mark class="{}" id="a-{}-{}">').format(kinds, highlight.start, highlight.end)


def _close(highlights: list[Highlight], at: int) -> Markup:
    closing = Markup("")
    for highlight in reversed(highlights):
        closing += Markup("</mark>")
        if highlight.end == at:
            closing += Markup("").join(
                Markup('<a class="back" href="../index.html#ref-{}" aria-label="Note {} of the brief">{}</a>').format(
                    n, n, n
                )
                for n in highlight.notes
            )
    return closing


def _outer_first(highlight: Highlight) -> tuple[int, int]:
    return highlight.start, -highlight.end


def _wide(span: tuple[int, int]) -> tuple[int, int]:
    return span[0], -span[1]
