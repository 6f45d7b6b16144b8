"""Words against deeds: what is proposed and why, and that only a person's word gives a verdict."""

from dataclasses import replace
from datetime import date

from dragoman import gazetteer
from dragoman.analysis.doctrine import Word, ledgers
from dragoman.analysis.doctrine.deeds import kinds
from dragoman.extraction import load_frames
from dragoman.model import Document, Event

KNOWN = gazetteer.load()
TEXT = (
    "1. North Korea will work toward complete denuclearization of the peninsula.\n"
    "2. The United States will resume dialogue.\n"
)
ADDRESS = Document("do-1", "so-1", "", TEXT, "en", "2018-06-12", "text/1")
DAY = date(2018, 7, 6)
VISIT = Event(
    "ev-1", "visit", "CONSULT", 1, ("mike-pompeo",), ("PRK",), DAY, DAY, "day", None, "done", None, "", ("ob-1",), 1
)
TEST = replace(VISIT, id="ev-2", type="test", plover="MOBILIZE", actors=("PRK",), recipients=(), reports=("ob-2",))
EARLIER = replace(VISIT, id="ev-3", first=date(2018, 5, 9), last=date(2018, 5, 9), reports=("ob-3",))
OTHERS = replace(VISIT, id="ev-4", actors=("vladimir-putin",), recipients=("FRA",), reports=("ob-4",))
EVENTS = [VISIT, TEST, EARLIER, OTHERS]


def sides(decided=None):
    found = ledgers(Word(ADDRESS, "sg.txt", ("PRK", "USA")), EVENTS, decided or {}, KNOWN)
    return found, [[(deed.event.id, deed.proposed, deed.decided) for deed in ledger.deeds] for ledger in found]


def test_events_of_the_speakers_since_the_address_are_proposed_with_the_reason() -> None:
    found, proposed = sides()
    assert proposed[0] == [("ev-1", "for", None), ("ev-2", "against", None)]
    assert "test is listed against peace" in found[0].deeds[1].why


def test_nothing_is_borne_out_before_a_person_has_said_so() -> None:
    found, _ = sides()
    assert [ledger.verdict for ledger in found] == ["undecided", "undecided"]


def test_a_persons_word_counts_for_its_commitment_alone_and_against_the_proposal() -> None:
    first = sides()[0][0].id
    found, shown = sides({(first, "ob-2"): "for", (first, "ob-1"): "unrelated"})
    assert found[0].verdict == "borne out"
    assert shown[0] == [("ev-1", "for", "unrelated"), ("ev-2", "against", "for")]
    assert found[1].verdict == "undecided"
    assert sides({(first, "ob-2"): "against", (first, "ob-1"): "for"})[0][0].verdict == "mixed"


def test_an_event_that_nothing_proposes_can_be_put_there_by_a_person() -> None:
    first = sides()[0][0].id
    assert ("ev-4", None, "against") in sides({(first, "ob-4"): "against"})[1][0]


def test_every_listed_kind_is_a_frame() -> None:
    listed = {kind for row in kinds().values() for side in row.values() for kind in side}
    assert listed <= set(load_frames())
