"""Cases made of a few notices of our own, and what they hold of who reported what."""

from pathlib import Path

from dragoman import engines
from dragoman.analysis.reportage import Reportage
from dragoman.engines.reporting import reportage
from dragoman.sources import create_case, load_case
from dragoman.store import open_store

Notice = tuple[str, str, str, dict[str, str]]
"""A text, its language, its day of issue, and what else its record says."""


def reportage_of(folder: Path, notices: dict[str, Notice]) -> Reportage:
    """What a case of these notices, by key, holds."""
    create_case(folder, "Reporting")
    for key, (text, language, issued, record) in notices.items():
        (folder / "sources" / f"{key}.txt").write_text(text + "\n", "utf-8")
        fields = {"key": key, "language": language, "issued": issued, **record}
        lines = "".join(f'{name} = "{value}"\n' for name, value in fields.items() if value)
        (folder / "sources" / f"{key}.toml").write_text(lines, "utf-8")
    return of_case(folder)


def of_case(folder: Path) -> Reportage:
    """What the case in a folder holds."""
    case = load_case(folder)
    engines.build(case, 1)
    with open_store(case.store) as store:
        return reportage(case, store)
