"""Highlights cut a text into pieces that give the text back, and mark every character that they cover."""

from html import unescape
from html.parser import HTMLParser
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dragoman.brief.highlight import Highlight, marked, merged, paragraphs, pieces

TEXT = "应习近平邀请，金正恩访华。<b>& more</b>"


@st.composite
def spans(draw: st.DrawFn) -> list[Highlight]:
    ends = st.lists(st.integers(0, len(TEXT)), min_size=2, max_size=2, unique=True).map(sorted)
    return [
        Highlight(a, b, (kind,), notes)
        for a, b in draw(st.lists(ends, max_size=8))
        for kind in [draw(st.sampled_from(["cited", "report", "finding"]))]
        for notes in [draw(st.sampled_from([(), (1,), (2, 3)]))]
    ]


class Reader(HTMLParser):
    """Reads the marks back: the text without notes, which characters each id covers, and whether all is nested well."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.ids, self.stack, self.depths = "", list[str](), list[str](), list[int]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.stack.append(tag)
        if tag == "mark" and dict(attrs).get("id"):
            self.ids.append(str(dict(attrs)["id"]))

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop() == tag

    def handle_data(self, data: str) -> None:
        if "a" not in self.stack:
            self.text += data
            self.depths += [self.stack.count("mark")] * len(data)


@given(spans())
def test_the_pieces_are_the_text_and_each_is_covered_whole_or_not_at_all(highlights: list[Highlight]):
    cut = list(pieces(0, len(TEXT), highlights))
    assert "".join(TEXT[piece.start : piece.end] for piece in cut) == TEXT
    for piece in cut:
        for place in range(piece.start, piece.end):
            covering = [h for h in highlights if h.start <= place < h.end]
            assert sorted(piece.covering) == sorted(covering)


@given(spans())
def test_marked_text_reads_back_as_it_was_with_every_span_covered_and_named_once(highlights: list[Highlight]):
    held = merged(highlights)
    reader = Reader()
    reader.feed(str(marked(TEXT, 0, len(TEXT), held, set())))
    assert reader.stack == []
    assert reader.text == TEXT
    assert sorted(reader.ids) == sorted(f"a-{h.start}-{h.end}" for h in held)
    assert reader.depths == [sum(h.start <= i < h.end for h in held) for i in range(len(TEXT))]


@given(spans(), st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_a_text_set_line_by_line_names_each_span_once(highlights: list[Highlight], one: int, two: int):
    held, seen, reader = merged(highlights), set[Highlight](), Reader()
    edges = sorted({0, one, two, len(TEXT)})
    for start, end in pairwise(edges):
        reader.feed(str(marked(TEXT, start, end, held, seen)))
    assert reader.text == TEXT
    assert sorted(reader.ids) == sorted(f"a-{h.start}-{h.end}" for h in held)


def test_overlapping_spans_are_nested_well_and_notes_follow_their_span():
    html = str(marked("abcdef", 0, 6, [Highlight(0, 4, ("cited",), (1,)), Highlight(2, 6, ("report",))], set()))
    assert html == (
        '<mark class="cited" id="a-0-4">ab<mark class="report" id="a-2-6">cd</mark></mark>'
        '<a class="back" href="../index.html#ref-1" aria-label="Note 1 of the brief">1</a>'
        '<mark class="report on">ef</mark>'
    )


def test_spans_of_two_kinds_at_one_place_are_one_mark():
    (one,) = merged(
        [Highlight(0, 2, ("report",)), Highlight(0, 2, ("cited",), (4,)), Highlight(0, 2, ("cited",), (2,))]
    )
    assert one == Highlight(0, 2, ("cited", "report"), (2, 4))


@given(st.text("会 a\n\r\t", max_size=40))
def test_paragraphs_hold_every_letter(text: str):
    held = "".join(text[a:b] for a, b in paragraphs(text))
    assert held.split() == text.split() or "".join(held.split()) == "".join(text.split())
    assert unescape(held) == held
