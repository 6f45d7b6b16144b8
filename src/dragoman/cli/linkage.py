"""link: whether one track answers another, tested so that a shared crisis does not count."""

import json
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli.cases import Folder
from dragoman.cli.console import Format, WrongUse, built, opened_case, plain, print_rows
from dragoman.cli.questions import Form

if TYPE_CHECKING:
    from dragoman.analysis.linkage import Measure, Pair, Tested


def register(app: typer.Typer) -> None:
    """Add this group's commands."""
    app.command()(link)


def link(
    folder: Folder,
    acts: Annotated[
        str, typer.Option("--from", metavar="TRACK[:TYPE,…][@ACTOR]", help="The acts: a track or some of it.")
    ],
    answers: Annotated[
        str, typer.Option("--to", metavar="TRACK[:TYPE,…][@ACTOR]", help="What is said to answer them.")
    ],
    window: Annotated[int, typer.Option(min=0, help="An answer counts within so many days.")] = 7,
    period: Annotated[
        str, typer.Option(metavar="FIRST/LAST", help="The days looked at (default: the case's, or its events').")
    ] = "",
    form: Form = Format.table,
) -> None:
    """Whether events of one track follow those of another more than chance and a shared crisis explain.

    The claim is written into the case's tried.jsonl, and every claim on the same two tracks is judged with those tried
    before it.
    """
    from dragoman.analysis.linkage import LinkageError
    from dragoman.opened import OpenedCase

    built(opened_case(folder))
    try:
        found = OpenedCase(folder).link(acts, answers, window, _period(period))
    except (LinkageError, LookupError) as error:
        raise WrongUse(str(error).strip('"')) from error
    if form is Format.table:
        print(plain(f"{found.verdict.word}: {found.verdict.sentence}"))
        print(*(plain(f"note: {caveat}") for caveat in found.verdict.caveats), sep="\n")
    rows = [_row(found.forward, "claimed"), _row(found.reverse, "reverse")]
    if form is Format.json:
        said = {"verdict": found.verdict.word, "sentence": found.verdict.sentence, "caveats": found.verdict.caveats}
        print(
            json.dumps(
                {**said, "tests": rows, "pairs": [_pair(one) for one in found.pairs]}, ensure_ascii=False, indent=2
            )
        )
        return
    print_rows(rows, COLUMNS, form)
    if form is Format.table:
        print()
        print_rows([_pair(one) for one in found.pairs], PAIRS, form)


PAIRS = ("day", "answer", "after", "act", "scale", "id")
COLUMNS = ("claim", "acts", "answers", "followed", "interval", "base rate", "default p", "by offset", "random days p",
           "shifted p", "least p")  # fmt: skip


def _period(words: str) -> tuple[date, date] | None:
    if not words:
        return None
    try:
        first, last = (date.fromisoformat(part) for part in words.split("/"))
    except ValueError as error:
        raise WrongUse(f'--period "{words}": write it as 2018-03-01/2018-07-18') from error
    return first, last


def _pair(pair: "Pair") -> dict[str, Any]:
    scale = [_scale(one) for one in pair.scale]
    return {
        "day": str(pair.answer.first),
        "answer": pair.answer.label,
        "after": None if pair.days is None else f"{pair.days} days" if pair.days != 1 else "1 day",
        "act": pair.act.label if pair.act else "none in the window",
        "mirrored": pair.mirrored,
        "scale": scale,
        "id": pair.answer.id,
        "act id": pair.act.id if pair.act else None,
    }


def _scale(one: "Measure") -> str:
    from dragoman.extraction.labels import quantity_in_words

    act, answer = (" and ".join(dict.fromkeys(quantity_in_words(q) for q in some)) for some in (one.act, one.answer))
    return f"{'the same' if one.same else 'another'} {one.kind.split()[0]}: {act} against {answer}"


def _row(tested: "Tested | None", claim: str) -> dict[str, Any]:
    if tested is None:
        return {"claim": claim}
    return {
        "claim": claim,
        "acts": tested.acts,
        "answers": tested.count,
        "followed": tested.seen,
        "interval": f"{tested.interval[0]:.2f}-{tested.interval[1]:.2f}",
        "base rate": round(tested.base, 3),
        "default p": float(f"{tested.jitter.p:.3g}"),
        "by offset": f"{tested.jitter.low:.3f}-{tested.jitter.high:.3f}",
        "random days p": float(f"{tested.uniform.p:.3g}"),
        "shifted p": float(f"{tested.shift.p:.3g}"),
        "least p": float(f"{tested.jitter.least:.3g}"),
    }
