"""The gazetteer: entities by id, and names found in text."""

from collections.abc import Iterator
from pathlib import Path

from dragoman.gazetteer.alone import Leaders
from dragoman.gazetteer.bare import without_others
from dragoman.gazetteer.called import called_by_family
from dragoman.gazetteer.contested import Form
from dragoman.gazetteer.entity import Entity, Post
from dragoman.gazetteer.errors import UnknownEntity
from dragoman.gazetteer.names import NameIndex
from dragoman.gazetteer.short_forms import ShortForms
from dragoman.model import Mention


class Gazetteer:
    """Entities by id, and their names found in text.

    >>> from dragoman.gazetteer import load
    >>> load().name("PRK", "ja")
    '北朝鮮'
    """

    def __init__(
        self,
        entities: tuple[Entity, ...],
        guards: Path,
        short_forms: dict[str, ShortForms],
        forms: dict[str, tuple[Form, ...]],
    ) -> None:
        self._entities = {entity.id: entity for entity in entities}
        self._guards = guards
        self._short_forms = short_forms
        self._forms = forms
        self._leaders = Leaders([entity for entity in entities if entity.family and entity.posts])
        self._indexes: dict[str | None, NameIndex] = {}

    def __iter__(self) -> Iterator[Entity]:
        """The entities, in the order of the files."""
        return iter(self._entities.values())

    def __len__(self) -> int:
        return len(self._entities)

    def __contains__(self, entity: str) -> bool:
        return entity in self._entities

    def entity(self, identifier: str) -> Entity:
        """The row with this id; UnknownEntity where there is none.

        >>> from dragoman.gazetteer import load
        >>> load().entity("yang-jiechi").posts[-1].title
        'Director of the Office of the Central Foreign Affairs Commission'
        """
        try:
            return self._entities[identifier]
        except KeyError:
            raise UnknownEntity(identifier) from None

    def name(self, identifier: str, lang: str = "en") -> str:
        """The name to show in a language, in English where there is none; UnknownEntity for an unknown id."""
        names = self.entity(identifier).names
        return (names.get(lang) or names.get("en") or next(iter(names.values())))[0]

    def state_of(self, identifier: str) -> str | None:
        """The id of the state (or territory) that it belongs to, itself for a state, None for a group.

        >>> from dragoman.gazetteer import load
        >>> load().state_of("kim-jong-un"), load().state_of("dalian"), load().state_of("asean")
        ('PRK', 'CHN', None)
        """
        return self.entity(identifier).state

    def members(self, group: str, day: str) -> tuple[str, ...]:
        """The ids of a group's members on an ISO day, in the order of its row; empty where the row lists none.

        >>> from dragoman.gazetteer import load
        >>> "GBR" in load().members("eu", "2020-01-31"), "GBR" in load().members("eu", "2020-02-01")
        (True, False)
        """
        return tuple(member.state for member in self.entity(group).members if member.held_on(day))

    def posts(self, person: str, day: str) -> tuple[Post, ...]:
        """The posts that a person held on an ISO day, in the order of the row.

        >>> from dragoman.gazetteer import load
        >>> "State Councilor" in [post.title for post in load().posts("yang-jiechi", "2014-11-28")]
        True
        """
        return tuple(post for post in self.entity(person).posts if post.held_on(day))

    def who_held(self, post: str, day: str) -> tuple[tuple[str, Post], ...]:
        """The people who held posts on an ISO day, each with the post, in the order of the files.

        `post` is the id of an organ or state (all its posts that are known), or a title as the rows give it.

        >>> from dragoman.gazetteer import load
        >>> [person for person, _ in load().who_held("Chair of the Central Foreign Affairs Commission", "2018-06-22")]
        ['xi-jinping']
        """
        title = post.casefold()
        return tuple(
            (entity.id, held)
            for entity in self
            for held in entity.posts
            if held.held_on(day) and (held.of == post or held.title.casefold() == title)
        )

    def forms(self, entity: str) -> tuple[Form, ...]:
        """What speakers call a disputed row or topic, in the order of the file; empty where nothing is listed.

        >>> from dragoman.gazetteer import load
        >>> [form.speakers for form in load().forms("dokdo") if form.form == "竹島"]
        [('JPN',)]
        """
        return self._forms.get(entity, ())

    def disputed(self) -> tuple[str, ...]:
        """The ids of rows and the topics whose name is disputed, in the order of the file.

        >>> from dragoman.gazetteer import load
        >>> load().disputed()[0], "ukraine-war" in load().disputed()
        ('TWN', True)
        """
        return tuple(self._forms)

    def find(self, text: str, lang: str | None = None, day: str | None = None) -> list[Mention]:
        """The names in a text, in order, none overlapping; offsets count code points.

        `lang` ("en", "zh", "ja", "ko") limits the names to those used in that language, and Latin ones; None tries all.
        With the ISO `day` of an English text, the family name alone of whoever leads a state on it counts too.
        A two-sided word (中美, 북미) gives a mention for each of its characters.

        >>> from dragoman.gazetteer import load
        >>> [(m.text, m.entity) for m in load().find("米朝首脳会談", "ja")]
        [('米', 'USA'), ('朝', 'PRK')]
        """
        found = self._index(lang).find(text)
        for language, forms in self._short_forms.items():
            if lang in (None, language):
                taken = bytearray(len(text))
                for start, end, _ in found:
                    taken[start:end] = b"\x01" * (end - start)
                found += forms.find(text, taken)
        found.sort()
        found = without_others(text, found, self._entities)
        persons = {entity for _, _, entity in found if self._entities[entity].family}
        if persons:
            found += called_by_family(text, lang, found, [self._entities[person] for person in sorted(persons)])
        if lang == "en" and day is not None:
            found += self._leaders.alone(text, day, found)
        found.sort()
        return [Mention(a, b, text[a:b], entity, self._entities[entity].type) for a, b, entity in found]

    def _index(self, lang: str | None) -> NameIndex:
        if lang not in self._indexes:
            self._indexes[lang] = NameIndex(self._entities.values(), lang, self._guards)
        return self._indexes[lang]
