"""Plain findings say what the events hold, with every anchor, and nothing more."""

from dataclasses import replace
from datetime import date

from dragoman.analysis import findings
from dragoman.analysis.findings import value_in_words
from dragoman.model import (
    Anchor,
    BibliographicField,
    BibliographicRecord,
    Conflict,
    Document,
    Event,
    Observation,
    Report,
    Source,
    Track,
)

TRACKS = (Track("groups", "Groups of states"),)


def source(key: str, outlet: str) -> Source:
    return Source(
        f"s-{key}", f"{key}.txt", key, BibliographicRecord((BibliographicField("container-title", outlet, ""),))
    )


def document(key: str, text: str, published: str | None) -> Document:
    return Document(f"d-{key}", f"s-{key}", "0" * 64, text, "en", published, "text")


def report(key: str, text: str, words: str) -> Observation:
    start = text.index(words)
    reading = Report(start, start + len(words), words, "convene", "CONSULT", 1, (), (), None, None, "day", "stated",
                     None, "done", None, "convene.en[0]", (start, start + 1))  # fmt: skip
    return Observation(f"d-{key}", "report", "frames 1", reading)


ENGLISH, CHINESE = "The group met on June 8-9.", "七国集团峰会6月9日至10日召开。"
DOCUMENTS = [document("e3", ENGLISH, "2018-06-10"), document("z1", CHINESE, "2018-06-15")]
SOURCES = [source("e3", "public record"), source("z1", "人民日报")]
REPORTS = [report("e3", ENGLISH, "met on June 8-9"), report("z1", CHINESE, "6月9日至10日召开")]
SUMMIT = Event(
    "ev-1", "convene", "CONSULT", 1, (), (), date(2018, 6, 8), date(2018, 6, 10), "range", None, "done", "groups",
    "G7 summit", tuple(one.id for one in REPORTS), 2,
    conflicts=(Conflict("date", tuple(zip(("2018-06-08/2018-06-09", "2018-06-09/2018-06-10"),
                                          ((one.id,) for one in REPORTS), strict=True))),),
)  # fmt: skip
ALONE = replace(SUMMIT, id="ev-2", label="Communique", track=None, witnesses=1, conflicts=(), reports=(REPORTS[0].id,))


def made(events: list[Event]) -> dict[str, list[str]]:
    said: dict[str, list[str]] = {}
    for finding in findings(events, REPORTS, DOCUMENTS, SOURCES, TRACKS):
        said.setdefault(finding.analysis, []).append(finding.sentence)
    return said


def test_each_track_with_events_is_counted_with_its_days():
    assert made([SUMMIT, ALONE])["tracks"] == [
        "Groups of states: 1 event (8–10 June 2018).",
        "Outside the tracks of this case: 1 event (8–10 June 2018).",
    ]


def test_events_with_one_witness_are_counted_against_all():
    assert made([SUMMIT, ALONE])["witnesses"] == ["1 of 2 events rests on a single witness."]
    assert "witnesses" not in made([SUMMIT])


def test_a_conflict_names_who_says_what_and_rests_on_both_reports():
    (finding,) = [f for f in findings([SUMMIT], REPORTS, DOCUMENTS, SOURCES, TRACKS) if f.analysis == "conflicts"]
    assert finding.sentence == (
        "Reports differ on the date of “G7 summit”: "
        "public record (e3) says 8–9 June 2018, 人民日报 (z1) says 9–10 June 2018."
    )
    assert finding.anchors == (
        Anchor("d-e3", 10, 25, "met on June 8-9"),
        Anchor("d-z1", 6, 16, "6月9日至10日召开"),
    )
    assert finding.verdict == "conflict"


def test_a_gap_is_the_days_on_which_no_source_is_dated():
    assert made([])["gaps"] == ["No source is dated between 10 June and 15 June 2018 (4 days)."]


def test_a_gap_rests_on_the_sources_at_its_ends():
    (gap,) = findings([], [], DOCUMENTS, SOURCES, TRACKS)
    assert [anchor.quote for anchor in gap.anchors] == [ENGLISH, CHINESE]
    assert all(a.holds({d.id: d.text for d in DOCUMENTS}[a.document]) for a in gap.anchors)


def test_only_the_period_of_the_case_has_gaps_and_a_month_is_no_day():
    assert findings([], [], DOCUMENTS, SOURCES, TRACKS, first=date(2018, 6, 11)) == ()
    vague = [replace(DOCUMENTS[0], published="2018-06"), DOCUMENTS[1]]
    assert findings([], [], vague, SOURCES, TRACKS) == ()


def test_the_order_in_which_evidence_comes_changes_nothing():
    forward = findings([SUMMIT, ALONE], REPORTS, DOCUMENTS, SOURCES, TRACKS)
    backward = findings([ALONE, SUMMIT], REPORTS[::-1], DOCUMENTS[::-1], SOURCES[::-1], TRACKS)
    assert forward == backward


def test_every_anchor_of_every_finding_holds():
    texts = {d.id: d.text for d in DOCUMENTS}
    found = findings([SUMMIT, ALONE], REPORTS, DOCUMENTS, SOURCES, TRACKS)
    assert all(finding.anchors for finding in found)
    assert all(anchor.holds(texts[anchor.document]) for finding in found for anchor in finding.anchors)


def test_a_value_that_is_no_day_stands_as_it_is_or_by_its_name():
    assert value_in_words("2018-05-09") == "9 May 2018"
    assert value_in_words("../2018-03-08") == "by 8 March 2018"
    assert value_in_words("2018-07-01/..") == "from 1 July 2018"
    assert value_in_words("20180701") == "20180701"
    assert value_in_words("2018-02-30") == "2018-02-30"
    assert value_in_words("25/34") == "25/34"
    assert value_in_words("done") == "done"
    assert value_in_words("dalian", {"dalian": "Dalian"}) == "Dalian"
