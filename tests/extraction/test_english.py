"""English events by their verbs: sentences coded by hand, with their verb's form, what governs it, and its subject."""

import pytest

from dragoman.extraction import observe, where
from dragoman.extraction.wording import forms
from dragoman.gazetteer import load
from dragoman.model import Report

Coded = tuple[str, set[str], set[str], str]


def coded(text: str, published: str = "2019-07-10") -> list[Coded]:
    found = [reading for reading in observe(text, "en", published) if isinstance(reading, Report)]
    return [(r.type, set(r.actors), set(r.recipients), r.status) for r in found]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "Panama broke off ties with Taiwan and established diplomatic relations with China.",
            [("sever", {"PAN"}, {"TWN"}, "done"), ("recognise", {"PAN"}, {"CHN"}, "done")],
        ),
        ("Two sailors of Vietnam were arrested by Malaysia.", [("arrest", {"MYS"}, {"VNM"}, "done")]),
        (
            "Japan arrested two sailors of Vietnam and deported them.",
            [("arrest", {"JPN"}, {"VNM"}, "done")],
        ),
        ("After meeting Xi Jinping, Vladimir Putin left for Mongolia.",
         [("meet", {"vladimir-putin"}, {"xi-jinping"}, "done"), ("visit", {"vladimir-putin"}, {"MNG"}, "done")]),
        ("Mongolia, whose president is ill, has expelled two diplomats of Russia.",
         [("expel", {"MNG"}, {"RUS"}, "done")]),
        ("India, which condemned Pakistan, closed its embassy in Islamabad.",
         [("criticise", {"IND"}, {"PAK"}, "done"), ("sever", {"IND"}, {"PAK"}, "done")]),
        ("Iran said that Sweden would release a sailor, but condemned Japan.",
         [("release", {"SWE"}, set(), "announced"), ("criticise", {"IRN"}, {"JPN"}, "done")]),
        ("Iran said it would expel ten diplomats of Sweden.", [("expel", {"IRN"}, {"SWE"}, "announced")]),
        ("Iran decided to expel ten diplomats of Sweden.", [("expel", {"IRN"}, {"SWE"}, "announced")]),
        ("Iran has agreed to visit Sweden.", [("visit", {"IRN"}, {"SWE"}, "planned")]),
        ("Australia did not attend the ceremony.", [("attend", {"AUS"}, set(), "denied")]),
        ("The treaty was signed by Iran and Sweden.", [("sign", {"IRN"}, {"SWE"}, "done")]),
        ("Tariffs of the United States on steel from Japan took effect.",
         [("tariff", set(), {"USA", "JPN"}, "in force")]),
    ],
)  # fmt: skip
def test_verbs_tell_deeds_with_their_parties(text: str, events: list[Coded]) -> None:
    assert sorted(coded(text), key=lambda one: one[0]) == sorted(events, key=lambda one: one[0])


@pytest.mark.parametrize(
    "text",
    [
        "Iran should release the sailors of Sweden.",
        "Iran may expel diplomats of Sweden.",
        "Iran is ready to lift its ban on beef from Japan.",
        "Everybody hopes that Iran will release the sailors of Sweden.",
        "Nobody knows whether Iran has expelled diplomats of Sweden.",
        "Sailors arrested by Iran wrote home.",
        "The treaty that was signed in Paris is old.",
        "Japan supports the efforts of the United Nations.",
        "A meeting with China is not planned.",
        "He condemned Japan.",
        "Japan thanked him.",
    ],
)
def test_wishes_doubts_participles_positions_and_words_that_point_back_tell_none(text: str) -> None:
    assert coded(text) == []


def test_a_person_without_a_row_is_not_replaced_by_his_state() -> None:
    assert coded("Canada's foreign minister, Chloe Ferrand, condemned Russia.") == [
        ("criticise", set(), {"RUS"}, "done")
    ]


def test_a_name_after_a_comma_is_no_further_party() -> None:
    assert coded("North Korea deployed troops to Russia, NATO confirmed.") == [("mobilise", {"PRK"}, {"RUS"}, "done")]


def test_the_month_in_a_name_is_no_time() -> None:
    (report,) = (r for r in observe("Theresa May praised Japan.", "en", "2018-07-10") if isinstance(r, Report))
    assert report.basis == "date of publication"


def test_the_line_of_a_deed_is_found_by_its_name() -> None:
    (report,) = (r for r in observe("Sweden condemned Iran.", "en") if isinstance(r, Report))
    assert report.frame.startswith("criticise.deeds.en[")
    assert where(report.frame).startswith("extraction/frames/criticise.yaml:")


class TestLeaders:
    """A family name alone."""

    def names(self, text: str, day: str | None) -> list[str]:
        return [mention.entity for mention in load().find(text, "en", day)]

    def test_it_means_who_leads_the_state_on_that_day(self) -> None:
        assert self.names("Trump spoke.", "2019-07-10") == ["donald-trump"]
        assert self.names("Trump spoke.", "2023-07-10") == []
        assert self.names("Kim spoke.", "2010-01-05") == ["kim-jong-il"]

    def test_a_name_that_is_a_word_counts_at_the_head_of_a_sentence_only_before_a_persons_verb(self) -> None:
        assert self.names("Moon was received in Pyongyang.", "2018-09-20")[0] == "moon-jae-in"
        assert self.names("Moon landings are history.", "2018-09-20") == []

    def test_it_is_no_part_of_another_name(self) -> None:
        assert self.names("Eric Trump and the Trump Tower", "2019-07-10") == []

    def test_a_full_name_in_the_text_comes_first(self) -> None:
        assert self.names("Kim Yong Nam came. Kim left.", "2019-07-10") == ["kim-yong-nam", "kim-yong-nam"]


def test_forms_of_verbs() -> None:
    assert set(forms("free")) == {"free", "frees", "freeing", "freed"}
    assert set(forms("ban")) >= {"ban", "bans", "banning", "banned"}
    assert set(forms("withdraw")) == {"withdraw", "withdraws", "withdrawing", "withdrew", "withdrawn"}
    assert set(forms("cut")) >= {"cut", "cuts", "cutting"}


@pytest.mark.parametrize(
    "text",
    [
        "Iran agreed " + "to plan " * 3000 + "to visit Sweden",
        "Iran visited Sweden and " * 2000,
        "Iran, who " * 2000 + "visited Sweden",
        "said that Iran " * 2000 + "visited Sweden",
        ", " * 9000 + "Iran visited Sweden",
    ],
)
def test_long_chains_are_read_to_their_end(text: str) -> None:
    observe(text, "en", "2019-07-10")
