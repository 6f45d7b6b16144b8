"""The verbs from Python, on a small case of our own notices."""

from datetime import date

import pytest

import dragoman
from dragoman.analysis.ledgers import LedgerError
from dragoman.opened import UnknownSource, UnknownSpeaker
from dragoman.sources import CaseError, create_case
from tests.cli.test_doctrine import NOTICES


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    folder = tmp_path_factory.mktemp("opened") / "case"
    create_case(folder, "Words and deeds")
    for key, (language, day, text, outlet) in NOTICES.items():
        (folder / "sources" / f"{key}.txt").write_text(text + "\n", "utf-8")
        record = f'key = "{key}"\nlanguage = "{language}"\nissued = "{day}"\ncontainer-title = "{outlet}"\n'
        (folder / "sources" / f"{key}.toml").write_text(record, "utf-8")
    return dragoman.open_case(folder)


def test_a_question_brings_the_case_up_to_date_first(opened):
    assert [(event.type, event.actors, event.recipients) for event in opened.events()] == [
        ("visit", ("wang-yi",), ("PRK",))
    ]
    assert [source.key for source in opened.sources()] == ["new", "old", "visit"]


def test_search_and_document_give_the_text_as_it_stands(opened):
    (hit,) = opened.search("无核化")
    assert hit.anchor.holds(opened.document("new").text)


def test_trace_gives_first_and_last_use_as_they_stand(opened):
    (history,) = opened.trace("和平发展").histories
    assert (history.first.anchor.quote, history.first.published) == ("和平发展", "2012-11-08")
    assert history.last.published == "2018-01-10"


def test_decode_and_deeds_speak_of_the_same_commitments(opened):
    decoded = opened.decode("new", "old")
    ledgers = opened.deeds("new", by="CHN")
    assert [one.commitment for one in decoded.commitments] == [ledger.commitment for ledger in ledgers]
    assert [deed.event.type for deed in ledgers[1].deeds] == ["visit"]


def test_the_outlet_of_a_record_says_who_answers_for_an_address(opened):
    assert opened.deeds("new") == opened.deeds("new", by="CHN")


def test_what_is_not_there_is_named(opened, tmp_path):
    with pytest.raises(UnknownSource, match="nowhere"):
        opened.decode("nowhere")
    with pytest.raises(UnknownSpeaker, match="XYZ"):
        opened.deeds("new", by="XYZ")
    with pytest.raises(CaseError, match="no case here"):
        dragoman.open_case(tmp_path)


def test_coverage_ledger_and_posts_are_asked_with_records_for_answers(opened):
    rows, customs = opened.coverage()
    assert [(row.type, row.guest, row.states) for row in rows] == [("visit", "wang-yi", ("CHN", "PRK"))]
    assert customs == ()
    ledgers, projects, findings = opened.ledger()
    assert (ledgers, projects, findings) == ((), (), ())
    held, _, _ = opened.posts(date(2018, 6, 22))
    assert "Minister of Foreign Affairs" in {
        post.title for one in held if one.person == "wang-yi" for post in one.posts
    }
    assert opened.name("wang-yi") == "Wang Yi"
    with pytest.raises(LedgerError, match="no group"):
        opened.ledger("nowhere")
