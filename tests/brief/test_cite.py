"""Notes in Chicago style, each expected string written by hand after the manual's patterns."""

import pytest

from dragoman.brief import Evidence
from dragoman.brief.cite import full_note, short_note
from dragoman.brief.draft import read_draft
from dragoman.brief.evidence import Catalogue
from dragoman.brief.notes import notes, rests_on
from dragoman.model import BibliographicField, BibliographicRecord
from tests.brief.making import BRIEF, document, evidence


def record(**values: str) -> BibliographicRecord:
    return BibliographicRecord(
        tuple(BibliographicField(n.replace("_", "-"), v, "by hand") for n, v in values.items())
    )  # fmt: skip


NEWSPAPER = record(
    title_translated="Xi Jinping Holds Talks with Kim Jong-un", title="习近平同金正恩举行会谈",
    title_transliterated="Xi Jinping tong Jin Zheng'en juxing huitan", container_title="人民日报", issued="2018-03-29",
    page="1", type="article-newspaper",
)  # fmt: skip
READING = record(
    type="article-newspaper", title_transliterated="Shuushi “chi de musubareta shinzen”", container_title="読売新聞",
    title_translated="Xi: “Amity Connected by Blood”", issued="2018-03-29", edition="evening",
)  # fmt: skip
JOURNAL = record(
    type="article-journal", author="Aoyama, Rumi", title_transliterated="Chuu-chou no yuukou", page="50-55",
    title_translated="The Friendship", container_title="外交", volume="49", issued="2018",
)  # fmt: skip
BOOK = record(type="book", author="Hirose, Yoko", title="Roshia to Chuugoku", title_translated="Russia and China",
              publisher="Chikuma Shinsho", issued="2018", page="84, 100")  # fmt: skip
PAGE = record(type="webpage", title="Statement of the Ministry", container_title="Ministry of Foreign Affairs",
              accessed="2018-07-10", URL="https://example.org/s")  # fmt: skip
UNTITLED = record(type="article-newspaper", container_title="人民日报", issued="2018-03-24")
DESCRIBED = record(title="[단신]", title_translated="[Notice]", container_title="public record", issued="2018-03")


@pytest.mark.parametrize(
    ("source", "language", "full", "short"),
    [
        (
            NEWSPAPER,
            "zh",
            "“习近平同金正恩举行会谈” Xi Jinping tong Jin Zheng'en juxing huitan "
            "[Xi Jinping Holds Talks with Kim Jong-un], 人民日报, March 29, 2018, 1.",
            "人民日报, “习近平同金正恩举行会谈,” March 29, 2018.",
        ),
        (
            READING,
            "ja",
            "“Shuushi ‘chi de musubareta shinzen’” [Xi: “Amity Connected by Blood”], 読売新聞, March 29, 2018, "
            "evening edition.",
            "読売新聞, “Shuushi ‘chi de musubareta shinzen’,” March 29, 2018.",
        ),
        (
            JOURNAL,
            "ja",
            "Rumi Aoyama, “Chuu-chou no yuukou” [The Friendship], 外交 49 (2018): 50–55.",
            "Aoyama, “Chuu-chou no yuukou.”",
        ),
        (
            BOOK,
            "ja",
            "Yoko Hirose, Roshia to Chuugoku [Russia and China] (Chikuma Shinsho, 2018), 84, 100.",
            "Hirose, Roshia to Chuugoku.",
        ),
        (
            PAGE,
            "en",
            "“Statement of the Ministry,” Ministry of Foreign Affairs, accessed July 10, 2018, https://example.org/s.",
            "Ministry of Foreign Affairs, “Statement of the Ministry.”",
        ),
        (UNTITLED, "zh", "人民日报, March 24, 2018.", "人民日报, March 24, 2018."),
        (DESCRIBED, "ko", "[단신] [Notice], public record, March 2018.", "public record, [단신], March 2018."),
        (record(), "en", "[n9.txt].", "[n9.txt]."),
    ],
)
def test_chicago_notes(source: BibliographicRecord, language: str, full: str, short: str):
    assert "".join(run.text for run in full_note(source, language, "n9.txt")) == full
    assert "".join(run.text for run in short_note(source, language, "n9.txt")) == short


def test_titles_of_papers_and_books_are_in_italics():
    assert [run.text for run in full_note(NEWSPAPER, "zh") if run.italic] == [
        "Xi Jinping tong Jin Zheng'en juxing huitan",
        "人民日报",
    ]
    assert [run.text for run in full_note(BOOK, "ja") if run.italic] == ["Roshia to Chuugoku"]


def numbered(text: str, made: Evidence | None = None) -> list[list[str]]:
    catalogue = Catalogue(made or evidence())
    return [
        ["".join(run.text for run in part.citation) for part in note.parts]
        for note in notes(read_draft(text), catalogue)
    ]


def test_each_citation_has_its_own_number_and_a_source_is_given_in_full_once():
    text = 'Kim came [@n5 "访华"]. They met [@n5 "再次会谈"; @n7 "会談"].'
    assert numbered(text) == [
        ["“习近平同金正恩举行会谈,” 人民日报, March 29, 2018."],
        [
            "人民日报, “习近平同金正恩举行会谈,” March 29, 2018.",
            "“Shuushi ‘chi de musubareta shinzen’” [Xi: “Amity Connected by Blood”], 読売新聞, March 29, 2018.",
        ],
    ]


def test_a_note_on_an_unknown_key_stays_and_keeps_the_count():
    assert numbered('A [@x "y"]. B [@n5 "访华"].')[0] == [""]
    assert len(numbered('A [@x "y"]. B [@n5 "访华"].')) == 2


def test_a_span_knows_every_note_that_rests_on_it():
    catalogue = Catalogue(evidence())
    found = rests_on(notes(read_draft(BRIEF + 'Again [@n5 "金正恩于3月25日至28日访华"].'), catalogue))
    assert found[document("n5").id, 19, 34] == (1, 4)
