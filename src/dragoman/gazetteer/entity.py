"""What the gazetteer knows about one state, territory, place, organ, person or group."""

from dataclasses import dataclass, field

from dragoman.gazetteer.context import Rule


def within(day: str, first: str, last: str | None) -> bool:
    """Whether an ISO day lies between two dates; one known to the month or year counts as a whole.

    >>> within("2018-06-22", "2018-03", None), within("2018-06-22", "2013", "2018")
    (True, True)
    """
    return first <= day and (last is None or day[: len(last)] <= last)


@dataclass(frozen=True, slots=True)
class Post:
    """A post that a person held: title in English, the organ or state it belongs to, first and last ISO date.

    A date may be a year or a month only; `last` is None where the post is still held.
    """

    title: str
    of: str
    first: str
    last: str | None = None

    def held_on(self, day: str) -> bool:
        """Whether the post was held on this ISO day; a date known to the month or year counts as a whole.

        >>> Post("Premier", "chn-state-council", "2013-03-15", "2023-03-11").held_on("2018-06-22")
        True
        """
        return within(day, self.first, self.last)


@dataclass(frozen=True, slots=True)
class Membership:
    """A state's membership of a group, from the first ISO date (or year) to the last; None where it still lasts."""

    state: str
    first: str
    last: str | None = None

    def held_on(self, day: str) -> bool:
        """Whether the state was a member on this ISO day.

        >>> Membership("GBR", "1973-01-01", "2020-01-31").held_on("2020-02-01")
        False
        """
        return within(day, self.first, self.last)


@dataclass(frozen=True, slots=True)
class Entity:
    """One row: id, type, the state it belongs to, its names by language (the first is the one shown), and its source.

    `type` is state, territory, place, person, organ, group or document. `family` holds the names by which a person is
    called once the full name was given. `capital` marks a city that stands for its government, `outlet` an organ of the
    press; `within` is the city of a venue. `parent` and `predecessor` are organs; `first` and `last` bound the years in
    which an organ, a group or a document lived; `date` is the day a document was made, `parties` those who made it;
    `members` are the states of a group. `when` holds the rules of names that count only in some texts. `where` is the
    file and row it was read from.
    """

    id: str
    type: str
    state: str | None
    names: dict[str, tuple[str, ...]]
    source: str
    family: dict[str, tuple[str, ...]] = field(default_factory=dict)
    posts: tuple[Post, ...] = ()
    group: str | None = None
    capital: bool = False
    outlet: bool = False
    within: str | None = None
    parent: str | None = None
    predecessor: str | None = None
    first: str | None = None
    last: str | None = None
    date: str | None = None
    parties: tuple[str, ...] = ()
    members: tuple[Membership, ...] = ()
    when: tuple[Rule, ...] = ()
    where: str = field(default="", compare=False)

    def existed_on(self, day: str) -> bool:
        """Whether an organ or group existed on this ISO day; true where its row gives no dates.

        >>> from dragoman.gazetteer import load
        >>> load().entity("chn-falg").existed_on("2018-06-22"), load().entity("chn-cfac").existed_on("2018-06-22")
        (False, True)
        """
        return within(day, self.first or "", self.last)
