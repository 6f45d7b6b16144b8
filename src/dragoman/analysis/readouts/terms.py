"""Which words each account chose, all through it, for what is disputed."""

from collections.abc import Iterator

from dragoman.analysis.readouts.accounts import Account
from dragoman.analysis.readouts.rows import Found, find_terms

Span = tuple[int, int]


def choices(left: Account, right: Account) -> Iterator[tuple[tuple[Span, ...], tuple[Span, ...]]]:
    """For each disputed matter that both name and never by the same choice of words, where their words stand.

    >>> one = Account("a", "a", "on the Senkaku Islands", "en", None, ())
    >>> list(choices(one, Account("b", "b", "钓鱼岛是中国领土", "zh", None, ())))
    [(((7, 14),), ((0, 3),))]
    """
    here, there = (find_terms(account.text, account.language) for account in (left, right))
    for row in dict.fromkeys(one.row for one in here):
        chosen = [one for one in here if one.row == row], [one for one in there if one.row == row]
        if chosen[1] and {one.choice for one in chosen[0]}.isdisjoint(one.choice for one in chosen[1]):
            yield _spans(chosen[0]), _spans(chosen[1])


def _spans(found: list[Found]) -> tuple[Span, ...]:
    return tuple((one.start, one.end) for one in found)
