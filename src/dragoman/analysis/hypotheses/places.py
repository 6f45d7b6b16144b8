"""On which line of a TOML file a table begins, and each of its keys."""

import re
from dataclasses import dataclass, field

_HEADER = re.compile(r"\s*\[\[\s*(\w+)\s*\]\]")
_TABLE = re.compile(r"\s*\[[^\[]*?\.\s*(\w+)\s*\]")
_KEY = re.compile(r"""\s*(?:[\w-]+\s*\.\s*)*["']?([\w-]+)["']?\s*=""")
_LONG = re.compile(r'"""|' + "'''")


@dataclass(slots=True)
class Place:
    """One [[table]]: its name, the line it begins on, the first line of each key in it."""

    name: str
    line: int
    keys: dict[str, int] = field(default_factory=dict)

    def of(self, key: str) -> int:
        """The line of a key; the table's where the key is not there."""
        return self.keys.get(key, self.line)


def places(text: str) -> dict[str, list[Place]]:
    """The [[tables]] of a file by name, in order; what stands inside long texts is passed over.

    >>> found = places('[[evidence]]\\nid = "E1"\\n[evidence.cells]\\nH1 = ["C", "x"]\\n')["evidence"][0]
    >>> found.line, found.of("H1"), found.of("cite")
    (1, 4, 1)
    """
    found: dict[str, list[Place]] = {}
    at: Place | None = None
    inside = ""
    for number, line in enumerate(text.split("\n"), 1):
        if not inside:
            if header := _HEADER.match(line):
                at = Place(header[1], number)
                found.setdefault(at.name, []).append(at)
            elif at and (key := _TABLE.match(line) or _KEY.match(line)):
                at.keys.setdefault(key[1], number)
        for sign in _LONG.findall(line):
            inside = "" if inside == sign else inside or sign
    return found
