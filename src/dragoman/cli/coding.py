"""code: what a given source does to a given target, a line for a sentence."""

import json
import sys
from typing import Annotated, Any

import typer

from dragoman.cli.console import REFUSED, WrongUse
from dragoman.cli.texts import lines_of


def register(app: typer.Typer) -> None:
    """Add this group's commands."""
    app.command("code")(code_lines)


def code_lines(
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="A file of JSON lines, or - for standard input.")] = "-",
    lang: Annotated[str | None, typer.Option(help="en, zh, ja or ko (default: told from the script).")] = None,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help='Lines of {"id"?,"sentence","source","target","lang"?}.')
    ] = False,
) -> None:
    """The PLOVER root, quad class and deciding frame of each sentence with a given source and target.

    A line that cannot be read is answered by its error, and the others go on. Where nothing in a sentence fits, the
    frame is null and the root a default.
    """
    from dragoman import languages

    if not jsonl:
        raise WrongUse("code reads JSON lines: give --jsonl, and a file or - for standard input")
    if lang is not None and lang not in languages.LANGUAGES:
        raise WrongUse(f'--lang "{lang}": there are {", ".join(languages.LANGUAGES)}')
    refused = 0
    for number, line in enumerate(lines_of(file), start=1):
        if not line.strip():
            continue
        try:
            answer = _answer(line, lang)
        except ValueError as error:
            refused += 1
            answer = {"id": None, "error": f"line {number}: {error}"}
            print(f"dragoman: {file}, line {number}: {error}", file=sys.stderr)
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
    raise typer.Exit(REFUSED if refused else 0)


def _answer(line: str, lang: str | None) -> dict[str, Any]:
    from dragoman import languages
    from dragoman.extraction import code

    try:
        asked = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"not JSON ({error})") from error
    if not isinstance(asked, dict) or not isinstance(asked.get("sentence"), str):
        raise ValueError('must be an object with a "sentence"')
    parties = [asked.get(name) or "" for name in ("source", "target")]
    if not all(isinstance(party, str) for party in parties):
        raise ValueError('"source" and "target" must be text')
    sentence, source, target = (
        text.encode("utf-8", "replace").decode("utf-8") for text in (asked["sentence"], *parties)
    )
    its = asked.get("lang") or lang or languages.detect(sentence, prior="en")
    if its not in languages.LANGUAGES:
        raise ValueError(f'"lang": there are {", ".join(languages.LANGUAGES)}')
    coded = code(sentence, source, target, its)
    named = {"id": asked["id"]} if "id" in asked else {}
    return {**named, "root": coded.root, "quad": coded.quad, "frame": coded.frame}
