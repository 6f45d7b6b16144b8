"""watch, ask, update, resolve: questions about what is to come, scored when the day has come."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from dragoman.cli.cases import Folder
from dragoman.cli.console import Format, WrongUse, built, opened_case, plain, print_rows
from dragoman.cli.questions import Form
from dragoman.model import Case, Question, Resolution, Update
from dragoman.model.question import Answer
from dragoman.store import open_store

if TYPE_CHECKING:
    from dragoman.analysis.watchlist import Item, Scores

Asked = Annotated[str, typer.Argument(metavar="QUESTION", help="The question's id, or its beginning.")]
Moment = Annotated[str, typer.Option("--when", help="The time of it, with its offset (default: now).")]


def register(app: typer.Typer) -> None:
    """Add this group's commands."""
    for command in (watch, ask, update, resolve):
        app.command()(command)


def watch(folder: Folder, form: Form = Format.table) -> None:
    """The watch list: each question with its probability in a word, its base rate, what touched it, and the scores."""
    from dragoman.analysis.watchlist import scored
    from dragoman.engines.watching import read_watch, touched

    case = opened_case(folder)
    built(case)
    items, problems = read_watch(case)
    with open_store(case.store) as store:
        rows = [_row(item, len(touched(store, item)) if not item.resolution else 0) for item in items]
    columns = ("id", "question", "closes", "probability", "likelihood", "base rate", "state", "touched")
    print_rows(rows, columns if form is not Format.json else tuple(rows[0]) if rows else columns, form,
               "No question yet; freeze one with `dragoman ask`.")  # fmt: skip
    if form is Format.table and items:
        print(_scores_in_words(scored(items)))
        print(*(plain(f"note: {line}") for line in (*problems, *_mixed(items))), sep="\n")


def ask(
    folder: Folder,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="One event, one pair, one threshold, as a question.")],
    closes: Annotated[str, typer.Option(help="When it is settled, with its offset: 2018-12-31T23:59+09:00.")],
    source: Annotated[str, typer.Option(help="Where the answer will be looked up.")],
    rule: Annotated[str, typer.Option(help="What will count as yes.")],
    probability: Annotated[float, typer.Option(help="Of yes, above 0 and below 1.")],
    opens: Annotated[str, typer.Option(help="From when on an event counts (default: now).")] = "",
    resolves: Annotated[str, typer.Option(help="When the answer can be known (default: at the close).")] = "",
    fine_print: Annotated[str, typer.Option(help="What if it is postponed, renamed, passed over in silence?")] = "",
    reference: Annotated[str, typer.Option(metavar="TRACK[:TYPE][@ACTOR]", help="For a base rate from the case.")] = "",
    days: Annotated[int, typer.Option(min=1, help="The stretch of days that the base rate counts in.")] = 30,
    confidence: Annotated[str, typer.Option(help="How sure the probability is, and why, in a sentence apart.")] = "",
    reasons: Annotated[str, typer.Option(help="Why this probability.")] = "",
    indicator: Annotated[list[str] | None, typer.Option(help="Words to watch for in new documents; repeat.")] = None,
    when: Moment = "",
) -> None:
    """Freeze a question in watch.jsonl. It cannot be changed afterwards; its probability can, by `update`."""
    from dragoman.analysis.linkage import LinkageError
    from dragoman.engines.watching import WatchError, keep, with_base_rate

    case = opened_case(folder)
    made = _moment(when)
    question = Question(
        text, made, opens or made, closes, resolves or closes, source, rule, probability, fine_print,
        confidence=confidence, reasons=reasons, indicators=tuple(words for words in indicator or () if words.strip()),
    )  # fmt: skip
    try:
        if reference:
            built(case)
            with open_store(case.store) as store:
                question = with_base_rate(case, store.events(), question, reference, days)
        keep(case, question)
    except (WatchError, LinkageError) as error:
        raise WrongUse(str(error)) from error
    print(plain(f"{question.id}: frozen in {case.watch}{_judged(question)}"))


