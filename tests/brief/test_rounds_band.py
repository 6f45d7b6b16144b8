"""Rounds at the head of the chronology: each over its own days, with its opening event behind it."""

from datetime import date
from pathlib import Path

from dragoman import gazetteer
from dragoman.analysis.rounds import rounds
from dragoman.brief import Studies, write_pages
from dragoman.brief.overlays import bands
from dragoman.brief.scale import Scale
from dragoman.extraction import load_frames
from dragoman.model import RoundGrammar
from tests.brief.linking import EVENTS, TRACKS, case
from tests.brief.making import evidence
from tests.brief.test_pages import Page

GRAMMAR = RoundGrammar(("trade:tariff@USA",), ("visits:visit",))
CUT = rounds(EVENTS, GRAMMAR, TRACKS, load_frames(), gazetteer.load())


def test_each_round_lies_over_its_days_and_the_last_is_open():
    # Moves on 22 March, 15 June and 6 July, with a visit between each: three rounds.
    scale = Scale(date(2018, 3, 1), date(2018, 7, 18), 0, 1400)  # ten pixels a day
    found = bands(CUT, scale, "chronology.html")
    assert [(round(one.x), round(one.right), one.open) for one in found] == [
        (210, 1060, False), (1060, 1270, False), (1270, 1400, True),
    ]  # fmt: skip
    assert [one.label for one in found] == ["Round 1", "Round 2", "Round 3"]
    assert found[0].link == f"chronology.html#{EVENTS[0].id}"


def test_a_round_without_room_is_a_number_and_one_outside_is_not_drawn():
    found = bands(CUT, Scale(date(2018, 6, 1), date(2018, 7, 1), 0, 60), "c")
    assert [one.label for one in found] == ["1", "2"]


def test_the_chronology_has_the_band_and_a_table_of_rounds(tmp_path: Path):
    made = evidence(case=case(tmp_path, rounds=GRAMMAR), events=EVENTS, findings=())
    write_pages(made, "", tmp_path, Studies(rounds=CUT))
    text = (tmp_path / "chronology.html").read_text("utf-8")
    assert text.count('class="band"') == 6  # three in each of two widths
    assert "22 March 2018 to 14 June 2018" in " ".join(Page(text).text.split())
    write_pages(made, "", tmp_path)
    assert 'class="band"' not in (tmp_path / "chronology.html").read_text("utf-8")


def test_a_grammar_that_nothing_opens_cuts_no_round():
    none = RoundGrammar(("calls",), ("visits",))
    assert rounds(EVENTS, none, TRACKS, load_frames(), gazetteer.load()) == ()
    assert rounds((), RoundGrammar(), (), load_frames(), gazetteer.load()) == ()
