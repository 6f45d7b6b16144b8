"""eval: figures over a gold set, as one JSON object."""

import json
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.console import REFUSED, WrongUse, complain

SETS = ("dates", "quantities", "passages", "events", "plv", "readouts")
HALVES = ("all", "even", "odd")


def register(app: typer.Typer) -> None:
    """Add this group's commands."""
    app.command("eval")(evaluate)


def evaluate(
    name: Annotated[str, typer.Argument(metavar="SET", help=f"One of: {', '.join(SETS)}.")],
    data: Annotated[
        Path,
        typer.Option(
            help="The gold set: JSON lines (passages, events, readouts: or the folder of them); for plv a table."
        ),
    ],
    half: Annotated[str, typer.Option(help=f"plv only, by the ids; one of: {', '.join(HALVES)}.")] = "all",
) -> None:
    """Measure on a gold set and print the figures."""
    from dragoman.analysis.readouts.evaluation import evaluate_readouts
    from dragoman.extraction.evaluation import evaluate_events
    from dragoman.extraction.plover import evaluate_plv
    from dragoman.languages.evaluation import evaluate_dates, evaluate_quantities
    from dragoman.languages.passages import evaluate_passages

    if half not in HALVES or (half != "all" and name != "plv"):
        raise WrongUse(f'--half "{half}": goes with plv, and is one of: {", ".join(HALVES)}')
    if name not in SETS:
        raise WrongUse(f'no set "{name}"; there are: {", ".join(SETS)}')
    if not data.exists():
        raise WrongUse(f"{data}: no such file")
    measures = {
        "dates": evaluate_dates,
        "quantities": evaluate_quantities,
        "passages": evaluate_passages,
        "events": evaluate_events,
        "readouts": evaluate_readouts,
    }
    try:
        figures = evaluate_plv(data, half) if name == "plv" else measures[name](data)
    except (ValueError, IsADirectoryError) as error:
        complain(f"{data}: {error}", REFUSED)
    print(json.dumps(figures, ensure_ascii=False, indent=2))
