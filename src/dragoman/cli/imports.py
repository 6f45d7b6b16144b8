"""import: what others coded, into a case."""

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.cases import Folder
from dragoman.cli.console import WrongUse, complain, opened_case, plain


def register(app: typer.Typer) -> None:
    """Add this group's commands."""
    app.command(name="import")(import_)


def import_(
    folder: Folder,
    form: Annotated[str, typer.Argument(metavar="FORMAT", help="icews: rows of day, source, event and target.")],
    file: Annotated[Path, typer.Argument(help="A CSV table, or one in gzip.")],
    name: Annotated[str, typer.Option(help="What `link` calls it (default: the file's name).")] = "",
) -> None:
    """Put a table of coded events into the case, for `link`: tables/NAME.csv, as it came.

    Its columns are found by name (date, source, event or CAMEO code, target). Its events stand in no chronology and no
    brief: nobody has seen their sources. Each keeps the line of its row.
    """
    from dragoman.analysis.event_tables import TableError
    from dragoman.interchange.icews import PASSED, import_icews

    case = opened_case(folder)
    if form != "icews":
        raise WrongUse(f'no format "{form}"; there are: icews')
    try:
        found = import_icews(case, file, name)
    except TableError as error:
        complain(str(error), 3)
    table = found.table
    print(plain(f"{found.path}: {len(table.rows)} events, {found.first} to {found.last}"))
    for line in table.passed[:PASSED]:
        print(plain(f"passed over: {line}"))
    if len(table.passed) > PASSED:
        print(f"and {len(table.passed) - PASSED} rows more passed over")
    if table.unknown:
        print(f"{table.unknown} parties are not in the gazetteer; their events count for the other side alone")
    pairs = Counter((*row.event.actors, *row.event.recipients) for row in table.rows)
    print(plain("most: " + ", ".join(f"{'>'.join(one)} {count}" for one, count in pairs.most_common(6))))
    print(f"ask, for example: dragoman link {folder} --from {table.name}:conflict@USA>CHN "
          f"--to {table.name}:conflict@CHN>USA --hawkes")  # fmt: skip
