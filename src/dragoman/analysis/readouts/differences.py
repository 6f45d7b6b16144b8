"""In what linked clauses differ: number, date, name, order, initiative, term; or they are reworded, or the same."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from dragoman.analysis.readouts.alignment import Link
from dragoman.analysis.readouts.clauses import Clause, figure_key
from dragoman.analysis.readouts.initiative import Initiative, initiatives
from dragoman.analysis.readouts.naming import listed, names_apart
from dragoman.analysis.readouts.pair import Pair
from dragoman.analysis.readouts.rows import Found
from dragoman.analysis.readouts.timing import times_apart
from dragoman.model import Mention, Quantity, TimeExpression
from dragoman.store import search_form

TYPES = ("number", "date", "name", "order", "initiative", "term", "reworded", "same")
Some = TypeVar("Some", Quantity, Found)
Place = Quantity | TimeExpression | Mention | Found | Initiative


@dataclass(frozen=True, slots=True)
class Difference:
    """One way in which linked clauses differ: its type, and each side's words that do (none where it is silent)."""

    type: str
    left: tuple[Place, ...] = ()
    right: tuple[Place, ...] = ()


def differences(pair: Pair, link: Link) -> tuple[Difference, ...]:
    """How the clauses of a link differ, in the order of the rules; always at least one.

    >>> from dragoman.analysis.readouts.accounts import Account
    >>> from dragoman.analysis.readouts.pair import paired
    >>> from dragoman.extraction import observe
    >>> from dragoman.gazetteer import load
    >>> said = [("zh", "关税为25%。"), ("en", "The tariff is 10 percent.")]
    >>> two = paired(*[Account(lang, lang, text, lang, None, observe(text, lang)) for lang, text in said], load())
    >>> [(one.type, one.left[0].text, one.right[0].text) for one in differences(two, Link((0,), (0,), 1.0))]
    [('number', '25%', '10 percent')]
    """
    left = [pair.clauses[0][at] for at in link.left]
    right = [pair.clauses[1][at] for at in link.right]
    found = [*_numbers(left, right), *_dates(pair, left, right), *_names(pair, left, right), *_order(pair, left, right)]
    found += [*_initiative(pair, left, right), *_terms(left, right), *_moods(left, right)]
    return tuple(found) or (Difference("same" if _same(pair, left, right) else "reworded"),)


def _numbers(left: Sequence[Clause], right: Sequence[Clause]) -> Iterable[Difference]:
    here, there = ([one for clause in side for one in clause.figures] for side in (left, right))
    only = _apart(here, there, figure_key), _apart(there, here, figure_key)
    if any(only):
        yield Difference("number", *only)


def _dates(pair: Pair, left: Sequence[Clause], right: Sequence[Clause]) -> Iterable[Difference]:
    here, there = ([one for clause in side for one in clause.times] for side in (left, right))
    only = times_apart(here, there, pair.right.published), times_apart(there, here, pair.left.published)
    if any(only):
        yield Difference("date", *only)


def _names(pair: Pair, left: Sequence[Clause], right: Sequence[Clause]) -> Iterable[Difference]:
    here, there = ([one for clause in side for one in clause.names] for side in (left, right))
    only = names_apart(pair, here, there), names_apart(pair, there, here)
    only = _beyond_terms(only[0], left, right), _beyond_terms(only[1], right, left)
    if any(only):
        yield Difference("name", *only)


def _beyond_terms(names: Sequence[Mention], here: Sequence[Clause], there: Sequence[Clause]) -> tuple[Mention, ...]:
    """Names that are no part of words for a matter that the other side has words for too: those differ as terms."""
    rows = {one.row for clause in there for one in clause.terms}
    spans = [(one.start, one.end) for clause in here for one in clause.terms if one.row in rows]
    return tuple(one for one in names if not any(start <= one.start < end for start, end in spans))


def _order(pair: Pair, left: Sequence[Clause], right: Sequence[Clause]) -> Iterable[Difference]:
    here = [row for clause in left for row in listed(clause, pair.left.text)]
    there = [row for clause in right for row in listed(clause, pair.right.text)]
    for one in here:
        for other in there:
            first, second = ([mention.entity for mention in row] for row in (one, other))
            shared = [name for name in first if name in second]
            if shared != [name for name in second if name in first]:
                yield Difference("order", one, other)
                return


def _initiative(pair: Pair, left: Sequence[Clause], right: Sequence[Clause]) -> Iterable[Difference]:
    here, there = initiatives(pair, pair.left, left), initiatives(pair, pair.right, right)
    if {one.key for one in here} != {one.key for one in there}:
        yield Difference("initiative", here, there)


def _terms(left: Sequence[Clause], right: Sequence[Clause]) -> Iterable[Difference]:
    here, there = ([one for clause in side for one in clause.terms] for side in (left, right))
    for row in dict.fromkeys(one.row for one in here):
        chosen = tuple(one for one in here if one.row == row), tuple(one for one in there if one.row == row)
        if chosen[1] and {one.choice for one in chosen[0]}.isdisjoint(one.choice for one in chosen[1]):
            yield Difference("term", *chosen)


def _moods(left: Sequence[Clause], right: Sequence[Clause]) -> Iterable[Difference]:
    here, there = ([one for clause in side for one in clause.moods] for side in (left, right))
    only = _apart(here, there, _row), _apart(there, here, _row)
    if any(only):
        yield Difference("term", *only)


def _row(one: Found) -> str:
    return one.row


def _apart(here: Sequence[Some], there: Sequence[Some], key: Callable[[Some], str]) -> tuple[Some, ...]:
    held = {key(one) for one in there}
    return tuple({key(one): one for one in here if key(one) not in held}.values())


def _same(pair: Pair, left: Sequence[Clause], right: Sequence[Clause]) -> bool:
    if not pair.one_language:
        return False
    here, there = ("".join(_letters(one.text) for one in side) for side in (left, right))
    return here == there


def _letters(text: str) -> str:
    return "".join(sign for sign in search_form(text).text if sign.isalnum())
