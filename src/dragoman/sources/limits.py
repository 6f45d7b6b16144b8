"""How much one file may ask of the machine: every bound is a named setting."""

from collections.abc import Iterable
from dataclasses import dataclass, fields

from dragoman.sources.errors import CaseError, nearest


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds within which files are read. `case.toml` may set any of them by name under `[limits]`.

    A file, member or row beyond a bound is listed with the bound's name and value; the others are read.

    >>> Limits().html_depth
    2000
    """

    seconds: float = 60.0
    """Time for one file, in seconds by the wall clock, from request to answer."""
    memory_megabytes: float = 1536
    """Address space of the reading process, in 2**20 bytes (where the system can bound it)."""
    file_megabytes: float = 100
    """Size of one file, and of one member of an archive once unpacked, in 2**20 bytes."""
    html_depth: float = 2000
    """How deep tags may be nested in an HTML page."""
    archive_members: float = 10000
    """Documents in one archive, those of archives inside it counted too."""
    archive_depth: float = 3
    """Archives within archives: 1 reads an archive but none inside it."""
    inflation_ratio: float = 200
    """How many times its packed size a member may become (members under one megabyte are not judged)."""
    inflated_megabytes: float = 500
    """What one archive, with those inside it, may become in all, in 2**20 bytes."""
    rows: float = 500000
    """Rows (documents) of one table."""
    field_characters: float = 10000000
    """Characters in one field of a table."""
    pdf_pages: float = 5000
    """Pages of one PDF."""
    sidecar_kilobytes: float = 1024
    """Size of one sidecar record, in 2**10 bytes."""
    yield_share: float = 0.99
    """The share of independently counted characters below which a document is marked partial."""

    def said(self, name: str) -> str:
        """How a refusal names a bound and tells where it is set.

        >>> Limits().said("rows")
        'the limit rows = 500000 (case.toml, [limits] rows)'
        """
        value = float(getattr(self, name))
        shown = str(int(value)) if value.is_integer() else str(value)
        return f"the limit {name} = {shown} (case.toml, [limits] {name})"


def limits_from(pairs: Iterable[tuple[str, float]]) -> Limits:
    """The limits with some of them set otherwise, as `Case.limits` holds them.

    Raises CaseError for an unknown name (naming the nearest known one) and for a value that is not above zero.

    >>> limits_from([("seconds", 5)]).seconds
    5
    """
    known = [field.name for field in fields(Limits)]
    chosen: dict[str, float] = {}
    for name, value in pairs:
        if name not in known:
            raise CaseError(f'case.toml, [limits]: unknown key "{name}"{nearest(name, known)}')
        if not 0 < value < float("inf"):
            raise CaseError(f'case.toml, [limits]: "{name}" must be a number above 0, and is {value}')
        chosen[name] = value
    return Limits(**chosen)
