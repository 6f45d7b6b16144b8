"""Who acts towards whom in one side of a claim: @USA, @USA>CHN, @CHN<>PRK."""

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.analysis.linkage.window import LinkageError
from dragoman.gazetteer import Gazetteer


@dataclass(frozen=True, slots=True)
class Between:
    """An actor and a recipient, gazetteer ids or empty (anybody); `either` way round where their order is open."""

    actor: str = ""
    recipient: str = ""
    either: bool = False

    def words(self, gazetteer: Gazetteer) -> str:
        """As it stands behind the name of a type.

        >>> from dragoman.gazetteer import load
        >>> Between("USA", "CHN").words(load()), Between("CHN", "PRK", True).words(load()), Between().words(load())
        (' by United States towards China', ' between China and North Korea', '')
        """
        names = [gazetteer.name(one) if one else "" for one in (self.actor, self.recipient)]
        if self.either:
            return f" between {names[0]} and {names[1]}"
        by, towards = f" by {names[0]}" if names[0] else "", f" towards {names[1]}" if names[1] else ""
        return by + towards


def read_between(words: str, gazetteer: Gazetteer) -> Between:
    """Read ACTOR, ACTOR>RECIPIENT, >RECIPIENT or ONE<>OTHER; LinkageError for an id that there is not."""
    either = "<>" in words
    actor, _, recipient = words.partition("<>" if either else ">")
    for one in (actor.strip(), recipient.strip()):
        if (one or either) and one not in gazetteer:
            raise LinkageError(
                f'"{one}" is no id of the gazetteer; write a state or person, as trade:tariff@USA or @USA>CHN'
            )
    return Between(actor.strip(), recipient.strip(), either)


def between(asked: Between, actors: Iterable[str], recipients: Iterable[str], gazetteer: Gazetteer) -> bool:
    """Whether an event's parties are those asked for; whoever belongs to a state stands for it."""
    acting, receiving = _with_states(actors, gazetteer), _with_states(recipients, gazetteer)
    if _are(asked, acting, receiving):
        return True
    return asked.either and _are(asked, receiving, acting)


def _are(asked: Between, acting: set[str], receiving: set[str]) -> bool:
    return (not asked.actor or asked.actor in acting) and (not asked.recipient or asked.recipient in receiving)


def _with_states(parties: Iterable[str], gazetteer: Gazetteer) -> set[str]:
    held = [party for party in parties if party in gazetteer]
    return {*parties, *(state for party in held if (state := gazetteer.state_of(party)))}
