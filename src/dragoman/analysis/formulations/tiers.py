"""The scale of heat: a share of a period's documents as one of six tiers, and jumps of two tiers at once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from dragoman.analysis.formulations.faults import FormulationError
from dragoman.analysis.formulations.rows import given, rows_of

JUMP = 2  # tiers passed at once that are worth a word (the China Media Project's monthly tracker calls them out)


@dataclass(frozen=True, slots=True)
class Tier:
    """One tier: every share of at least `share` (and above none) that no hotter tier takes."""

    name: str
    english: str
    share: float
    source: str


@dataclass(frozen=True, slots=True)
class Jump:
    """Two neighbouring periods with two tiers or more between them; `tiers` is negative for cooling."""

    before: str
    after: str
    from_tier: str
    to_tier: str
    tiers: int


class Scale:
    """Tiers, hottest first."""

    def __init__(self, tiers: Iterable[Tier]) -> None:
        self.tiers = tuple(sorted(tiers, key=lambda tier: -tier.share))
        if not self.tiers:
            raise FormulationError("tiers.yaml: no tier in it; give at least one with a name and a share")

    def tier(self, share: float) -> Tier | None:
        """The tier of a share between 0 and 1; None for a share of 0, or below every line.

        >>> scale = load_scale()
        >>> [tier.name if (tier := scale.tier(share)) else None for share in (0.06, 0.0129, 0.00001, 0)]
        ['沸', '烫', '冷', None]
        """
        if share <= 0:
            return None
        return next((tier for tier in self.tiers if share >= tier.share), None)

    def jumps(self, shares: Iterable[tuple[str, float]]) -> Iterator[Jump]:
        """Jumps between neighbouring periods, each given as (period, share); no use at all stands below the coldest.

        >>> [(jump.after, jump.tiers) for jump in load_scale().jumps([("2020", 0.0001), ("2021", 0.02)])]
        [('2021', 4)]
        """
        for (before, earlier), (after, later) in pairwise(shares):
            up = self._height(later) - self._height(earlier)
            if abs(up) >= JUMP:
                yield Jump(before, after, self._name(earlier), self._name(later), up)

    def _height(self, share: float) -> int:
        tier = self.tier(share)
        return 0 if tier is None else len(self.tiers) - self.tiers.index(tier)

    def _name(self, share: float) -> str:
        tier = self.tier(share)
        return tier.name if tier else "not used"


def load_scale(folder: Path | None = None) -> Scale:
    """The scale of a case (its own tiers.yaml where it has one), else ours. Raises FormulationError for a bad row."""
    path, rows = rows_of("tiers.yaml", "tiers", folder)
    return Scale(
        Tier(
            given(row, "name", path), str(row.get("english", "")), _share(row, path),
            str(row.get("source", "the case's own")),
        ) for row in rows
    )  # fmt: skip


def _share(row: dict[str, object], path: str) -> float:
    share = row.get("share")
    if isinstance(share, bool) or not isinstance(share, int | float) or not 0 <= share <= 1:
        raise FormulationError(f'{path}: the tier "{row.get("name")}" needs a share from 0 to 1, and has {share!r}')
    return float(share)
