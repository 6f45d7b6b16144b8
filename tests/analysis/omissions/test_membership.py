"""Who belongs to a class, and where its phrases stand."""

import pytest

from dragoman.analysis.formulations import Text
from dragoman.analysis.omissions import members, omissions
from dragoman.analysis.omissions.positions import points_begin
from dragoman.gazetteer import load
from dragoman.model import BibliographicField, BibliographicRecord, Document, DocumentClass, Source


def case_of(*rows):
    """Documents and sources of (key, title, outlet, vehicle, text)."""
    documents, sources = [], {}
    for key, title, outlet, vehicle, text in rows:
        fields = (BibliographicField("title", title, ""), BibliographicField("container-title", outlet, ""))
        sources[f"so-{key}"] = Source(f"so-{key}", f"{key}.txt", key, BibliographicRecord(fields), vehicle)
        documents.append(Document(f"do-{key}", f"so-{key}", "", text, "en", "2018-06-12", "text/1"))
    return documents, sources


DOCUMENTS, SOURCES = case_of(
    ("a", "Joint Statement of Donald Trump and Kim Jong Un", "White House", "joint statement", "They met."),
    ("b", "Joint statement", "KCNA", "joint statement", "The DPRK and the United States agreed."),
    ("c", "Joint statement", "KCNA", "joint statement", "The DPRK and China agreed."),
    ("d", "Readout", "White House", "readout", "President Trump spoke with Kim Jong Un of North Korea."),
)  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        (DocumentClass("x", "X", vehicle="joint statement", between=("USA", "PRK")), "ab"),
        (DocumentClass("x", "X", vehicle="joint statement"), "abc"),
        (DocumentClass("x", "X", outlet="KCNA"), "bc"),
        (DocumentClass("x", "X", vehicle="joint statement", outlet="KCNA", between=("CHN",)), "c"),
        (DocumentClass("x", "X", documents=("d", "nowhere")), "d"),
    ],
)
def test_members_are_those_of_the_vehicle_outlet_and_parties_or_those_named(kind, keys):
    found = members(kind, DOCUMENTS, SOURCES, load())
    assert "".join(SOURCES[one.source].key for one in found) == keys


@pytest.mark.parametrize(
    ("language", "text", "begins"),
    [
        ("zh", "双方会谈。\n　　一、双方同意。", 6),
        ("en", "The two met.\n1. The sides agree.\n2. They meet again.", 13),
        ("en", "The two met in 1. They agreed.", None),
        ("zh", "双方会谈。\n三、双方同意。", None),
        ("fr", "1. Rencontre.", None),
    ],
)
def test_the_points_begin_at_the_first_mark_at_the_head_of_a_line(language, text, begins):
    assert points_begin(Text("do-1", text, "2018", language)) == begins


def test_a_phrase_that_moves_between_thirds_is_told_only_from_end_to_end():
    filler = [f"本周第{number}项消息是关于{topic}的。" for number, topic in enumerate("茶酒米盐油糖醋姜蒜葱椒桂", 1)]
    last = [
        [*filler, "双方坚持互不侵犯原则。"],
        [*filler[::-1], "重申互不侵犯原则！"],
        [*filler[3:], "支持互不侵犯原则。"],
    ]
    first, middle = ["坚定互不侵犯原则；", *filler], [*filler[:6], "坚定互不侵犯原则；", *filler[6:]]
    for now, moved in ((first, [("last third", "first third")]), (middle, [])):
        texts = [Text(f"do-{at}", "".join(lines), str(2000 + at)) for at, lines in enumerate([*last, now])]
        found = omissions(texts[3], texts).moved
        assert [(one.was, one.part) for one in found if "互不侵犯原则" in one.phrase] == moved
