"""The names that one side gives and the other does not, and the order in which names are listed."""

import re
from collections.abc import Iterator, Sequence

from dragoman.analysis.readouts.clauses import Clause
from dragoman.analysis.readouts.pair import Pair
from dragoman.gazetteer import Entity, Gazetteer
from dragoman.model import Mention

TITLE = 14  # characters between an organ and the person whose title it belongs to
_JOINT = re.compile(r"\s*(?:、|,|·|・|-|–|和|与|及|以及|と|や|及び|および|와|과|및|and|&)?\s*(?:the\s+)?")


def names_apart(pair: Pair, here: Sequence[Mention], there: Sequence[Mention]) -> tuple[Mention, ...]:
    """The names of one side that the other side's linked clauses do not have, each once, in order.

    Not counted: the parties and whom both accounts name, organs of a person's title, a state or capital where the other
    names the one for the other, a state that says where a place beside it lies, a venue in a city that the other names.

    >>> from dragoman.analysis.readouts.accounts import Account
    >>> from dragoman.analysis.readouts.pair import paired
    >>> from dragoman.extraction import observe
    >>> from dragoman.gazetteer import load
    >>> said = [("zh", "讨论台湾问题。"), ("en", "It was discussed.")]
    >>> two = paired(*[Account(lang, lang, text, lang, None, observe(text, lang)) for lang, text in said], load())
    >>> [one.text for one in names_apart(two, two.left.names, two.right.names)]
    ['台湾']
    """
    held = {one.entity for one in there}
    found: dict[str, Mention] = {}
    for one in here:
        if one.entity not in held and one.entity not in found and _counts(pair, one, here, held):
            found[one.entity] = one
    return tuple(found.values())


def _counts(pair: Pair, one: Mention, here: Sequence[Mention], held: set[str]) -> bool:
    row = pair.known.entity(one.entity)
    if one.entity in pair.parties or one.entity in pair.people:
        return False
    if row.type == "organ" and _is_title(one, here):
        return False
    if row.capital and (row.state in held or row.state in pair.parties):
        return False
    return not (row.type == "state" and (_lies_there(pair.known, row, here) or _capital_named(pair.known, row, held)))


def _is_title(organ: Mention, here: Sequence[Mention]) -> bool:
    return any(
        one.type == "person" and min(abs(one.start - organ.end), abs(organ.start - one.end)) <= TITLE for one in here
    )


def _lies_there(known: Gazetteer, state: Entity, here: Sequence[Mention]) -> bool:
    return any(one.type == "place" and known.state_of(one.entity) == state.id for one in here)


def _capital_named(known: Gazetteer, state: Entity, held: set[str]) -> bool:
    return any((row := known.entity(name)).capital and row.state == state.id for name in held)


def listed(clause: Clause, text: str) -> Iterator[tuple[Mention, ...]]:
    """The lists of a clause: two names or more with nothing but a joint between them (日韓, Japan and Korea).

    >>> from dragoman.analysis.readouts.accounts import Account
    >>> from dragoman.analysis.readouts.clauses import clauses
    >>> from dragoman.extraction import observe
    >>> from dragoman.gazetteer import load
    >>> one = Account("d", "k", "日韓関係", "ja", None, observe("日韓関係", "ja"))
    >>> [[name.text for name in row] for row in listed(clauses(one, load())[0], one.text)]
    [['日', '韓']]
    """
    row: list[Mention] = []
    for one in clause.names:
        if row and _JOINT.fullmatch(text, row[-1].end, one.start):
            row.append(one)
            continue
        if len(row) > 1:
            yield tuple(row)
        row = [one]
    if len(row) > 1:
        yield tuple(row)
