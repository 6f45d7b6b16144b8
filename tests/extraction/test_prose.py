"""An analyst's prose: several deeds a sentence, days carried on, family names alone; values coded by hand."""

from datetime import date

import pytest

from dragoman.extraction import observe
from dragoman.model import Report

PUBLISHED = "2018-07-18"
Told = tuple[str, tuple[str, ...], tuple[str, ...], date | None, date | None]


def told(text: str) -> list[Told]:
    reports = [reading for reading in observe(text, "en", PUBLISHED) if isinstance(reading, Report)]
    return [(r.type, r.actors, r.recipients, r.first, r.last) for r in reports]


def day(month: int, number: int) -> date:
    return date(2018, month, number)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "No leader had come since Kim Jong-il did in 2011.\n\nKim Jong-un rules today.\n\n"
            "On May 7 and 8 Kim visited Dalian and met with Xi Jinping.",
            [
                ("visit", ("kim-jong-un",), ("CHN",), day(5, 7), day(5, 8)),
                ("meet", ("kim-jong-un",), ("xi-jinping",), day(5, 7), day(5, 8)),
            ],
        ),
        (
            "In 2017 China and North Korea criticized each other.",
            [("criticise", ("CHN",), ("PRK",), date(2017, 1, 1), date(2017, 12, 31))],
        ),
        (
            "High-level talks between the two Koreas took place on January 9.",
            [("meet", ("KOR",), ("PRK",), day(1, 9), day(1, 9))],
        ),
        (
            "On March 22 Trump signed an executive order. China immediately announced that it would take retaliatory "
            "measures.",
            [
                ("sign", ("donald-trump",), (), day(3, 22), day(3, 22)),
                ("retaliate", ("CHN",), ("donald-trump",), day(3, 22), day(3, 23)),
            ],
        ),
        (
            "The Shanghai Cooperation Organization held its summit in Qingdao on June 9 and 10. On the final day, "
            "India declined to sign the communique.",
            [("convene", ("sco",), (), day(6, 9), day(6, 10)), ("refuse", ("IND",), (), day(6, 10), day(6, 10))],
        ),
        (
            "On June 12, President Trump and Kim Jong-un held the U.S.-North Korea summit in Singapore.",
            [("meet", ("donald-trump",), ("kim-jong-un",), day(6, 12), day(6, 12))],
        ),
        (
            "Chung Eui-yong, who had visited North Korea, then traveled to Washington, and on March 8 Trump signed an "
            "executive order.",
            [
                ("visit", ("chung-eui-yong",), ("PRK",), None, day(7, 18)),
                ("visit", ("chung-eui-yong",), ("USA",), None, day(7, 18)),
                ("sign", ("donald-trump",), (), day(3, 8), day(3, 8)),
            ],
        ),
        (
            "On July 5, the Malaysian government announced the suspension of the railway project with Singapore.",
            [("suspend", ("MYS",), ("SGP",), day(7, 5), day(7, 5))],
        ),
        (
            "A spokesperson of the Chinese Foreign Ministry announced that Iran would take retaliatory measures.",
            [("announce", ("chn-mfa",), (), None, day(7, 18))],
        ),
        (
            "On June 17 Slovakia and Ukraine agreed to cooperate in the field of energy.",
            [("promise", ("SVK", "UKR"), (), day(6, 17), day(6, 17))],
        ),
        (
            "Pak Ui-chun on July 9 sent a congratulatory message to Mike Pompeo.",
            [("telegram", ("pak-ui-chun",), ("mike-pompeo",), day(7, 9), day(7, 9))],
        ),
        ("South Korea should respect the mode agreed upon by both sides.", []),
        ("Kim Jong-un inspected a farm and the Beijing Traffic Control Center.", []),
    ],
)
def test_deeds_are_told_with_their_people_and_days(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


def test_a_family_name_is_nobodys_where_its_paragraph_names_two() -> None:
    text = "Kim Jong-un and Kim Yo-jong stood by. On May 7 Kim visited Dalian."
    assert told(text) == []
