"""Sentences cut into clauses, and the groups in reach of a trigger."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.extraction.grammar import Grammar
from dragoman.extraction.parties import Group
from dragoman.extraction.scene import Scene
from dragoman.extraction.triggers import Trigger

_ATTRIBUTIVE = ("た", "る", "한", "할", "는")
_RELATIVE = re.compile(r"\s(?:who|which|where)\s$")


@dataclass(frozen=True, slots=True)
class Clauses:
    """The clauses of one sentence, as spans that cover it, and its groups and triggers."""

    text: str
    start: int
    end: int
    cuts: tuple[int, ...]
    groups: tuple[Group, ...]
    triggers: tuple[tuple[int, int], ...]
    telling: tuple[tuple[int, int], ...]
    speech: tuple[tuple[int, int], ...]

    def around(self, place: int) -> tuple[int, int]:
        """The clause in which a character stands."""
        index = bisect_right(self.cuts, place)
        return (
            self.cuts[index - 1] if index else self.start,
            self.cuts[index] if index < len(self.cuts) else self.end,
        )


def cut(scene: Scene, groups: Sequence[Group], triggers: Sequence[Trigger]) -> Clauses:
    """The clauses of a sentence: cut at punctuation, in English and Chinese also after words of speech."""
    text, start, end, grammar = scene.text, scene.start, scene.end, scene.grammar
    spans = [(trigger.start, trigger.end) for trigger in triggers]
    telling = [(trigger.start, trigger.end) for trigger in triggers if not trigger.frame.yields]
    inside = [(group.start, group.end) for group in groups] + spans
    cuts = {m.end() for m in grammar.breaks.finditer(text, start, end)}
    speech = [m.span() for m in grammar.speech.finditer(text, start, end)]
    if grammar.by_position:
        cuts.update(stop for _, stop in speech)
    standing = {place for place in cuts if start < place < end and not any(a < place < b for a, b in inside)}
    return Clauses(
        text, start, end, tuple(sorted(standing)), tuple(groups), tuple(spans), tuple(telling), tuple(speech)
    )


def arguments(clauses: Clauses, trigger: tuple[int, int], grammar: Grammar) -> list[tuple[str, Group]]:
    """The groups that belong to a trigger, each with its case there, the subject first where there is one."""
    if grammar.by_position:
        return _by_position(clauses, trigger, grammar)
    return _by_particle(clauses, trigger, grammar)


def _by_position(clauses: Clauses, trigger: tuple[int, int], grammar: Grammar) -> list[tuple[str, Group]]:
    first, last = trigger
    start, end = clauses.around(first)
    stop = min((a for a, _ in clauses.triggers if a >= last), default=end)
    begin = max((b for _, b in clauses.triggers if b <= first and b > start), default=start)
    found: list[tuple[str, Group]] = []
    subject: Group | None = None
    seen_object = False
    for group in clauses.groups:
        if group.start < start or group.start >= end:
            continue
        if group.end <= first:
            if group.case == "":
                subject = subject or group
            elif group.start >= begin or group.case == "inviter":
                found.append((group.case, group))
        elif group.start >= last and group.start < stop:
            if group.case not in ("", "attribute", "genitive"):
                found.append((group.case, group))
            elif not seen_object and clauses.text[last : group.start].count(" ") <= 6 and group.start - last <= 40:
                found.append(("object" if group.case != "attribute" else "attribute", group))
                seen_object = True
        elif group.start >= first and group.end <= last:
            found.append(("inner", group))
    floor = max((g.end for g in clauses.groups if g.end <= first), default=start)
    if grammar.unknown and grammar.unknown.search(clauses.text, max(start, floor), first):
        return found
    if subject is None and not any(case in ("genitive", "by") for case, _ in found):
        subject = _carried(clauses, start, first, grammar)
    return [("subject", subject), *found] if subject else found


def _carried(clauses: Clauses, start: int, first: int, grammar: Grammar) -> Group | None:
    """The subject of an earlier clause of the sentence, where this clause names none of its own."""
    relative = _RELATIVE.search(clauses.text, max(clauses.start, start - 10), start)
    left = clauses.text[start:first]
    for group in reversed(clauses.groups):
        if start <= group.start and group.end <= first:
            left = left[: group.start - start] + left[group.end - start :]
    if not grammar.carry.fullmatch(left):
        return None
    place = start
    while place > clauses.start:
        begin, end = clauses.around(place - 1)
        for group in clauses.groups:
            if begin <= group.start < end and group.case == "":
                near = relative is None or clauses.text[group.end : relative.start()].strip(" ,") == ""
                return group if near else None
        place = begin
    return None


def _by_particle(clauses: Clauses, trigger: tuple[int, int], grammar: Grammar) -> list[tuple[str, Group]]:
    first = trigger[0]
    start, _ = clauses.around(first)
    begin = max([start, *(b for _, b in clauses.triggers if b <= first), *(b for _, b in clauses.speech if b <= first)])
    ends = {b for _, b in clauses.triggers if b <= first}
    found: list[tuple[str, Group]] = []
    subject: Group | None = None
    bare: Group | None = None
    for group in clauses.groups:
        if group.start >= first:
            break
        if group.case == "subject":
            if subject is None or not _in_relative(clauses.text[group.end : first], grammar):
                subject = group
        elif begin <= group.start and group.end <= first + 1 and not (group.start in ends and group.case == "object"):
            near = not clauses.text[group.end : first].strip()
            if group.case == "" and not near:
                bare = bare or group
            else:
                found.append((group.case or "compound", group))
    if subject and _another(clauses.text, subject, first, grammar):
        subject = None
    subject, more = _after(clauses, trigger, subject, grammar)
    subject = subject or bare
    return [("subject", subject), *found, *more] if subject else found + more


def _after(
    clauses: Clauses, trigger: tuple[int, int], subject: Group | None, grammar: Grammar
) -> tuple[Group | None, list[tuple[str, Group]]]:
    """The groups inside a trigger or joined to it (訪中); and its subject, the noun it qualifies too (訪中した金氏)."""
    first, last = trigger
    found: list[tuple[str, Group]] = []
    after = last
    for group in clauses.groups:
        if group.start >= first and group.end <= last:
            found.append(("inner", group))
        elif group.start == last and group.end == last + 1 and group.case == "object":
            found.append(("object", group))
            after = group.end
        elif group.start >= after:
            noun = grammar.adnominal.fullmatch(clauses.text, after, group.start)
            qualifies = clauses.text[last - 1 : group.start].strip().endswith(_ATTRIBUTIVE)
            return (group if noun and (subject is None or qualifies) else subject), found
    return subject, found


def _another(text: str, subject: Group, first: int, grammar: Grammar) -> bool:
    """Whether somebody whom the gazetteer does not know stands as subject nearer to the trigger."""
    trail = grammar.trail.match(text, subject.end, first)
    after = text[trail.end() if trail else subject.end : first]
    return grammar.unknown is not None and grammar.unknown.search(after[1:]) is not None


def _in_relative(between: str, grammar: Grammar) -> bool:
    """Whether a subject belongs to a clause inside the sentence that qualifies a noun (中国が主導する鉄道)."""
    return grammar.relative is not None and grammar.relative.search(between) is not None
