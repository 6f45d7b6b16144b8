"""What was said before, what changed, where it points; texts of our own, answers by reading them."""

from dragoman.analysis.doctrine import (
    Past,
    address_findings,
    changes,
    commitments,
    compare,
    decode,
    earliest,
    specificity,
    telling,
    vectors,
    weights,
)
from dragoman.model import Document

LANGUAGES = ("zh", "en", "ja", "ko")


def document(identity: str, text: str, day: str | None, language: str = "zh") -> Document:
    return Document(identity, f"so-{identity}", "", text, language, day, "text/1")


OLD = document("do-1", "我们致力于维护世界和平，也要發展友好關係。", "1988-03-25")
MIDDLE = document("do-2", "第一，坚持和平共处。第二，坚持自力更生。维护世界和平，促进共同繁荣。", "2005-03-05")
NEW = document(
    "do-3", "第一，坚持维护世界和平、促进共同繁荣。第二，坚持和平共处原则。第三，坚持发展友好关系。", "2018-06-23"
)


def test_the_earliest_place_of_a_whole_part_is_the_first_by_day_in_any_shape_of_characters() -> None:
    past = Past([MIDDLE, OLD])
    first, _, third = commitments(NEW.text, "zh")
    whole, peace, prosperity = (earliest(part, past, "zh") for part in first.parts)
    assert whole is not None
    assert (whole.whole, whole.anchor.quote, whole.published) == (False, "维护世界和平", "1988-03-25")
    assert peace is not None
    assert (peace.whole, peace.anchor.document) == (True, "do-1")
    assert prosperity is not None
    assert (prosperity.whole, prosperity.anchor.document) == (True, "do-2")
    friendly = earliest(third.parts[0], past, "zh")
    assert friendly is not None
    assert (friendly.whole, friendly.anchor.quote) == (True, "發展友好關係")


def test_words_too_short_to_say_anything_are_not_called_earlier_words() -> None:
    past = Past([document("do-9", "和平最好。", "1990")])
    (one, _) = commitments("第一，坚持和平外交。第二，坚持法治。", "zh")
    assert earliest(one.parts[0], past, "zh") is None


def test_english_words_are_not_cut() -> None:
    past = Past([document("do-9", "They spoke of a lasting peaceful order.", "1990", "en")])
    text = "1. We will build a lasting peace regime.\n2. We will trade.\n"
    found = earliest(commitments(text, "en")[0].parts[0], past, "en")
    assert found is None or not found.anchor.quote.endswith("peace")


def test_kept_reworded_new_and_dropped() -> None:
    fates = [(one.commitment.core, one.fate) for one in compare(NEW, MIDDLE)]
    assert fates == [
        ("维护世界和平、促进共同繁荣", "reworded"),
        ("和平共处原则", "reworded"),
        ("发展友好关系", "new"),
        ("自力更生", "dropped"),
    ]


def test_an_address_keeps_all_of_itself() -> None:
    assert {one.fate for one in compare(NEW, NEW)} == {"kept"}


def test_changes_lead_from_the_old_words_to_the_new() -> None:
    steps = changes("倡导命运共同体意识", "推动构建命运共同体")
    assert "".join(words for kind, words in steps if kind != "added") == "倡导命运共同体意识"
    assert "".join(words for kind, words in steps if kind != "removed") == "推动构建命运共同体"
    assert ("same", "命运共同体") in steps


def test_each_word_that_weighs_stands_in_the_text() -> None:
    text = "第一，坚持维护联合国权威和多边主义。第二，坚持从严治党。"
    first, second = commitments(text, "zh")
    assert [(w.vector, w.term) for w in weights(text, first, "zh")] == [
        ("global_order", "联合国"),
        ("global_order", "多边主义"),
    ]
    assert all(text[w.start : w.end] == w.term for one in (first, second) for w in weights(text, one, "zh"))


def test_an_english_word_weighs_only_as_a_whole() -> None:
    text = "1. We will reform the army.\n2. We will keep the platform.\n"
    first, second = commitments(text, "en")
    assert [w.term for w in weights(text, first, "en")] == ["reform"]
    assert weights(text, second, "en") == []


def test_every_vector_has_words_in_every_language() -> None:
    assert all(vector.terms.get(language) for vector in vectors().values() for language in LANGUAGES)


def test_what_is_specific_and_what_is_not() -> None:
    text = "第一，坚持到2020年向非洲提供600亿美元，实施“百校计划”。第二，坚持不断加强全面合作。"
    first, second = commitments(text, "zh")
    measured = specificity(text, first, "zh")
    assert [text[a:b] for a, b in measured.sums] == ["600亿美元"]
    assert [text[a:b] for a, b in measured.places] == ["非洲"]
    assert [text[a:b] for a, b in measured.programmes] == ["“百校计划”"]
    assert len(measured.days) == 1
    assert measured.figures == ()
    assert specificity(text, second, "zh").share == 0.0


def test_only_what_was_published_before_counts_as_earlier() -> None:
    later = document("do-4", "维护世界和平、促进共同繁荣。", "2019-01-01")
    address = decode(NEW, [OLD, MIDDLE, NEW, later])
    assert address.past == 2
    assert {said.anchor.document for one in address.commitments for said in one.earlier} <= {"do-1", "do-2"}
    told = telling(address.commitments[0].earlier)
    assert told is not None
    assert told.anchor.quote == "维护世界和平"  # as long as the other phrase, and before it


def test_an_undated_address_claims_nothing_about_the_past() -> None:
    undated = document("do-5", NEW.text, None)
    address = decode(undated, [OLD, MIDDLE])
    assert all(one.earlier == () for one in address.commitments)
    assert "undated" in address_findings(address, undated)[0].caveats[0]


def test_each_finding_rests_on_words_that_stand_there() -> None:
    texts = {one.id: one.text for one in (OLD, MIDDLE, NEW)}
    found = address_findings(decode(NEW, [OLD, MIDDLE], MIDDLE), NEW)
    assert len(found) == 4
    assert "3 commitments: 0 kept, 2 reworded, 1 new, 1 dropped" in found[0].sentence
    assert all(anchor.holds(texts[anchor.document]) for finding in found for anchor in finding.anchors)
