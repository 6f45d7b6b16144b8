"""Ladders of authority: the vehicles of a country's official word, the weightiest first.

A ladder is one file of ladders/; a case may hold its own folder ladders/ with files of the same form, of which each
takes the place of ours with its name. Rungs of two ladders are not compared.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from dragoman.analysis.formulations.faults import FormulationError
from dragoman.analysis.formulations.rows import Row, given, listed, parsed


@dataclass(frozen=True, slots=True)
class Rung:
    """One vehicle. `level` is 1 for the weightiest of its ladder; `source` says who ranks it so, or "convention"."""

    id: str
    ladder: str
    level: int
    title: str
    source: str
    vehicles: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()

    def holds(self, vehicle: str, outlet: str, title: str) -> bool:
        """Whether a source with this vehicle, outlet and title stands on this rung.

        Its outlet must be one of `outlets` (where the rung has any), and its vehicle one of `vehicles` or its title
        hold one of `titles`, whose parts around … follow each other.

        >>> rung = Rung("cn-press", "cn", 5, "press conference", "convention", titles=("发言人…例行记者会",))
        >>> rung.holds("", "", "2020年9月2日外交部发言人华春莹主持例行记者会")
        True
        """
        if self.outlets and outlet not in self.outlets:
            return False
        if vehicle and vehicle.casefold() in (name.casefold() for name in self.vehicles):
            return True
        return any(_in_order(pattern.split("…"), title) for pattern in self.titles)


class Ladders:
    """All rungs at hand, by id, in the order of their ladders and levels."""

    def __init__(self, rungs: Iterable[Rung]) -> None:
        self.rungs = {rung.id: rung for rung in rungs}

    def rung(self, vehicle: str, outlet: str, title: str) -> Rung | None:
        """The first rung that a source stands on: the ones with an outlet before the ones without.

        >>> found = load_ladders().rung("", "外交部", "2020年9月2日外交部发言人华春莹主持例行记者会")
        >>> found.id if found else None
        'cn-press-conference'
        """
        holding = [rung for rung in self.rungs.values() if rung.holds(vehicle, outlet, title)]
        return min(holding, key=lambda rung: not rung.outlets, default=None)

    def title(self, identity: str) -> str:
        """What a rung is called, "" for none."""
        return self.rungs[identity].title if identity in self.rungs else ""


def load_ladders(folder: Path | None = None) -> Ladders:
    """Our ladders with those of a case (its folder ladders/) in their place. Raises FormulationError for a bad row."""
    ours = resources.files("dragoman.analysis.formulations") / "ladders"
    files = {entry.name: (f"dragoman's {entry.name}", entry.read_text("utf-8")) for entry in ours.iterdir()}
    own = folder / "ladders" if folder else None
    if own and own.is_dir():
        files |= {path.name: (f"ladders/{path.name}", path.read_text("utf-8-sig")) for path in own.glob("*.yaml")}
    rungs = [rung for name in sorted(files) if name.endswith(".yaml") for rung in _rungs(*files[name])]
    seen: set[str] = set()
    for rung in rungs:
        if rung.id in seen:
            raise FormulationError(f'ladders: the rung "{rung.id}" stands twice; give each its own id')
        seen.add(rung.id)
    return Ladders(rungs)


def _rungs(path: str, text: str) -> Iterator[Rung]:
    for ladder in parsed(path, text, "ladders"):
        name = given(ladder, "id", path)
        rows: list[Row] = ladder.get("rungs") or []
        for level, row in enumerate(rows, start=1):
            yield Rung(
                given(row, "id", path), name, int(row.get("level", level)), given(row, "title", path),
                given(row, "source", path), listed(row, "vehicles"), listed(row, "titles"),
                listed(row, "outlets") or listed(ladder, "outlets"),
            )  # fmt: skip


def _in_order(parts: Iterable[str], text: str) -> bool:
    at = 0
    for part in parts:
        found = text.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return True