def update(
    folder: Folder,
    question: Asked,
    probability: Annotated[float, typer.Option(help="The new probability of yes.")],
    why: Annotated[str, typer.Option(help="What changed it.")],
    when: Moment = "",
) -> None:
    """Give a question a new probability, with the reason."""
    from dragoman.analysis.watchlist import out_of_time, record_faults
    from dragoman.engines.watching import keep

    case = opened_case(folder)
    item = _item(case, question)
    if item.resolution:
        raise WrongUse(f"{item.question.id}: resolved {item.resolution.answer} already")
    given = Update(item.question.id, _moment(when), probability, why)
    if wrong := "; ".join(record_faults(given)) or out_of_time(given, item.question):
        raise WrongUse(wrong)
    keep(case, given)
    print(f"{item.question.id}: {item.probability:.2f} → {probability:.2f}")


def resolve(
    folder: Folder,
    question: Asked,
    answer: Annotated[str, typer.Argument(help="yes, no or annulled.")],
    evidence: Annotated[str, typer.Option(help="What settled it: a source's key, or words.")],
    when: Moment = "",
) -> None:
    """Say how a question came out. Annulled questions are kept and not scored."""
    from dragoman.analysis.watchlist import record_faults
    from dragoman.engines.watching import keep

    if answer not in ("yes", "no", "annulled"):
        raise WrongUse(f'"{answer}" is no answer; there are: yes, no, annulled')
    case = opened_case(folder)
    item = _item(case, question)
    given = Resolution(item.question.id, _moment(when), cast(Answer, answer), evidence)
    if wrong := "; ".join(record_faults(given)):
        raise WrongUse(wrong)
    keep(case, given)
    print(f"{item.question.id}: {answer}")


def _item(case: Case, identity: str) -> "Item":
    from dragoman.engines.watching import read_watch

    found = [item for item in read_watch(case)[0] if item.question.id.startswith(identity)]
    if len(found) != 1:
        raise WrongUse(f'{"several questions begin" if found else "no question begins"} with "{identity}"')
    return found[0]


def _moment(when: str) -> str:
    return when or datetime.now(UTC).isoformat(timespec="seconds")


def _judged(question: Question) -> str:
    from dragoman.analysis.watchlist import likelihood, rate_in_words

    base = f"; base rate {rate_in_words(question.hits, question.tries)}" if question.tries else ""
    return f" · {likelihood(question.probability)} ({question.probability:.0%}){base}"


def _row(item: "Item", touched: int) -> dict[str, Any]:
    from dragoman.analysis.watchlist import likelihood, rate_in_words

    question = item.question
    return {
        "id": question.id,
        "question": question.text,
        "made": question.made,
        "closes": question.closes,
        "rule": question.rule,
        "source": question.source,
        "probability": round(item.probability, 4),
        "likelihood": likelihood(item.probability),
        "base rate": rate_in_words(question.hits, question.tries) if question.tries else "",
        "reference": question.reference,
        "state": item.state(datetime.now(UTC)),
        "evidence": item.resolution.evidence if item.resolution else "",
        "updates": len(item.updates),
        "touched": touched,
    }


def _scores_in_words(found: "Scores") -> str:
    from dragoman.analysis.watchlist import FEWEST

    if not found.count:
        return "Nothing is resolved yet: no score."
    skill = "" if found.skill is None else f", skill over the base rates {found.skill:.2f}"
    parts = (
        f"{found.count} resolved: Brier {found.brier:.3f} (reliability {found.reliability:.3f} - resolution "
        f"{found.resolution:.3f} + uncertainty {found.uncertainty:.3f}), over time {found.over_time:.3f}, logarithmic "
        f"{found.logarithmic:.3f}{skill}."
    )
    return parts if found.calibration else f"{parts} Calibration is shown from {FEWEST} resolved."


def _mixed(items: "tuple[Item, ...]") -> list[str]:
    from dragoman.analysis.watchlist import mixed

    return [
        f"{item.question.id}: “{words[a:b].strip()}” mixes likelihood and confidence; say each in a sentence of its own"
        for item in items
        for words in (item.question.confidence, item.question.reasons)
        for a, b in mixed(words)
    ]
