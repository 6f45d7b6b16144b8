"""Times of a whole document: scanned by the grammar, joined, and resolved one after another through the discourse."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from dragoman.languages import counted, dates, festivals, offsets, relative
from dragoman.languages.calendars import add_months, day_interval, week_interval
from dragoman.languages.composition import Composer, Joined, composer, expressions
from dragoman.languages.dates import Span
from dragoman.languages.discourse import Discourse
from dragoman.languages.moments import NOWHERE, STATED, Moment, UnresolvableTimeError
from dragoman.languages.pairs import Part
from dragoman.languages.parts import Words
from dragoman.languages.surroundings import Surroundings, surroundings
from dragoman.languages.tense import tense
from dragoman.model import TimeExpression

Operation = Callable[[Words, Discourse, Span], Moment]

OPERATIONS: dict[str, Operation] = {
    "date": dates.resolve_date,
    "year": dates.resolve_date,
    "numeric": dates.resolve_numeric,
    "day": relative.resolve_day,
    "monthrel": relative.resolve_month,
    "dayweek": relative.resolve_dayweek,
    "weekday": relative.resolve_weekday,
    "period": relative.resolve_period,
    "offset": offsets.resolve_offset,
    "span": offsets.resolve_span,
    "nth": counted.resolve_nth,
    "decade": counted.resolve_decade,
    "century": counted.resolve_century,
    "festival": festivals.resolve_festival,
    "impossible": dates.resolve_impossible,
}
Reading = tuple[Moment, str, bool]
_PATIENCE = 500  # expressions read before any reading is remembered: only long texts full of times repeat themselves
_TRIAL = 4_000  # four times the readings remembered before it is judged whether that helps
_RELATIVE = frozenset(["rm", "am", "rq", "r", "cunit"])
_LETTERS = re.compile(r"\w")


def times(text: str, lang: str, published: date | None = None) -> list[TimeExpression]:
    """Read the time expressions of a document; `dragoman.languages.times` says what goes in and comes out.

    >>> [(t.text, str(t.first), t.basis) for t in times("5月7日到达大连，翌日离开。", "zh", date(2018, 5, 9))]
    [('5月7日', '2018-05-07', 'relative to publication'), ('翌日', '2018-05-08', 'relative to the last event told')]
    """
    rules = composer(lang)
    folded = rules.grammar.fold(text)
    told = expressions(text, folded, lang)
    if not told:
        return []
    beside = surroundings(lang)
    discourse = Discourse(folded, published, tense(lang).direction, beside.whose)
    discourse.alone = len(told) == 1 and _stands_alone(rules, folded, told[0])
    found: list[TimeExpression] = []
    known: dict[tuple[object, ...], Reading] = {}
    for expression in told:
        start, end = expression.start, expression.end
        if len(found) < _PATIENCE or 4 * len(known) > 3 * (len(found) - _PATIENCE) + _TRIAL:
            moment, role, aside = _read(expression, discourse, beside)
        else:
            state = (expression.parts[0].operation, *expression.marks, *discourse.state(start, end))
            if state not in known:
                known[state] = _read(expression, discourse, beside)
            moment, role, aside = known[state]
        if moment is NOWHERE and {"ny", "within", "planned"} & set(
            expression.parts[0].words
        ):  # 새해 in July; a mere length
            continue
        if role == "dateline" and discourse.published is None and moment.precision == "day":
            discourse.published = moment.first
        elif role != "access":
            discourse.tell(moment, end, aside)
        found.append(
            TimeExpression(start, end, text[start:end], moment.first, moment.last, moment.precision, moment.basis, role)
        )
    return found


def _read(expression: Joined, discourse: Discourse, beside: Surroundings) -> Reading:
    """What an expression names, its role, and whether it is told only in passing."""
    moment = _resolve(expression, discourse)
    start, end = expression.start, expression.end
    inner = expression.parts[0].start, expression.parts[-1].end
    role = beside.role(discourse.text, start, end, inner)
    return moment, role, role == "dateline" or beside.is_aside(discourse.text, start, end)


def _stands_alone(rules: Composer, folded: str, expression: Joined) -> bool:
    if len(folded) > 80:
        return False
    rest = folded[: expression.start] + folded[expression.end :]
    return len(_LETTERS.findall(rest)) <= int(rules.grammar.data.get("alone", 0))


def _resolve(expression: Joined, discourse: Discourse) -> Moment:
    span = expression.start, expression.end
    try:
        if expression.join == "range":
            moment = _resolve_range(expression.parts[0], expression.parts[1], discourse, span)
        elif expression.join == "offset":
            moment = _resolve_from(expression.parts[0], expression.parts[1], discourse, span)
        else:
            moment = _resolve_part(expression.parts[0], discourse, span)
        at_the_end = moment.precision == "part" and expression.parts[-1].words.get("part") in ("end", "late")
        for mark in expression.marks:  # before the end of May is till the end of it
            moment = _marked(moment, "until" if mark == "before" and at_the_end else mark)
    except (UnresolvableTimeError, ValueError, OverflowError, LookupError):
        return NOWHERE
    return moment


def _resolve_part(part: Part, discourse: Discourse, span: Span) -> Moment:
    words = part.words
    moment = OPERATIONS[part.operation](words, discourse, span)
    return counted.week_holding(moment) if "weekof" in words else moment


def _resolve_from(base: Part, offset: Part, discourse: Discourse, span: Span) -> Moment:
    """An offset from another time: three days after 5 March, 昨日の2日前."""
    moment = _resolve_part(base, discourse, span)
    sign = int(offset.words["sign"])
    if "ending" in offset.words and moment.last is not None:
        day_after = moment.last + timedelta(days=1)
        return Moment(offsets.move(day_after, offset.words, -1), moment.last, "range", moment.basis)
    if "duration" in offset.words:
        if moment.first is None:
            raise UnresolvableTimeError
        end = offsets.move(moment.first, offset.words, 1) - timedelta(days=1)
        return Moment(moment.first, max(end, moment.first), "range", moment.basis)
    day = moment.last if sign > 0 else moment.first
    if day is None:
        raise UnresolvableTimeError
    named = offsets.beside(day, offset.words, sign)
    if named is not None:
        return Moment(*named, moment.basis)
    moved = offsets.move(day, offset.words, sign)
    if "within" in offset.words:
        return Moment(min(day, moved), max(day, moved), "range", moment.basis)
    if "wd" in offset.words:
        moved = week_interval(moved)[0] + timedelta(days=int(offset.words["wd"]))
        return Moment(*day_interval(moved), "day", moment.basis)
    return Moment(*offsets.as_precise(moved, offset.words), moment.basis)


def _resolve_range(one: Part, two: Part, discourse: Discourse, span: Span) -> Moment:
    first, last = _ends(one, two, discourse, span)
    if first.first is None or last.last is None or first.first > last.last:
        raise UnresolvableTimeError
    basis = first.basis if last.basis == STATED else last.basis
    if STATED in (first.basis, last.basis) and _has_year(one.words) != _has_year(two.words):
        basis = STATED
    return Moment(first.first, last.last, "range", basis)


def _has_year(words: Words) -> bool:
    return any(name in words for name in ("y", "yy", "ry", "ny", "ay", "c"))


def _ends(one: Part, two: Part, discourse: Discourse, span: Span) -> tuple[Moment, Moment]:
    """Both ends of a range, each filled up from the other with what it leaves out."""
    left, right = one, two
    bare_day = "d" in one.words and not _has_year(one.words) and not {"m", "rm", "am"} & set(one.words)
    if one.operation == two.operation == "date" and bare_day and "m" in two.words:
        left = Part(one.start, one.end, "date", {"m": two.words["m"], **one.words})
    if _has_year(two.words) and not _has_year(left.words) and left.operation == "date" and "rm" not in left.words:
        last = _resolve_part(right, discourse, span)
        if last.last is None:
            raise UnresolvableTimeError
        first = _resolve_part(_with(left, y=last.last.year), discourse, span)
        if first.first is not None and first.first > last.last:
            first = _resolve_part(_with(left, y=last.last.year - 1), discourse, span)
        return first, last
    if (
        left.operation in ("date", "nth")
        and not _has_year(left.words)
        and not _RELATIVE & set(left.words)
        and "m" in left.words
    ):
        return _nearest_range(left, right, discourse, span)
    first = _resolve_part(left, discourse, span)
    if first.first is None:
        raise UnresolvableTimeError
    last = _right_end(right, first, discourse, span)
    return first, last


def _nearest_range(left: Part, right: Part, discourse: Discourse, span: Span) -> tuple[Moment, Moment]:
    """A range without its year: of the years that it may be in, the one that the whole range lies nearest to."""
    found: dict[tuple[date, date], tuple[Moment, Moment]] = {}
    for year in discourse.years():
        try:
            first = _resolve_part(_with(left, y=year), discourse, span)
            last = _right_end(right, first, discourse, span)
        except (UnresolvableTimeError, ValueError, OverflowError):
            continue
        if first.first is not None and last.last is not None and first.first <= last.last:
            found[first.first, last.last] = first, last
    chosen, basis = discourse.nearest(found, *span)
    first, last = found[chosen]
    return Moment(first.first, first.last, first.precision, basis), Moment(last.first, last.last, last.precision, basis)


def _right_end(right: Part, first: Moment, discourse: Discourse, span: Span) -> Moment:
    start = first.first
    if start is None:
        raise UnresolvableTimeError
    words = right.words
    if right.operation == "date" and not _has_year(words) and not _RELATIVE & set(words):
        if "m" in words or "q" in words or "h" in words or "season" in words:
            filled = _with(right, y=start.year)
            last = _resolve_part(filled, discourse, span)
            if last.last is not None and last.last < start:
                last = _resolve_part(_with(right, y=start.year + 1), discourse, span)
        else:
            last = _resolve_part(_with(right, y=start.year, m=start.month), discourse, span)
            if last.last is not None and last.last < start:
                after = add_months(start.replace(day=1), 1)
                last = _resolve_part(_with(right, y=after.year, m=after.month), discourse, span)
        return Moment(last.first, last.last, last.precision, first.basis)
    if words.get("unit") == "weekend" and not {"r", "a"} & set(words):
        weekend = relative.period(start, "weekend", 0)
        return Moment(*weekend, "range", first.basis)
    if right.operation == "weekday" and not {"rw", "aw", "near"} & set(words):
        ahead = (int(words["wd"]) - start.weekday()) % 7 or 7
        return Moment(*day_interval(start + timedelta(days=ahead)), "day", first.basis)
    return _resolve_part(right, discourse, span)


def _with(part: Part, **more: int) -> Part:
    return Part(part.start, part.end, part.operation, {**part.words, **more})


def _marked(moment: Moment, mark: str) -> Moment:
    """A time opened, closed or blurred by the word beside it."""
    first, last = moment.first, moment.last
    if first is None or last is None:
        return moment
    one_day = timedelta(days=1)
    if mark == "through" and moment.precision != "day":  # "through the 1990s" is all of them
        return moment
    if mark in ("before", "until", "through"):
        return Moment(None, first - one_day if mark == "before" else last, "before", moment.basis)
    if mark in ("after", "since"):
        return Moment(last + one_day if mark == "after" else first, None, "after", moment.basis)
    return Moment(first, last, "about", moment.basis) if mark == "about" else moment
