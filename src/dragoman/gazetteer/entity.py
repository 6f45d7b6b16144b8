"""What the gazetteer knows about one state, territory, place, organ, person or group."""

from dataclasses import dataclass, field


class GazetteerError(ValueError):
    """A row of the gazetteer's data cannot be read; the message names the file, the row and the cure."""


class UnknownEntity(KeyError):
    """No row of the gazetteer has this id."""

    def __init__(self, entity: str) -> None:
        super().__init__(entity)
        self.entity = entity

    def __str__(self) -> str:
        return f"the gazetteer has no entity {self.entity!r}; add a row for it to a gazetteer file"


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
        return self.first <= day and (self.last is None or day[: len(self.last)] <= self.last)


@dataclass(frozen=True, slots=True)
class Entity:
    """One row: id, type, the state it belongs to, its names by language (the first is the one shown), and its source.

    `type` is state, territory, place, person, organ or group. `family` holds the names by which a person is called once
    the full name was given. `capital` marks a city that stands for its government, `outlet` an organ of the press;
    `within` is the city of a venue.
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
