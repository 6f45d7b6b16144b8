"""Mentions gathered into the parties of a sentence, each with its case."""

from dataclasses import dataclass

from dragoman.extraction.scene import Scene
from dragoman.model import Mention

Item = tuple[int, int, Mention]
_OWNERS = ("state", "territory", "organ")


@dataclass(frozen=True, slots=True)
class Group:
    """One or several names that stand together, where they stand, and the case that their neighbours give them.

    Cases: subject, object, with, to, at, from, by, of, between, genitive, attribute, about, inviter; "" for none.
    """

    start: int
    end: int
    members: tuple[Mention, ...]
    case: str


def gather(scene: Scene) -> list[Group]:
    """The groups of a sentence, in order.

    A state before its official is one party with them ("Chinese President Xi Jinping"); names that are counted up
    ("A, B and C", 中美) are one group.
    """
    items = _appositions(scene)
    runs: list[list[Item]] = []
    for item in items:
        if runs and _joined(scene, runs[-1][-1], item):
            runs[-1].append(item)
        else:
            runs.append([item])
    if scene.grammar.syntax is not None:
        runs = [part for run in runs for part in _listed(scene, run)]
    return [Group(run[0][0], run[-1][1], tuple(item[2] for item in run), _case(scene, run)) for run in runs]


def _listed(scene: Scene, run: list[Item]) -> list[list[Item]]:
    """A list as one, names that only a comma parts as several: "... to Russia, NATO confirmed"."""
    gap = scene.text[run[-2][1] : run[-1][0]] if len(run) > 1 else ""
    more = scene.text[run[-1][1] : scene.end].lstrip(" ,").startswith("and ")
    if not gap.lstrip().startswith(",") or " and " in gap or more:
        return [run]
    return [[item] for item in run]


def _appositions(scene: Scene) -> list[Item]:
    items: list[Item] = []
    for mention in scene.mentions:
        item = (mention.start, mention.end, mention)
        while items and (one := _one(scene, items[-1], item)):
            items.pop()
            item = one
        items.append(item)
    return items


def _one(scene: Scene, left: Item, right: Item) -> Item | None:
    """Two names that mean one party, as one: the official of a state, a city of it."""
    state = scene.gazetteer.state_of(left[2].entity)
    if state is None or state != scene.gazetteer.state_of(right[2].entity):
        return None
    gap = scene.text[left[1] : right[0]]
    if _leads(left[2], right[2]) and scene.grammar.gap.fullmatch(gap):
        return left[0], right[1], right[2]
    if (
        left[2].type == "person"
        and right[2].type in _OWNERS
        and (gap.strip() in ("", "of", ",") or _apposed(scene, gap))
    ):
        return left[0], right[1], left[2]
    return None


def _apposed(scene: Scene, gap: str) -> bool:
    """Whether a title follows a name: "Kim Yong Nam, president of the Presidium"."""
    follows = scene.grammar.by_position and gap.startswith(",") and " and " not in gap
    return follows and scene.grammar.gap.fullmatch(gap) is not None


def _leads(first: Mention, second: Mention) -> bool:
    """Whether the first names the state or organ that the second belongs to."""
    if second.type == "person":
        return first.type in _OWNERS
    return first.type in ("state", "territory") and second.type in ("organ", "place")


def _joined(scene: Scene, left: Item, right: Item) -> bool:
    if "place" in (left[2].type, right[2].type) and not {left[2].type, right[2].type} <= {
        "place",
        "state",
        "territory",
    }:
        return False
    gap = scene.text[left[1] : right[0]]
    if not gap:
        return left[2].end - left[2].start == 1 == right[2].end - right[2].start
    return len(gap) <= 40 and scene.grammar.join.fullmatch(gap) is not None


def _case(scene: Scene, run: list[Item]) -> str:
    grammar, first, last = scene.grammar, run[0][0], run[-1][1]
    before = scene.text[max(scene.start, first - 40) : first]
    if len(run) == 1 and last - first == 1:
        for case, mark in grammar.incorporating:
            if mark.search(before):
                return case
    trail = grammar.trail.match(scene.text, last, scene.end)
    places = dict.fromkeys((trail.end() if trail else last, last))
    after = next((c for p in places for c, mark in grammar.after if mark.match(scene.text, p, scene.end)), "")
    if not grammar.by_position:
        return after
    ahead = next((case for case, mark in grammar.before if mark.search(before)), "")
    if after == "attribute" and ahead not in ("to", "from", "of"):
        return after
    return ahead or after
