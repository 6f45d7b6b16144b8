"""On whose initiative a meeting, call or visit came about, as an account says it."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.analysis.readouts.accounts import Account
from dragoman.analysis.readouts.clauses import Clause
from dragoman.analysis.readouts.pair import Pair
from dragoman.analysis.readouts.rows import Cue, cues
from dragoman.model import Mention

REACH = 60  # characters after the words in which the party that asked is looked for


@dataclass(frozen=True, slots=True)
class Initiative:
    """Words that say on whose initiative; `kind` is at_request or invited, `asker` the state, where it can be told."""

    start: int
    end: int
    text: str
    kind: str
    asker: str | None

    @property
    def key(self) -> tuple[str, str | None]:
        """What two accounts must agree in."""
        return self.kind, self.asker


def initiatives(pair: Pair, account: Account, held: Sequence[Clause]) -> tuple[Initiative, ...]:
    """The words of initiative in clauses of an account, in order.

    >>> from dragoman.analysis.readouts.pair import paired
    >>> from dragoman.extraction import observe
    >>> from dragoman.gazetteer import load
    >>> text = "应美方要求通话。"
    >>> made = [Account(key, key, text, "zh", None, observe(text, "zh")) for key in ("a", "b")]
    >>> two = paired(*made, load())
    >>> [(one.text, one.kind, one.asker) for one in initiatives(two, two.left, two.clauses[0])]
    [('应美方要求', 'at_request', 'USA')]
    """
    found = []
    for clause in held:
        for cue in cues(account.language):
            for match in cue.say.finditer(account.text, clause.start, clause.end):
                asker = _asker(pair, account, cue, clause, match.span())
                found.append(Initiative(match.start(), match.end(), match[0], cue.kind, asker))
    return tuple(sorted(found, key=lambda one: (one.start, one.end, one.kind)))


def _asker(pair: Pair, account: Account, cue: Cue, clause: Clause, span: tuple[int, int]) -> str | None:
    """The state of the name inside the words, beside them, or of the other party where no name is."""
    if cue.asker == "other":
        others = [state for state in sorted(pair.parties) if state != _speaking(pair, account)]
        return others[0] if len(others) == 1 else None
    start, end = {
        "inside": span,
        "after": (span[1], min(clause.end, span[1] + REACH)),
        "before": (max(clause.start, span[0] - REACH), span[0]),
    }[cue.asker]
    near = [one for one in clause.names if start <= one.start < end]
    if not near:
        return None
    return _state(pair, near[-1] if cue.asker == "before" else near[0])


def _speaking(pair: Pair, account: Account) -> str | None:
    """Whose account it is: as its record says, else the state of the person whom it names first."""
    if account.side:
        return account.side
    people = [one for one in account.names if one.type == "person"]
    return _state(pair, people[0]) if people else None


def _state(pair: Pair, one: Mention) -> str | None:
    return pair.known.state_of(one.entity)
