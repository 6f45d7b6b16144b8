"""The program's entry: its commands, and how it ends.

It exits 0 when done, 1 when there are findings against you, 2 for wrong use, 3 when an input was refused.
"""

import sys

import typer

from dragoman.cli import (
    briefs,
    cases,
    coding,
    decisions,
    deeds,
    doctrine,
    example,
    exports,
    formulations,
    freezing,
    hypotheses,
    imports,
    ledgers,
    linkage,
    measures,
    names,
    omissions,
    questions,
    readouts,
    rounds,
    texts,
    watching,
)
from dragoman.cli.console import WrongUse, complain
from dragoman.sources import CaseError
from dragoman.store import StoreError

app = typer.Typer(
    name="dragoman",
    help="Official sources in Chinese, English, Japanese and Korean, turned into findings that anyone can check.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for group in (
    example,
    cases,
    questions,
    decisions,
    names,
    texts,
    coding,
    formulations,
    freezing,
    hypotheses,
    imports,
    doctrine,
    deeds,
    readouts,
    omissions,
    linkage,
    rounds,
    watching,
    ledgers,
    briefs,
    exports,
    measures,
):
    group.register(app)


def main() -> None:
    """Run the program, and say what went wrong in a line, never with a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    except WrongUse as error:
        complain(str(error), 2)
    except (CaseError, StoreError) as error:
        complain(str(error), 3)
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(0) from None
    except KeyboardInterrupt:
        complain("stopped; what was read so far is kept, and the next build goes on from there", 130)
    except OSError as error:
        complain(f"{error.filename or 'the system'}: {error.strerror or error}", 3)
