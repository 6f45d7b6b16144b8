"""eval: figures over a gold set, as one JSON object."""

import json
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.console import REFUSED, WrongUse, complain

SETS = ("dates", "quantities")


def register(app: typer.Typer) -> None:
    """Add this group's commands."""
    app.command("eval")(evaluate)


def evaluate(
    name: Annotated[str, typer.Argument(metavar="SET", help=f"One of: {', '.join(SETS)}.")],
    data: Annotated[Path, typer.Option(help="The gold set, JSON lines.")],
) -> None:
    """Measure on a gold set and print the figures."""
    from dragoman.languages.evaluation import evaluate_dates, evaluate_quantities

    if name not in SETS:
        raise WrongUse(f'no set "{name}"; there are: {", ".join(SETS)}')
    if not data.is_file():
        raise WrongUse(f"{data}: no such file")
    measure = evaluate_dates if name == "dates" else evaluate_quantities
    try:
        figures = measure(data)
    except ValueError as error:
        complain(f"{data}: {error}", REFUSED)
    print(json.dumps(figures, ensure_ascii=False, indent=2))
