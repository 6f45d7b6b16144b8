"""Who belongs to which group on which day, and who held which post: facts of the public record."""

import pytest

from dragoman import gazetteer
from dragoman.gazetteer import UnknownEntity

GAZETTEER = gazetteer.load()


@pytest.mark.parametrize(
    ("group", "state", "day", "member"),
    [
        ("sco", "IND", "2017-06-08", False),
        ("sco", "IND", "2017-06-09", True),
        ("sco", "PAK", "2018-06-09", True),
        ("sco", "IRN", "2023-07-03", False),
        ("sco", "IRN", "2023-07-04", True),
        ("sco", "BLR", "2024-07-04", True),
        ("sco", "BLR", "2024-07-03", False),
        ("eu", "GBR", "2020-01-31", True),
        ("eu", "GBR", "2020-02-01", False),
        ("eu", "HRV", "2013-06-30", False),
        ("g8", "RUS", "2008-07-07", True),
        ("g8", "RUS", "2014-06-04", False),
        ("g7", "RUS", "2008-07-07", False),
        ("brics", "ZAF", "2010-04-15", False),
        ("brics", "ZAF", "2011-04-14", True),
        ("brics", "IRN", "2023-12-31", False),
        ("brics", "IDN", "2025-01-06", True),
        ("asean", "KHM", "1999-04-29", False),
        ("asean", "TLS", "2025-10-26", True),
        ("nato", "FIN", "2023-04-04", True),
        ("nato", "SWE", "2024-03-06", False),
        ("un-p5", "TWN", "1971-10-24", True),
        ("un-p5", "CHN", "1971-10-24", False),
        ("un-p5", "CHN", "1971-10-26", True),
        ("un-p5", "RUS", "1992-01-01", True),
        ("cptpp", "GBR", "2024-12-15", True),
        ("rcep", "KOR", "2022-01-31", False),
        ("rcep", "KOR", "2022-02-01", True),
        ("opec", "QAT", "2019-01-01", False),
        ("opec", "IDN", "2016-06-02", True),
        ("opec", "IDN", "2012-06-14", False),
        ("china-ceec", "LTU", "2021-02-09", True),
        ("china-ceec", "LTU", "2021-06-01", False),
        ("g20", "african-union", "2023-09-10", True),
        ("celac", "BRA", "2021-09-18", False),
        ("celac", "BRA", "2023-01-24", True),
        ("apec", "TWN", "1991-11-12", True),
    ],
)
def test_a_state_belongs_to_a_group_on_its_days(group: str, state: str, day: str, member: bool) -> None:
    assert (state in GAZETTEER.members(group, day)) is member


@pytest.mark.parametrize(
    ("group", "day", "number"),
    [
        ("un-p5", "1960-01-01", 5),
        ("un-p5", "2018-06-22", 5),
        ("asean", "2018-06-22", 10),
        ("eu", "1990-10-03", 12),
        ("eu", "2018-06-22", 28),
        ("eu", "2021-01-01", 27),
        ("nato", "2018-06-22", 29),
        ("nato", "2024-03-07", 32),
        ("g7", "2018-06-08", 7),
        ("g8", "2013-06-17", 8),
        ("sco", "2018-06-09", 8),
        ("sco", "2024-07-04", 10),
        ("brics", "2018-07-25", 5),
        ("brics", "2025-07-06", 10),
        ("apec", "2018-11-17", 21),
        ("g20", "2018-11-30", 20),
        ("cptpp", "2024-12-15", 12),
        ("arab-league", "2018-04-15", 22),
        ("african-union", "2018-07-01", 55),
        ("celac", "2018-01-22", 33),
        ("opec", "2024-01-01", 12),
        ("east-asia-summit", "2018-11-15", 18),
        ("gcc", "2018-06-22", 6),
        ("msmt", "2024-10-16", 11),
    ],
)
def test_a_group_has_its_number_of_members(group: str, day: str, number: int) -> None:
    assert len(set(GAZETTEER.members(group, day))) == number


def test_memberships_are_in_order_and_do_not_overlap() -> None:
    for entity in GAZETTEER:
        last: dict[str, str] = {}
        for member in entity.members:
            assert GAZETTEER.entity(member.state).type in ("state", "territory", "group"), (entity.id, member.state)
            assert member.state not in last or last[member.state] < member.first, (entity.id, member.state)
            last[member.state] = member.last or "9999"


def test_a_group_without_a_list_has_no_members_and_an_unknown_one_is_an_error() -> None:
    assert GAZETTEER.members("focac", "2018-09-03") == ()
    with pytest.raises(UnknownEntity):
        GAZETTEER.members("nobody", "2018-09-03")


@pytest.mark.parametrize(
    ("person", "day", "title"),
    [("mike-pompeo", "2018-04-01", "Director of the CIA"), ("mike-pompeo", "2018-07-06", "Secretary of State")],
)
def test_posts_are_those_of_the_day(person: str, day: str, title: str) -> None:
    titles = [post.title for post in GAZETTEER.posts(person, day)]
    assert title in titles
    assert not {"Director of the CIA", "Secretary of State"} <= set(titles)


@pytest.mark.parametrize(
    ("post", "day", "person"),
    [
        ("usa-state", "2018-07-06", "mike-pompeo"),
        ("secretary of state", "2018-01-02", "rex-tillerson"),
        ("chn-cfac", "2018-06-22", "yang-jiechi"),
        ("kor-blue-house", "2018-04-27", "chung-eui-yong"),
    ],
)
def test_who_held_a_post(post: str, day: str, person: str) -> None:
    assert person in [held for held, _ in GAZETTEER.who_held(post, day)]


def test_nobody_held_what_nobody_knows() -> None:
    assert GAZETTEER.who_held("Keeper of the Seals", "2018-01-01") == ()
