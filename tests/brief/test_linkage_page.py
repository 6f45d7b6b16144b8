"""The page on linkage: the claims of 2018, their numbers reckoned by hand, their pictures, and what was too few."""

import html
import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from math import comb
from pathlib import Path
from xml.etree import ElementTree

import pytest

from dragoman.analysis.linkage import Rule, Tried, written, written_rule
from dragoman.brief import Studies, write_pages
from dragoman.brief.lanes import answers_of, drawn_days, lanes
from dragoman.brief.linkage_study import linkage_study
from dragoman.brief.null_chart import null_chart
from dragoman.brief.scale import Scale
from dragoman.model import ClaimAsked
from dragoman.sources import CaseError
from tests.brief.linking import EVENTS, MOVES, case, move
from tests.brief.making import evidence
from tests.brief.test_pages import Page

WEEK = ClaimAsked("trade:tariff@USA", "visits:visit", 7)


def study(folder: Path, *claims: ClaimAsked, events=EVENTS):
    return linkage_study(case(folder, *claims), events)


def written_page(folder: Path, *claims: ClaimAsked, events=EVENTS) -> str:
    made = evidence(case=case(folder, *claims), events=events, findings=())
    write_pages(made, "", folder / "pages", Studies(linkage=study(folder, *claims, events=events)))
    return (folder / "pages" / "linkage.html").read_text("utf-8")


def words(text: str) -> str:
    return " ".join(Page(text).text.split())


def test_two_of_three_visits_lie_within_a_week_of_a_move(tmp_path: Path):
    (one,) = study(tmp_path, WEEK).claims
    # 1 March to 18 July: 140 days, 24 of them within a week of a move (8 each, none shared).
    by_hand = (comb(24, 2) * 116 + comb(24, 3)) / comb(140, 3)
    assert (one.tested.seen, one.tested.count) == (2, 3)
    assert one.tested.uniform.p == pytest.approx(by_hand)
    assert sum(one.chances) == pytest.approx(1)
    assert sum(one.chances[2:]) == pytest.approx(one.tested.jitter.p)
    text = words(written_page(tmp_path, WEEK))
    assert f".{round(by_hand * 1000):03}" in text
    assert "In 2 of 3 cases visit (China–North Korea) began within 7 days of tariff by United States" in text


def test_each_answer_stands_beside_the_acts_in_whose_window_it_began(tmp_path: Path):
    (one,) = study(tmp_path, WEEK).claims
    found = answers_of(one.claim, EVENTS)
    assert [(str(row.day), [lag for _, lag in row.acts]) for row in found] == [
        ("2018-03-25", [3]), ("2018-05-07", []), ("2018-06-19", [4]),
    ]  # fmt: skip
    assert found[1].before is not None
    assert found[1].before[1] == 46  # from 22 March to 7 May
    text = written_page(tmp_path, WEEK)
    table = text[text.index('id="answers-1"') : text.index("</table>", text.index('id="answers-1"'))]
    assert f'href="chronology.html#{EVENTS[0].id}">Move 1</a>' in table
    assert f'href="chronology.html#{EVENTS[3].id}">Visit 1</a>' in table


def test_what_an_answer_is_to_its_act_is_named(tmp_path: Path):
    text = written_page(tmp_path, WEEK)
    table = text[text.index('id="answers-1"') : text.index("</table>", text.index('id="answers-1"'))]
    # Moves by the United States against China, visits by North Korea to China: a third comes in.
    assert table.count("Triangular response.") == 2
    assert "exploratory" in words(text).lower()


