"""The gazetteer: entities by id, and names found in text."""

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from dragoman.gazetteer.called import called_by_family
from dragoman.gazetteer.entity import Entity, GazetteerError, UnknownEntity
from dragoman.gazetteer.names import NameIndex
from dragoman.gazetteer.rows import read_rows
from dragoman.gazetteer.short_forms import ShortForms, read_short_forms
from dragoman.model import Mention

DATA = Path(__file__).parent / "data"
FILES = ("states.yaml", "places.yaml", "organs.yaml", "groups.yaml")


class Gazetteer:
    """Entities by id, and their names found in text.

    >>> load().name("PRK", "ja")
    '北朝鮮'
    """

    def __init__(self, entities: tuple[Entity, ...], guards: Path, short_forms: dict[str, ShortForms]) -> None:
        self._entities = {entity.id: entity for entity in entities}
        self._guards = guards
        self._short_forms = short_forms
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

        >>> load().state_of("kim-jong-un"), load().state_of("dalian"), load().state_of("asean")
        ('PRK', 'CHN', None)
        """
        return self.entity(identifier).state

    def find(self, text: str, lang: str | None = None) -> list[Mention]:
        """The names in a text, in order, none overlapping; offsets count code points.

        `lang` ("en", "zh", "ja", "ko") limits the names to those used in that language, and Latin ones; None tries all.
        A two-sided word (中美, 북미) gives a mention for each of its characters.

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
        persons = {entity for _, _, entity in found if self._entities[entity].family}
        if persons:
            found += called_by_family(text, lang, found, [self._entities[person] for person in sorted(persons)])
        found.sort()
        return [Mention(a, b, text[a:b], entity, self._entities[entity].type) for a, b, entity in found]

    def _index(self, lang: str | None) -> NameIndex:
        if lang not in self._indexes:
            self._indexes[lang] = NameIndex(self._entities.values(), lang, self._guards)
        return self._indexes[lang]


def load(extra: Path | None = None) -> Gazetteer:
    """The gazetteer of the package; rows of the YAML file `extra` are added, and take the place of rows with their id.

    GazetteerError names the file and row of anything that cannot be read. The result is kept for the next call.

    >>> len(load()) > 400
    True
    """
    return _load(extra, extra.stat().st_mtime_ns if extra is not None and extra.exists() else 0)


@lru_cache(maxsize=8)
def _load(extra: Path | None, _changed: int) -> Gazetteer:
    paths = [*(DATA / name for name in FILES), *sorted((DATA / "people").glob("*.yaml"))]
    rows = [entity for path in paths for entity in read_rows(path)]
    seen: set[str] = set()
    for entity in rows:
        if entity.id in seen:
            raise GazetteerError(f"the id {entity.id!r} has two rows; keep one")
        seen.add(entity.id)
    if extra is not None:
        if not extra.exists():
            raise GazetteerError(f"{extra.name}: there is no such file; give the path of a YAML file of rows")
        added = read_rows(extra)
        replaced = {entity.id for entity in added}
        rows = [*added, *(entity for entity in rows if entity.id not in replaced)]
    _refer(rows)
    return Gazetteer(tuple(rows), DATA / "guards.yaml", read_short_forms(DATA / "short_forms.yaml"))


def _refer(rows: list[Entity]) -> None:
    """Every state, group and organ that a row names must have a row."""
    known = {entity.id for entity in rows}
    for entity in rows:
        named = [entity.state, entity.group, entity.within, *(post.of for post in entity.posts)]
        for name in named:
            if name is not None and name not in known:
                raise GazetteerError(f"row {entity.id!r} names {name!r}, which has no row; add it or mend the name")


@lru_cache(maxsize=1)
def digest() -> str:
    """Twelve hexadecimal digits of SHA-256 over the data files: it changes when any row does.

    >>> len(digest())
    12
    """
    total = hashlib.sha256()
    for path in sorted(DATA.rglob("*.yaml")):
        total.update(path.name.encode())
        total.update(path.read_bytes())
    return total.hexdigest()[:12]
