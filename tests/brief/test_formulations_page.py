"""The page on formulations: shares counted by hand, lines in their place, families, chains, and nothing unquoted."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from dragoman.analysis.formulations import Text, load_ladders, phrase_index
from dragoman.brief import Studies, write_pages
from dragoman.brief.formulation_study import formulation_study, lines
from dragoman.brief.share_chart import BASE, TOP, share_chart, stretches
from dragoman.brief.studies import false_places
from dragoman.brief.tree import MOST, tree
from dragoman.sources import CaseError
from tests.brief.making import CASE
from tests.brief.test_pages import Page, pages
from tests.brief.tracing import LONG, SHORT, TEXTS, document, held, traced


def written(folder: Path, *phrases: str, track: str = "") -> str:
    made = held(folder, *phrases, track=track)
    write_pages(made, "", folder / "pages", Studies(formulations=traced(made)))
    return (folder / "pages" / "formulations.html").read_text("utf-8")


def test_the_share_of_each_month_is_that_counted_by_hand(tmp_path: Path):
    (one,) = traced(held(tmp_path, LONG)).phrases
    # Dated documents: two of March, two of May; the long form stands in one of each. Five in all, two with it.
    assert [(s.period, s.documents, s.of) for s in stretches(one.history)] == [("2018-03", 1, 2), ("2018-05", 1, 2)]
    assert (one.history.documents, one.history.of) == (2, 5)
    text = Page(written(tmp_path, LONG)).text
    assert "2 of 5" in text
    assert ".400" in text
    assert "at most 1 of 2 documents, in 2018-03" in text


def test_bars_are_as_high_as_their_share_and_a_month_without_documents_has_none(tmp_path: Path):
    made = held(tmp_path, SHORT)
    (one,) = traced(made).phrases
    chart = share_chart(one.history, made.events)
    assert chart is not None
    assert [round(BASE - bar.top) for bar in chart.bars] == [0, round(BASE - TOP)]  # March none, May the highest
    assert [bar.title for bar in chart.bars] == ["2018-03: 0 of 2", "2018-05: 1 of 2"]
    assert chart.bars[1].x - chart.bars[0].x > 1.8 * chart.bars[0].width  # April lies between
    assert all(spot.event.first and date(2018, 3, 1) <= spot.event.first <= date(2018, 5, 31) for spot in chart.spots)


def test_every_line_has_the_characters_of_its_source_and_leads_to_them(tmp_path: Path):
    text = written(tmp_path, LONG, SHORT, "全球…倡议")
    read = pages(tmp_path / "pages")
    hits = re.findall(r'<td class="hit" lang="zh-Hans"><a href="sources/(\w)\.html#(a-(\d+)-(\d+))">([^<]+)</a>', text)
    assert len(hits) == 5  # the long form twice, the short one three times
    for key, place, start, end, words in hits:
        assert document(key).text[int(start) : int(end)] == words
        assert read[f"sources/{key}.html"].marks[place] == words
    assert read["formulations.html"].links
    for link in read["formulations.html"].links:
        name, _, place = link.partition("#")
        if place:
            assert place in read[name or "formulations.html"].ids, link


def test_the_words_around_a_line_stand_beside_it_in_the_text(tmp_path: Path):
    text = written(tmp_path, SHORT)
    for row in re.findall(r"<tr><td class=\"when sans\">.*?</tr>", text, re.DOTALL):
        page = Page(row)
        cells = re.findall(r'class="(?:before|hit|after)" lang="zh-Hans">(.*?)</td>', row)
        joined = "".join(Page(cell).text for cell in cells)
        assert any(joined in body for _, body in TEXTS.values()), page.text


def test_lines_stand_by_date_and_of_many_the_first_and_last(tmp_path: Path):
    (one,) = traced(held(tmp_path, SHORT)).phrases
    assert [(use.key, use.anchor.start) for use in one.lines] == [("c", 0), ("c", 5), ("e", 5)]  # undated last
    texts = [Text(f"do-{n}", "会晤。", f"{1950 + n}") for n in range(70)]
    shown = lines(phrase_index(texts), "会晤", 10)
    assert [use.published for use in shown] == [str(year) for year in (*range(1950, 1955), *range(2015, 2020))]


def test_a_family_has_a_branch_for_each_member_in_the_order_of_first_use(tmp_path: Path):
    (family,) = traced(held(tmp_path, "全球…合作倡议")).traced.families
    assert [member.phrase for member in family.members] == [LONG]
    drawn = tree(family.members, 1160)
    assert drawn is not None
    (branch,) = drawn.branches
    assert branch.label == LONG
    assert branch.x is not None
    assert branch.right is not None
    assert branch.right - branch.x > 700  # from 10 March to 9 May: the whole scale
    assert tree(family.members * 40, 350).height < 42 * (MOST + 1) + 40
    assert tree((), 350) is None


def test_a_short_form_stands_beside_its_long_form(tmp_path: Path):
    (link,) = traced(held(tmp_path, LONG, SHORT)).traced.chains
    assert (link.short, link.long) == (SHORT, LONG)
    # In 2018 the long form stands in two documents, the short one in one; the undated one has no year.
    assert [(year.year, year.long, year.short) for year in link.years] == [("2018", 2, 1)]
    text = written(tmp_path, LONG, SHORT)
    assert '<td>2018</td><td class="num">2</td><td class="num">1</td>' in text


def test_the_tiers_name_their_source_or_say_that_they_are_ours(tmp_path: Path):
    text = Page(written(tmp_path, LONG)).text
    order = [text.index(name, text.index("From hot to cold")) for name in ("沸", "烫", "热", "暖", "温", "冷")]
    assert order == sorted(order)
    assert text.count("China Media Project: at least") == 2
    assert text.count("ours, not the China Media Project's") == 4


def test_events_of_the_chosen_track_are_marked_and_listed(tmp_path: Path):
    text = written(tmp_path, LONG, track="visits")
    assert len(re.findall(r'class="spot"', text)) == 3  # 25 March, 7 May, and May or June; 19 June lies outside
    assert "The marks above are events of China–North Korea" in " ".join(Page(text).text.split())
    assert 'class="spot"' not in written(tmp_path, LONG)


def test_of_very_many_events_each_is_a_stroke_and_stands_in_the_list(tmp_path: Path):
    made = held(tmp_path, LONG)
    (one,) = traced(made).phrases
    many = [replace(made.events[0], id=f"ev-{n}") for n in range(60)]
    chart = share_chart(one.history, many)
    assert chart is not None
    assert chart.dense
    assert not share_chart(one.history, many[:40]).dense


def test_relatives_that_a_family_shows_already_have_no_tree_of_their_own(tmp_path: Path):
    text = written(tmp_path, LONG, "全球…合作倡议")
    assert text.count("The family of") == 1


def test_a_phrase_that_stands_nowhere_is_said_to(tmp_path: Path):
    text = " ".join(Page(written(tmp_path, "无此说法", LONG)).text.split())
    assert "It stands nowhere in the sources." in text
    assert "not used" in text


def test_markup_in_a_source_is_text_on_the_page_and_in_the_pictures(tmp_path: Path):
    text = written(tmp_path, "<b>发展", "全球…倡议")
    page = Page(text)
    assert "b" not in page.tags
    assert "<b>发展" in page.text
    pictures = re.findall(r"<svg.*?</svg>", text, re.DOTALL)
    assert pictures
    for picture in pictures:
        ElementTree.fromstring(picture)


def test_two_slots_in_a_pattern_are_told_with_their_place(tmp_path: Path):
    with pytest.raises(CaseError, match=r"case\.toml, \[formulations\].*one slot"):
        traced(held(tmp_path, "全球…合作…倡议"))


def test_a_case_without_phrases_or_without_texts_has_no_study(tmp_path: Path):
    assert formulation_study(held(tmp_path, LONG).case, phrase_index([]), load_ladders()) is None
    assert formulation_study(CASE, phrase_index([Text("do-1", "会晤。")]), load_ladders()) is None


def test_a_quote_that_does_not_stand_in_its_source_is_found(tmp_path: Path):
    studies = Studies(formulations=traced(held(tmp_path, LONG, SHORT)))
    texts = {document(key).id: document(key).text for key in TEXTS}
    assert false_places(studies, texts) == []
    texts[document("a").id] = texts[document("a").id].replace("讨论", "再讨论")
    (wrong,) = false_places(studies, texts)
    assert wrong.startswith(f"“{LONG}” does not stand at 4-12 of do-")