def test_the_windows_are_shaded_and_the_coincidences_joined(tmp_path: Path):
    (one,) = study(tmp_path, WEEK).claims
    drawn = lanes(one.claim, ("moves", "visits"), EVENTS, 1160, lambda event: event.label)
    assert drawn is not None
    scale = Scale(date(2018, 3, 1), date(2018, 7, 18), 160, 1148)
    assert [(shade.x, shade.right) for shade in drawn.shades] == [
        (scale.start(day), scale.end(date.fromordinal(day.toordinal() + 7))) for day in MOVES
    ]
    marks = {mark.event.label: mark for lane in drawn.lanes for mark in lane.marks}
    assert [round(join.to_x) for join in drawn.joins] == [
        round((marks[name].x + marks[name].right) / 2) for name in ("Visit 1", "Visit 3")
    ]
    assert all(join.y < join.to_y for join in drawn.joins)


def test_a_long_period_with_its_events_at_one_end_is_drawn_where_they_are(tmp_path: Path):
    long = replace(case(tmp_path, WEEK), first=date(1998, 1, 1))
    found = linkage_study(long, EVENTS)
    assert found is not None
    claim = found.claims[0].claim
    first, last = drawn_days(claim, EVENTS)
    assert claim.first == date(1998, 1, 1)
    # 22 March to 6 July are 106 days, a twelfth of them 8: as many as a window of a week holds.
    assert (first, last) == (date(2018, 3, 14), date(2018, 7, 14))
    assert drawn_days(study(tmp_path, WEEK).claims[0].claim, EVENTS) == (date(2018, 3, 1), date(2018, 7, 18))


def test_windows_that_touch_are_one_shade_and_end_with_the_period(tmp_path: Path):
    events = (*EVENTS, move("Move 4", date(2018, 7, 10)))
    (one,) = study(tmp_path, WEEK, events=events).claims
    drawn = lanes(one.claim, ("moves", "visits"), events, 1160, lambda event: event.label)
    assert drawn is not None
    assert len(drawn.shades) == 3
    assert drawn.shades[-1].right == drawn.scale.end(date(2018, 7, 17))


def test_the_table_under_the_null_gives_the_same_chances(tmp_path: Path):
    (one,) = study(tmp_path, WEEK).claims
    text = written_page(tmp_path, WEEK)
    rows = re.findall(r"<tr><td>(\d) of 3</td><td class=\"num\">([^<]*)</td><td>(seen)?</td></tr>", text)
    assert [(int(number), seen) for number, _, seen in rows] == [(0, ""), (1, ""), (2, "seen"), (3, "")]
    for (_, shown, _), chance in zip(rows, one.chances, strict=True):
        assert shown in ("0", "<.001", f"{chance:.3f}".lstrip("0"))
    chart = null_chart(one.chances, one.tested.seen)
    highest = max(chart.bars, key=lambda bar: chart.base - bar.top)
    assert highest.number == one.chances.index(max(one.chances))


def test_many_answers_still_make_bars_inside_the_chart():
    # 200 throws of a coin: nothing to see below 70 or above 130, and 150 was seen.
    bars = null_chart([comb(200, number) / 2**200 for number in range(201)], 150).bars
    assert bars[0].number > 60
    assert [bar.number for bar in bars if bar.seen] == [150]
    assert all(bar.x >= 0 and bar.x + bar.width <= 350.01 for bar in bars)
    labels = [bar.x for bar in bars if bar.named]
    assert all(b - a >= 24 for a, b in pairwise(labels))
    assert len(null_chart([0.999, 0.001, 0, 0], 0).bars) == 4


def test_claims_of_one_pair_of_tracks_are_a_family_with_those_tried_before(tmp_path: Path):
    fortnight = ClaimAsked("trade:tariff@USA", "visits:visit", 14)
    days = ("2018-03-01", "2018-07-18")
    tried = [Tried("visits", "trade", 3, *days), Tried("visits", "trade", 3, "2018-03-01", "2018-07-01"),
             Tried("trade:tariff@USA", "visits:visit", 7, *days)]  # fmt: skip
    (tmp_path / "tried.jsonl").write_text("".join(written(one) + "\n" for one in tried), "utf-8")
    first, second = study(tmp_path, WEEK, fortnight).claims
    # The two of case.toml and one of tried.jsonl: another has other days, the third is the first claim itself.
    assert (first.tried, second.tried) == (3, 3)
    assert first.family is not None
    assert first.family >= first.tested.jitter.p
    assert "3 claims were tried on these tracks" in " ".join(first.verdict.caveats)
    assert (tmp_path / "tried.jsonl").read_text("utf-8").count("\n") == 3


