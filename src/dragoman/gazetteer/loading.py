"""The gazetteer of the package, read from its data files, and its digest."""

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from dragoman.gazetteer.contested import read_forms
from dragoman.gazetteer.entity import Entity
from dragoman.gazetteer.errors import GazetteerError
from dragoman.gazetteer.lookup import Gazetteer
from dragoman.gazetteer.rows import read_rows
from dragoman.gazetteer.short_forms import read_short_forms

DATA = Path(__file__).parent / "data"
FILES = ("states.yaml", "places.yaml", "organs.yaml", "groups.yaml", "documents.yaml")


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
    rows = _by_id(entity for path in paths for entity in read_rows(path))
    if extra is not None:
        if not extra.exists():
            raise GazetteerError(f"{extra.name}: there is no such file; give the path of a YAML file of rows")
        added = _by_id(read_rows(extra))
        rows = added | {identifier: entity for identifier, entity in rows.items() if identifier not in added}
    _refer(rows)
    return Gazetteer(
        tuple(rows.values()),
        DATA / "guards.yaml",
        read_short_forms(DATA / "short_forms.yaml"),
        read_forms(DATA / "contested.yaml", rows),
    )


def _by_id(entities: Iterable[Entity]) -> dict[str, Entity]:
    rows: dict[str, Entity] = {}
    for entity in entities:
        if entity.id in rows:
            raise GazetteerError(f"{entity.where}: the id has a row already ({rows[entity.id].where}); keep one")
        rows[entity.id] = entity
    return rows


def _refer(rows: dict[str, Entity]) -> None:
    """Every state, group, organ and party that a row names must have a row."""
    for entity in rows.values():
        named = [entity.state, entity.group, entity.within, entity.parent, entity.predecessor, *entity.parties]
        named += [post.of for post in entity.posts]
        named += [member.state for member in entity.members]
        named += [mentioned for rule in entity.when for mentioned in rule.mentions]
        for name in named:
            if name is not None and name not in rows:
                raise GazetteerError(f"{entity.where} names {name!r}, which has no row; add it or mend the name")


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
