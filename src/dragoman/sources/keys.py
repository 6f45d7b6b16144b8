"""What each source is cited by: one key, one source."""

from collections.abc import Iterable


class Keys:
    """Gives out keys, first come first served; a source whose key is taken is cited by its whole path.

    >>> keys = Keys()
    >>> keys.give("a.txt", "a", "file name"), keys.give("b/a.txt", "a", "file name")
    (('a', None), ('b/a.txt', None))
    >>> keys.give("c.txt", "a", "sidecar c.toml")
    ('c.txt', 'the key "a" (sidecar c.toml) is taken by a.txt; give each record its own (cited as c.txt until then)')
    """

    def __init__(self) -> None:
        self._owners: dict[str, str] = {}

    def give(self, path: str, key: str, basis: str) -> tuple[str, str | None]:
        """The key for a source, and a line where a record's claim was refused."""
        owner = self._owners.setdefault(key, path)
        if owner == path:
            return key, None
        self._owners.setdefault(path, path)
        if not basis.startswith("sidecar"):
            return path, None
        return (
            path,
            f'the key "{key}" ({basis}) is taken by {owner}; give each record its own (cited as {path} until then)',
        )


def unique_keys(claims: Iterable[tuple[str, str, str]]) -> tuple[dict[str, str], tuple[str, ...]]:
    """The key of each source, from (path, key, basis) as read; records' claims go before file names, else by path.

    For a build that reads only what changed: ask again over all sources that the store holds. Returns the keys by
    path, and a line for each record whose claim was refused.

    >>> unique_keys([("a.txt", "n1", "file name"), ("b.txt", "n1", "sidecar b.toml")])
    ({'b.txt': 'n1', 'a.txt': 'a.txt'}, ())
    """
    keys, lines = Keys(), []
    given: dict[str, str] = {}
    for path, key, basis in sorted(claims, key=lambda claim: (not claim[2].startswith("sidecar"), claim[0])):
        given[path], line = keys.give(path, key, basis)
        if line:
            lines.append(f"sources/{path}: {line}")
    return given, tuple(lines)
