"""link: whether one track answers another, tested so that a shared crisis does not count."""

import json
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli.cases import Folder
from dragoman.cli.console import Format, WrongUse, built, opened_case, plain, print_rows
from dragoman.cli.questions import Form

if TYPE_CHECKING:
    from dragoman.analysis.linkage import Pair, Tested
    from dragoman.engines.linking import Link
    from dragoman.opened import OpenedCase


SIDE = "TRACK[:TYPE,…][@ACTOR[>RECIPIENT]]"


def register(app: typer.Typer) -> None:
    """Add this group's commands."""
    app.command()(link)


def link(
    folder: Folder,
    acts: Annotated[
        str,
        typer.Option("--from", metavar=SIDE, help="The acts: a track or some of it."),
    ],
    answers: Annotated[str, typer.Option("--to", metavar=SIDE, help="What is said to answer them.")],
    window: Annotated[int, typer.Option(min=0, help="An answer counts within so many days.")] = 7,
    period: Annotated[
        str, typer.Option(metavar="FIRST/LAST", help="The days looked at (default: the case's, or its events').")
    ] = "",
    rival: Annotated[
        list[str] | None, typer.Option(metavar=SIDE, help="Other acts that may explain the answers; repeat.")
    ] = None,
    hawkes: Annotated[
        bool, typer.Option("--hawkes", help="For thousands of events: fit a Hawkes process too (extra: hawkes).")
    ] = False,
    form: Form = Format.table,
) -> None:
    """Whether events of one track follow those of another more than chance and a shared crisis explain.

    A side is TRACK, TRACK:TYPE,TYPE, TRACK:TYPE@ACTOR or @ACTOR>RECIPIENT (@ONE<>OTHER: either way); the name of an
    event table of the case can stand in place of a track, its types being CAMEO codes or roots. The claim is written
    into the case's tried.jsonl, and every claim on the same two tracks is judged with those of case.toml and those
    tried before it.
    """
    from dragoman.analysis.linkage import LinkageError
    from dragoman.opened import OpenedCase

    built(opened_case(folder))
    case, days = OpenedCase(folder), _period(period)
    try:
        found = case.link(acts, answers, window, days)
        others = [(one, case.link(one, answers, window, days, keep=False).forward) for one in rival or ()]
    except LinkageError as error:
        raise WrongUse(str(error)) from error
    process = _process(case, acts, answers, days) if hawkes else {}
    if form is Format.table:
        print(plain(f"{found.verdict.word}: {found.verdict.sentence}"))
        notes = (*found.verdict.caveats, *_rivals(found, others), *process.get("notes", ()))
        print(*(plain(f"note: {caveat}") for caveat in notes), sep="\n")
    rows = [_row(found.forward, "claimed"), _row(found.reverse, "reverse")]
    rows += [_row(tested, f"rival {one}") for one, tested in others]
    if form is Format.json:
        words = case.words_of(event for pair in found.pairs for event in (pair.act, pair.answer) if event)
        pairs = [{**_pair(one, found.places), **_words(one, words)} for one in found.pairs]
        said = {"verdict": found.verdict.word, "sentence": found.verdict.sentence, "caveats": found.verdict.caveats}
        print(
            json.dumps(
                {**said, "tests": rows, **({"hawkes": process} if process else {}), "pairs": pairs},
                ensure_ascii=False,
                indent=2,
            )
        )
        return
    print_rows(rows, COLUMNS, form)
    if form is Format.table:
        print()
        shown = [_pair(one, found.places) for one in found.pairs[:SHOWN]]
        print_rows(shown, PAIRS, form)
        if len(found.pairs) > SHOWN:
            print(f"and {len(found.pairs) - SHOWN} answers more; see --format json")


SHOWN = 40  # answers that a table on the terminal shows
PAIRS = ("day", "answer", "after", "act", "scale", "id")
COLUMNS = (
    "claim", "acts", "answers", "followed", "interval", "answered", "answered interval", "base rate", "default p",
    "by offset", "random days p", "shifted p", "least p",
)  # fmt: skip


def _rivals(found: "Link", others: "list[tuple[str, Tested]]") -> list[str]:
    better = [one for one, tested in others if tested.jitter.p <= found.forward.jitter.p]
    return [f"a rival does as well or better: {', '.join(better)}"] if better else []


def _period(words: str) -> tuple[date, date] | None:
    if not words:
        return None
    try:
        first, last = (date.fromisoformat(part) for part in words.split("/"))
    except ValueError as error:
        raise WrongUse(f'--period "{words}": write it as 2018-03-01/2018-07-18') from error
    return first, last


def _process(case: "OpenedCase", acts: str, answers: str, days: tuple[date, date] | None) -> dict[str, Any]:
    from dragoman.analysis.linkage import LinkageError
    from dragoman.analysis.linkage.excitement import in_words

    try:
        found = case.hawkes(acts, answers, days)
    except LinkageError as error:
        return {"notes": [str(error)]}
    sentence, caveats = in_words(found)
    return {
        "acts": found.acts,
        "answers": found.answers,
        "base rate a day": round(found.fit.base, 4),
        "answers an act brings": round(found.fit.gains[0], 4),
        "answers an answer brings": round(found.fit.gains[1], 4),
        "mean delay in days": round(found.fit.lag, 3),
        "likelihood ratio": round(found.ratio, 3),
        "p": float(f"{found.p:.3g}"),
        "residuals p": float(f"{found.fits:.3g}"),
        "notes": [sentence, *caveats],
    }


def _pair(pair: "Pair", places: dict[str, str]) -> dict[str, Any]:
    from dragoman.analysis.linkage.pairs import measure_in_words

    rows = {
        name: places[event.id]
        for name, event in (("answer row", pair.answer), ("act row", pair.act))
        if event and event.id in places
    }
    return {
        "day": str(pair.answer.first),
        "answer": pair.answer.label,
        "after": None if pair.days is None else f"{pair.days} days" if pair.days != 1 else "1 day",
        "act": pair.act.label if pair.act else "none in the window",
        "relation": pair.relation,
        "scale": [measure_in_words(one) for one in pair.scale],
        "id": pair.answer.id,
        "act id": pair.act.id if pair.act else None,
        **rows,
    }


def _words(pair: "Pair", words: dict[str, list[str]]) -> dict[str, Any]:
    """What each side's sources say, as they say it."""
    sides = (("act words", pair.act), ("answer words", pair.answer))
    return {name: words[event.id] for name, event in sides if event and event.id in words}


def _row(tested: "Tested | None", claim: str) -> dict[str, Any]:
    if tested is None:
        return {"claim": claim}
    return {
        "claim": claim,
        "acts": tested.acts,
        "answers": tested.count,
        "followed": tested.seen,
        "interval": f"{tested.interval[0]:.2f}-{tested.interval[1]:.2f}",
        "answered": tested.triggered,
        "answered interval": "{:.2f}-{:.2f}".format(*tested.rate),
        "base rate": round(tested.base, 3),
        "default p": float(f"{tested.jitter.p:.3g}"),
        "default mid-p": float(f"{tested.jitter.mid:.3g}"),
        "by offset": f"{tested.jitter.low:.3f}-{tested.jitter.high:.3f}",
        "random days p": float(f"{tested.uniform.p:.3g}"),
        "random days mid-p": float(f"{tested.uniform.mid:.3g}"),
        "shifted p": float(f"{tested.shift.p:.3g}"),
        "shifted mid-p": float(f"{tested.shift.mid:.3g}"),
        "least p": float(f"{tested.jitter.least:.3g}"),
    }
