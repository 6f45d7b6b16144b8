"""The watch list as a page: words, base rates and scores by arithmetic; calibration only once there is enough."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.analysis.watchlist import scored, watch_list
from dragoman.brief import Studies, write_pages
from dragoman.brief.calibration import LEFT, SPAN, TOP, dots
from dragoman.brief.watch_study import WatchStudy, base_events
from dragoman.model import Question, Resolution, Update
from tests.brief.linking import EVENTS
from tests.brief.linking import case as make_case
from tests.brief.making import REPORTS, evidence
from tests.brief.test_pages import Page, pages

ASKED = Question(
    "Will Kim visit China by the end of September?", "2018-07-10T09:00:00+09:00", "2018-07-10T09:00:00+09:00",
    "2018-09-30T23:59:00+09:00", "2018-10-07T00:00:00+09:00", "Xinhua and KCNA", "both report a visit", 0.6,
    reference="visits:visit", hits=3, tries=4, days=30, period="2018-03-12/2018-07-09", indicators=("访华",),
)  # fmt: skip
OTHER = replace(ASKED, text="Will Kim visit Russia?", probability=0.3, reference="", hits=0, tries=0, indicators=())
NO = Resolution(OTHER.id, "2018-10-08T00:00:00Z", "no", "k2")


def study(*records: Question | Update | Resolution, **changes: object) -> WatchStudy:
    items = watch_list(records)
    counted = {item.question.id: base_events(item.question, make_case(Path("x")), EVENTS) for item in items}
    return replace(WatchStudy(items, (), scored(items), {}, counted), **changes)  # type: ignore[arg-type]


def written(folder: Path, made: WatchStudy) -> str:
    write_pages(evidence(case=make_case(folder), events=EVENTS, findings=()), "", folder, Studies(watch=made))
    return (folder / "watch.html").read_text("utf-8")


def words(text: str) -> str:
    assert Page(text).ids  # its tags close in order
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def test_an_open_question_has_its_word_its_base_rate_and_its_close(tmp_path: Path):
    text = words(written(tmp_path, study(ASKED)))
    assert "1 open · 0 resolved" in text
    assert "Likely (60 %)" in text  # ICD 203: 55 to 80 per cent
    assert "3 of 4" in text
    assert "Closes 2018-09-30 asked 2018-07-10" in text
    assert "Resolved" not in text


def test_the_latest_probability_counts_and_each_change_stands_with_its_reason(tmp_path: Path):
    update = Update(ASKED.id, "2018-08-01T00:00:00Z", 0.2, "none in July")
    text = words(written(tmp_path, study(ASKED, update)))
    assert "Unlikely (20 %)" in text
    assert "2018-07-10: 60 % 2018-08-01: 20 % none in July" in text


def test_the_events_behind_a_base_rate_are_those_of_its_period(tmp_path: Path):
    # Visits began on 25 March, 7 May and 19 June; that of May or June has no day and is not counted.
    assert [event.label for event in base_events(ASKED, make_case(tmp_path), EVENTS)] == [
        "Visit 1",
        "Visit 2",
        "Visit 3",
    ]
    later = replace(ASKED, period="2018-05-01/2018-06-01")
    assert [event.label for event in base_events(later, make_case(tmp_path), EVENTS)] == ["Visit 2"]
    assert base_events(replace(ASKED, reference="nowhere"), make_case(tmp_path), EVENTS) == ()
    assert base_events(replace(ASKED, period="soon"), make_case(tmp_path), EVENTS) == ()
    page = written(tmp_path, study(ASKED))
    assert f'href="chronology.html#{EVENTS[3].id}">Visit 1</a>' in page


def test_a_resolved_question_has_its_score_and_leads_to_its_evidence(tmp_path: Path):
    page = written(tmp_path, study(ASKED, OTHER, NO))
    text = words(page)
    assert "1 open · 1 resolved" in text
    assert "0.090" in text  # .3 of yes, and it was no: .09
    assert "Over 1 resolved: Brier 0.090" in text
    assert 'href="sources/k2.html">k2</a>' in page


def test_an_annulled_question_is_kept_and_not_scored(tmp_path: Path):
    text = words(written(tmp_path, study(OTHER, replace(NO, answer="annulled"))))
    assert "annulled" in text
    assert "not scored" in text
    assert "Brier" not in text


@pytest.mark.parametrize(("number", "shown"), [(29, False), (30, True)])
def test_calibration_is_drawn_from_thirty_resolved_on(tmp_path: Path, number: int, shown: bool):
    asked = [replace(OTHER, text=f"Question {n}?", probability=0.2 if n % 3 else 0.8) for n in range(number)]
    answers = [
        Resolution(one.id, "2018-10-08T00:00:00Z", "yes" if one.probability > 0.5 else "no", "x") for one in asked
    ]
    page = written(tmp_path, study(*asked, *answers))
    assert ('class="dot"' in page) is shown
    assert ("Calibration is shown from 30 resolved on; 29 are scored so far." in words(page)) is not shown
    if shown:
        # Of 30 every third said .8: ten, all yes; twenty said .2, none yes.
        rows = re.findall(r"<tr><td>(\d+) %</td><td class=.num.>(\d+) %</td><td class=.num.>(\d+)</td></tr>", page)
        assert rows == [("20", "0", "20"), ("80", "100", "10")]


def test_a_dot_stands_where_said_and_seen_meet():
    (low, high) = dots([(0.0, 1.0, 1), (1.0, 0.0, 400)])
    assert (low.x, low.y) == (LEFT, TOP)
    assert (high.x, high.y) == (LEFT + SPAN, TOP + SPAN)
    assert high.radius <= 22


def test_where_indicators_stand_is_linked_and_marked(tmp_path: Path):
    place = replace(REPORTS[0].anchor, start=34 - 2, end=34, quote="访华")
    made = study(ASKED, touched={ASKED.id: (("访华", place),)})
    page = written(tmp_path, made)
    assert f'href="sources/n5.html#a-{place.start}-{place.end}"' in page
    assert pages(tmp_path)["sources/n5.html"].marks[f"a-{place.start}-{place.end}"] == "访华"


def test_lines_that_are_not_used_and_mixed_sentences_are_told(tmp_path: Path):
    mixed = replace(ASKED, reasons="We judge with high confidence that a visit is likely.")
    text = words(written(tmp_path, study(mixed, problems=("watch.jsonl, line 3: no record",))))
    assert "“We judge with high confidence that a visit is likely.” speaks of likelihood and of confidence" in text
    assert "watch.jsonl, line 3: no record" in text


def test_a_case_without_questions_has_no_page(tmp_path: Path):
    written(tmp_path, study(ASKED))
    write_pages(evidence(case=make_case(tmp_path), events=EVENTS, findings=()), "", tmp_path)
    assert not (tmp_path / "watch.html").exists()
