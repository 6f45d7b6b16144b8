"""Two accounts with their clauses, ready to be laid side by side."""

import re
from dataclasses import dataclass, replace
from functools import cached_property

from dragoman.analysis.readouts.accounts import Account
from dragoman.analysis.readouts.clauses import Clause, clauses
from dragoman.analysis.readouts.rows import side_words
from dragoman.gazetteer import Entity, Gazetteer
from dragoman.gazetteer.called import called_by_family
from dragoman.model import Mention


@dataclass(frozen=True)
class Pair:
    """The left account and the right, and the names that both know. Made by `paired`."""

    left: Account
    right: Account
    known: Gazetteer

    @cached_property
    def clauses(self) -> tuple[tuple[Clause, ...], tuple[Clause, ...]]:
        """The clauses of the left account and of the right."""
        return clauses(self.left, self.known), clauses(self.right, self.known)

    @property
    def one_language(self) -> bool:
        """Whether both are written in the same language."""
        return self.left.language == self.right.language

    @cached_property
    def people(self) -> frozenset[str]:
        """The people whom both accounts name."""
        left, right = ({one.entity for one in side.names if one.type == "person"} for side in (self.left, self.right))
        return frozenset(left & right)

    @cached_property
    def parties(self) -> frozenset[str]:
        """The states that take part: those of the people whom both name, and those whose accounts these are."""
        states = {self.known.state_of(person) for person in self.people} | {self.left.side, self.right.side}
        return frozenset(state for state in states if state)


def paired(left: Account, right: Account, known: Gazetteer) -> Pair:
    """Two accounts as a pair; whom one names in full the other may call by the family name alone (岸田総理大臣).

    >>> from dragoman.extraction import observe
    >>> from dragoman.gazetteer import load
    >>> said = [("ja", "岸田総理が述べた。"), ("en", "Kishida Fumio spoke.")]
    >>> made = [Account(lang, lang, text, lang, None, observe(text, lang)) for lang, text in said]
    >>> sorted(paired(*made, load()).people)
    ['fumio-kishida']
    """
    return Pair(_calling(left, right, known), _calling(right, left, known), known)


def _calling(account: Account, other: Account, known: Gazetteer) -> Account:
    here, there = ({one.entity for one in side.names if one.type == "person"} for side in (account, other))
    people = [known.entity(person) for person in sorted(there - here)]
    if not people:
        return account
    spans = [(one.start, one.end, one.entity) for one in account.of(Mention)]
    found = {*called_by_family(account.text, account.language, spans, people), *_titled(account, people)}
    taken = {place for start, end, _ in spans for place in range(start, end)}
    fresh = [
        Mention(a, b, account.text[a:b], who, "person") for a, b, who in sorted(found) if taken.isdisjoint(range(a, b))
    ]
    held = sorted([*account.readings, *fresh], key=lambda one: (one.start, one.end))
    return replace(account, readings=tuple(held))


def _titled(account: Account, people: list[Entity]) -> list[tuple[int, int, str]]:
    """Family names before titles that only readouts use; one that two people share means nobody for sure."""
    titles = side_words("titles", account.language).pattern
    names = [(name, one.id) for one in people for name in one.family.get(account.language, ())]
    alone = [(name, who) for name, who in names if sum(name == other for other, _ in names) == 1]
    return [
        (match.start(), match.start() + len(name), who)
        for name, who in alone
        for match in re.finditer(f"(?<![一-鿿]){re.escape(name)}(?={titles})", account.text)
    ]
