"""Operators: words before an act that change what it is, read from one YAML file a language."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dragoman.extraction.frames import Frame, Pattern, load_frames, read_pattern
from dragoman.extraction.rows import FrameError, read_yaml

FOLDER = Path(__file__).parent / "operators"
SAME, NONE, ANY = "same", "none", "any"


@dataclass(frozen=True)
class Operator:
    """An operator: the frame that it is by itself, and what it makes of an act, by frame, PLOVER code or sort.

    `across`: the target of the act stands between them.
    """

    name: str
    alone: Frame | None
    over: dict[str, str]
    sorts: dict[str, str]
    patterns: tuple[Pattern, ...]
    across: bool = False

    def of(self, act: Frame) -> Frame | None:
        """What the operator makes of an act; None where the words then report no act.

        >>> agree = load_operators("en")["agree"]
        >>> agree.of(load_frames()["release"]).type, agree.of(load_frames()["attack"]).type
        ('promise', 'threaten')
        """
        for key in (act.type, act.plover, self.sorts.get(act.plover, ""), ANY):
            if key in self.over:
                result = self.over[key]
                return act if result == SAME else None if result == NONE else load_frames()[result]
        return act


@lru_cache(maxsize=4)
def load_operators(language: str) -> dict[str, Operator]:
    """The operators of a language by name; none where it has no file."""
    path = FOLDER / f"{language}.yaml"
    if not path.is_file():
        return {}
    data = read_yaml(path, {"sorts", "operators"})
    sorts = {code: sort for sort, codes in data["sorts"].items() for code in codes}
    frames = load_frames()
    found = {}
    for name, row in data["operators"].items():
        if unknown := {row.get("alone"), *row["over"].values()} - {None, SAME, NONE, *frames}:
            raise FrameError(f"{path.name}: {name}: no frame is called {sorted(map(str, unknown))[0]}")
        lines = (
            read_pattern(f"{name}.{language}[{number}]", line, {}, language) for number, line in enumerate(row["say"])
        )
        found[name] = Operator(
            name, frames.get(row.get("alone")), row["over"], sorts, tuple(lines), row.get("across", False)
        )
    return found
