"""annotate: what is read off one text, without a case."""

import json
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from dragoman.cli.console import REFUSED, Format, WrongUse, print_rows


def register(app: typer.Typer) -> None:
    """Add this group's commands."""
    app.command()(annotate)


def annotate(
    file: Annotated[
        str,
        typer.Argument(metavar="FILE|-", help="A source of any kind that is read, or - for text on standard input."),
    ],
    lang: Annotated[str | None, typer.Option(help="zh, en, ja or ko (default: told from the script).")] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day of publication, as 2018-05-09.")
    ] = None,
    jsonl: Annotated[bool, typer.Option("--jsonl", help='Each line is {"id","text","lang"?,"published"?}.')] = False,
    form: Annotated[Format, typer.Option("--format", help="How to print (json: everything).")] = Format.json,
) -> None:
    """Sentences, dates, quantities, names, events and who said what, as JSON with offsets in characters."""
    _checked(lang, published)
    if jsonl:
        raise typer.Exit(_annotate_lines(file, lang, published))
    text, lang, published = _text(file, lang, published)
    shown = _annotation(text, lang, published)
    if form is Format.json:
        print(json.dumps(shown, ensure_ascii=False, indent=2))
        return
    rows = [
        {"start": one["start"], "kind": kind, "text": one.get("text", one.get("quote")), "read as": _read_as(kind, one)}
        for kind, found in shown.items()
        if kind not in ("lang", "published", "sentences")
        for one in found
    ]
    rows.sort(key=lambda row: (row["start"], row["kind"]))
    print_rows(rows, ("start", "kind", "text", "read as"), form, "Nothing was found in it.")


def _read_as(kind: str, one: dict[str, Any]) -> str:
    return _READ_AS[kind](one)


def _quantity(one: dict[str, Any]) -> str:
    parts = (one["kind"], one["low"], one["high"], one["unit"], one["currency"])
    return " ".join(str(part) for part in parts if part is not None)


def _event(one: dict[str, Any]) -> str:
    parties = f"{', '.join(one['actors'])} → {', '.join(one['recipients'])}"
    return f"{one['type']}: {parties}; {one['from']}/{one['to']}; {one['status']}; {one['frame']}"


def _statement(one: dict[str, Any]) -> str:
    through = f", through {one['reported_by']}" if one["reported_by"] else ""
    return f"{one['speaker'] or one['speaker_text']} ({one['manner']}, {one['form']}{through}); {one['verb']}"


_READ_AS: dict[str, Callable[[dict[str, Any]], str]] = {
    "dates": lambda one: f"{one['from']}/{one['to']} ({one['precision']}, {one['basis']})",
    "quantities": _quantity,
    "mentions": lambda one: f"{one['id']} ({one['type']})",
    "events": _event,
    "statements": _statement,
    "attendance": lambda one: f"{one['person'] or one['name']} {one['role']} ({one['order']}); {one['line']}",
    "signatures": lambda one: f"{one['party'] or one['name']} {one['action']}; {one['line']}",
    "appointments": lambda one: f"{one['person'] or one['name']} {one['action']}: {one['post']}; {one['line']}",
    "candidates": lambda one: f"{one['kind']}, {one['count']} times; {one['line']}",
}


def _text(file: str, lang: str | None, published: str | None) -> tuple[str, str | None, str | None]:
    if file == "-":
        return _standard_input(), lang, published
    from dragoman.sources import limits_from, read_file

    path = Path(file)
    if not path.is_file():
        raise WrongUse(f"{file}: no such file")
    read = read_file(path, limits_from(()))
    readable = [document for document in read.documents if document.state != "refused"]
    if not readable:
        print(f"dragoman: {file}: {read.refused or 'nothing in it can be read'}", file=sys.stderr)
        raise typer.Exit(REFUSED)
    if len(readable) > 1:
        raise WrongUse(f"{file}: holds {len(readable)} documents; put it into a case, or give --jsonl lines")
    for line in readable[0].warnings:
        print(f"dragoman: {file}: {line}", file=sys.stderr)
    return readable[0].text, lang or readable[0].language, published or readable[0].published


def _standard_input() -> str:
    return sys.stdin.buffer.read().decode("utf-8", errors="replace").replace("\x00", "\N{REPLACEMENT CHARACTER}")


def _annotation(text: str, lang: str | None, published: str | None) -> dict[str, Any]:
    from dragoman import extraction, languages
    from dragoman.interchange import annotation

    language = lang if lang in languages.LANGUAGES else languages.detect(text, prior=lang)
    day = _day(published)
    return {"lang": language, "published": published, **annotation(extraction.observe(text, language, day))}


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published) if published else None
    except ValueError:
        return None  # a month or a year: no day to reckon from


def _checked(lang: str | None, published: str | None) -> None:
    from dragoman import languages

    if lang is not None and lang not in languages.LANGUAGES:
        raise WrongUse(f'--lang "{lang}": there are {", ".join(languages.LANGUAGES)}')
    if published is not None and _day(published) is None:
        raise WrongUse(f'--published "{published}": not a day; write it as 2018-05-09')


def _annotate_lines(file: str, lang: str | None, published: str | None) -> int:
    """One answer a line, in order; a bad line is answered by its error, and the others go on."""
    refused = 0
    for number, line in enumerate(lines_of(file), start=1):
        if not line.strip():
            continue
        answer: dict[str, Any]
        try:
            answer = _answer(line, lang, published)
        except (ValueError, WrongUse) as error:
            refused += 1
            answer = {"id": None, "error": f"line {number}: {error}"}
            print(f"dragoman: {file}, line {number}: {error}", file=sys.stderr)
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
    return REFUSED if refused else 0


def lines_of(file: str) -> Iterator[str]:
    """The lines of a file, or of standard input for "-"."""
    if file == "-":
        for line in sys.stdin.buffer:
            yield line.decode("utf-8", errors="replace")
        return
    path = Path(file)
    if not path.is_file():
        raise WrongUse(f"{file}: no such file")
    with path.open(encoding="utf-8", errors="replace", newline="\n") as lines:
        yield from lines


def _answer(line: str, lang: str | None, published: str | None) -> dict[str, Any]:
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"not JSON ({error})") from error
    if not isinstance(asked, dict) or not isinstance(asked.get("text"), str):
        raise ValueError('must be an object with a "text"')
    its_lang, its_published = asked.get("lang") or lang, asked.get("published") or published
    for name, value in (("lang", its_lang), ("published", its_published)):
        if value is not None and not isinstance(value, str):
            raise ValueError(f'"{name}" must be text')
    text = asked["text"].encode("utf-8", "replace").decode("utf-8")
    _checked(its_lang, its_published)
    return {"id": asked.get("id"), **_annotation(text, its_lang, its_published)}
