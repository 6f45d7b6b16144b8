"""Mentions gathered into the parties of a sentence, each with its case."""

from dataclasses import dataclass

from dragoman.extraction.scene import Scene
from dragoman.model import Mention

Item = tuple[int, int, Mention]
# How long the words before the first name of a phrase that opens a sentence may be.
_HEAD = 24
_OWNERS = ("state", "territory", "organ")


@dataclass(frozen=True, slots=True)
class Group:
    """One or several names that stand together, where they stand, and the case that their neighbours give them.

    Cases: subject, object, with, to, at, from, by, of, between, genitive, attribute, about, inviter, patient (after 将
    or 把), speaker (before a colon); "" for none. `side` is the state of the first of them, or its own id.
    """

    start: int
    end: int
    members: tuple[Mention, ...]
    case: str
    side: str | None = None


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
    return [_group(scene, run) for run in runs]


def _group(scene: Scene, run: list[Item]) -> Group:
    first = run[0][2].entity
    side = scene.gazetteer.state_of(first) or first
    return Group(run[0][0], run[-1][1], tuple(item[2] for item in run), _case(scene, run), side)


def _listed(scene: Scene, run: list[Item]) -> list[list[Item]]:
    """A list as one; as several where only a comma parts it ("... to Russia, NATO said"; "In Rome, A and B met")."""
    if len(run) > 2 and _opens(scene, run):
        return [run[:1], run[1:]]
    gap = scene.text[run[-2][1] : run[-1][0]] if len(run) > 1 else ""
    more = scene.text[run[-1][1] : scene.end].lstrip(" ,").startswith("and ")
    if not gap.lstrip().startswith(",") or " and " in gap or more:
        return [run]
    return [[item] for item in run]


def _opens(scene: Scene, run: list[Item]) -> bool:
    """Whether the first of a list is the phrase that opens its sentence, and the others are its subject."""
    head = scene.text[scene.start : run[0][0]]
    opens = len(head) <= _HEAD and any(mark.fullmatch(head) for case, mark in scene.grammar.before if case)
    return opens and scene.text[run[0][1] : run[1][0]].strip() == "," and scene.text[run[-1][1] : scene.end][:1] != ","


def _appositions(scene: Scene) -> list[Item]:
    items: list[Item] = []
    for mention in scene.mentions:
        item = (mention.start, mention.end, mention)
        if len(items) > 1 and _posting(scene, items[-1]) and _one(scene, items[-2], item):
            items.pop()
        while items and (one := _one(scene, items[-1], item)):
            items.pop()
            item = one
        items.append(item)
    return items


def _posting(scene: Scene, item: Item) -> bool:
    """Whether a name only says where an official is posted (美国驻华大使布兰斯塔德)."""
    return scene.grammar.by_position and scene.text[item[0] - 1 : item[0]] in ("驻", "駐")


def _one(scene: Scene, left: Item, right: Item) -> Item | None:
    """Two names that mean one party, as one: the official of a state, a city of it."""
    state, other = (scene.gazetteer.state_of(item[2].entity) for item in (left, right))
    gap = scene.text[left[1] : right[0]]
    if state != other and left[2].type in ("state", "territory") and right[2].type == "organ" and not gap:
        return left[0], right[1], left[2]
    if left[2].type == "group" and right[2].type == "person" and gap.strip() and scene.grammar.gap.fullmatch(gap):
        return left[0], right[1], right[2]
    if state is None or state != other:
        return None
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
    if left[:2] == right[:2]:
        return True
    if scene.grammar.syntax is not None and right[2].via:
        return False
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
    if first == scene.start and scene.text[last : last + 1] in ("：", ":"):
        return "speaker"
    trail = grammar.trail.match(scene.text, last, scene.end)
    places = dict.fromkeys((trail.end() if trail else last, last))
    after = next((c for p in places for c, mark in grammar.after if mark.match(scene.text, p, scene.end)), "")
    if not grammar.by_position:
        return after
    ahead = next((case for case, mark in grammar.before if mark.search(before)), "")
    if after == "attribute" and ahead not in ("to", "from", "of"):
        return after
    return ahead or after