def test_what_is_too_few_is_said_and_tests_nothing(tmp_path: Path):
    calls = ClaimAsked("calls", "visits", 7, "Calls before visits")
    text = written_page(tmp_path, calls)
    page = words(text)
    assert "too few to test" in page
    assert "Too few to test. An event (Calls): 0 events, 0 days" in page
    assert 'class="null-chart"' not in text
    assert "too few" in page[page.index("Every track after every other") :]


def test_the_matrix_has_every_track_by_every_other(tmp_path: Path):
    found = study(tmp_path, WEEK)
    assert [[None if cell is None else cell.p is not None for cell in row] for row in found.matrix] == [
        [None, True, False], [True, None, False], [False, False, None],
    ]  # fmt: skip
    after = found.matrix[1][0]
    assert after is not None
    assert (after.seen, after.count) == (2, 3)
    assert after.p == found.claims[0].tested.jitter.p  # the claim is one of all moves and all visits
    page = Page(written_page(tmp_path, WEEK))
    assert {"track-1", "track-2", "track-3"} <= set(page.ids)
    assert page.text.count("too few") >= 4


def test_a_claim_that_names_what_there_is_not_is_told_with_its_place(tmp_path: Path):
    with pytest.raises(CaseError, match=r"case\.toml, \[\[claims\]\] number 2: no type of event is called"):
        study(tmp_path, WEEK, ClaimAsked("trade:dance", "visits"))
    with pytest.raises(CaseError, match=r"number 1: \"NOBODY\" is no id of the gazetteer"):
        study(tmp_path, ClaimAsked("trade@NOBODY", "visits"))


def test_a_case_without_claims_has_no_page_and_no_link_to_one(tmp_path: Path):
    assert study(tmp_path) is None
    written_page(tmp_path, WEEK)
    write_pages(evidence(), "", tmp_path / "pages")
    assert not (tmp_path / "pages" / "linkage.html").exists()
    assert "linkage.html" not in (tmp_path / "pages" / "index.html").read_text("utf-8")


def test_every_picture_is_xml_with_a_name(tmp_path: Path):
    text = written_page(tmp_path, WEEK)
    pictures = re.findall(r"<svg.*?</svg>", text, re.DOTALL)
    assert len(pictures) == 3  # both widths of the lanes, and the null
    for one in pictures:
        assert ElementTree.fromstring(one).get("aria-label")


def test_a_case_without_days_has_nothing_to_test(tmp_path: Path):
    undated = replace(case(tmp_path, WEEK), first=None, last=None)
    assert linkage_study(undated, ()) is None


def test_a_frozen_rule_stands_with_how_it_went(tmp_path: Path):
    rules = [Rule("trade:tariff@USA", "visits:visit", 7, "2018-05-31T12:00:00+09:00"),
             Rule("trade:tariff@USA", "visits:visit", 9, "2018-12-31T12:00:00+09:00"),
             Rule("gone", "visits:visit", 9, "2018-01-31T12:00:00+09:00")]  # fmt: skip
    (tmp_path / "frozen.jsonl").write_text("".join(written_rule(one) + "\n" for one in rules), "utf-8")
    text = written_page(tmp_path, WEEK)
    held = text[text.index('id="frozen-heading"') : text.index('id="matrix"')]
    section = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", held)).split())
    # Moves since on 15 June, answered on the 19th, and on 6 July, not answered; before, 16 days of 85.
    assert "1 of 2 [" in section
    assert f"{round(100 * 16 / 85)} %" in section
    assert "the case holds no day since" in section
    assert 'no track "gone"' in section
