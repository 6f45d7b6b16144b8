"""How much room an account gives to each state's words, and the phrases it sets in quotation marks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.analysis.readouts.accounts import Account
from dragoman.analysis.readouts.clauses import Clause
from dragoman.extraction.speech.shares import share_of_words
from dragoman.gazetteer import Gazetteer
from dragoman.model import Anchor, Statement
from dragoman.store import search_form

_QUOTED = re.compile('[“"「『]([^“”"「」『』\\n]{2,40})[”"」』]')


OTHERS = "others"


@dataclass(frozen=True, slots=True)
class Quoted:
    """A phrase that an account sets in quotation marks, with the number of its clause."""

    anchor: Anchor
    clause: int


def shares(account: Account, known: Gazetteer) -> dict[str, float]:
    """The share of the words reported as said that each state's speakers have; all others together have OTHERS.

    >>> from dragoman.extraction import observe
    >>> from dragoman.gazetteer import load
    >>> text = "习近平强调，中方一贯支持各方对话协商。金正恩表示，朝方同意。"
    >>> shares(Account("d", "k", text, "zh", None, observe(text, "zh")), load())
    {'CHN': 0.75, 'PRK': 0.25}
    """
    found: dict[str, float] = {}
    for speaker, share in share_of_words(account.of(Statement), account.text).items():
        state = (known.state_of(speaker) if speaker in known else None) or OTHERS
        found[state] = found.get(state, 0.0) + share
    return dict(sorted(found.items(), key=lambda item: (item[0] == OTHERS, -item[1], item[0])))


def quoted(account: Account, clauses: Sequence[Clause]) -> list[Quoted]:
    """The phrases between quotation marks, in order; each once.

    >>> from dragoman.analysis.readouts.clauses import clauses
    >>> from dragoman.extraction import observe
    >>> from dragoman.gazetteer import load
    >>> one = Account("d", "k", "这不是“去风险”。", "zh", None, observe("这不是“去风险”。", "zh"))
    >>> [phrase.anchor.quote for phrase in quoted(one, clauses(one, load()))]
    ['去风险']
    """
    found: dict[str, Quoted] = {}
    for number, clause in enumerate(clauses):
        for match in _QUOTED.finditer(account.text, clause.start, clause.end):
            found.setdefault(match[1], Quoted(account.anchor(*match.span(1)), number))
    return list(found.values())


def omitted(phrases: Sequence[Quoted], other: Account, linked: frozenset[int]) -> list[Quoted]:
    """The quoted phrases of one account that the other has not.

    In one language those whose words do not stand in the other (in the search form); `linked` are the clauses that have
    a counterpart: phrases in other languages are called omitted only where theirs has none.

    >>> one = Quoted(Anchor("d", 0, 3, "去风险"), 0)
    >>> other = Account("e", "e", "双方同意。", "zh", None, ())
    >>> omitted([one], other, frozenset()) == [one], omitted([one], other, frozenset({0}))
    (True, [])
    """
    form = search_form(other.text).text
    return [one for one in phrases if one.clause not in linked and search_form(one.anchor.quote).text not in form]
