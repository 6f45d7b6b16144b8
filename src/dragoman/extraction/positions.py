"""The groups of a trigger in Chinese: who stands before it is its subject, who after it its object."""

from dragoman.extraction.clauses import Clauses
from dragoman.extraction.grammar import Grammar
from dragoman.extraction.parties import Group

# Who is meant by these is nobody named, whoever is named after them.
_ANYONE = ("各方", "各国", "有关各方", "有关方面", "国际社会", "世界各国", "所有国家")
_SUFFERING = ("被", "遭", "遭到", "受到")


def by_position(clauses: Clauses, trigger: tuple[int, int], grammar: Grammar) -> list[tuple[str, Group]]:
    """The groups that belong to a trigger, each with its case, the subject first where there is one."""
    first = trigger[0]
    start, end = clauses.around(first)
    groups = [group for group in clauses.groups if start <= group.start < end]
    subject, found = _before(clauses, groups, first, grammar)
    found += _after(clauses, groups, trigger, grammar)
    found += [("inviter", group) for group in clauses.groups if _invites(clauses, group, start)]
    if _inside_phrase(clauses.text, start, trigger, grammar):
        return [("subject", group) for case, group in found if case == "to"]
    if _about(clauses.text, start, trigger, grammar):
        return []
    subject = _pivot(clauses, start, first, grammar) or subject
    if subject is None and not any(case in ("genitive", "by") for case, _ in found):
        subject = _carried(clauses, start, first, grammar)
    agent = next((group for case, group in found if case == "by" and _suffered(clauses.text, group, first)), None)
    if agent is not None:
        found = [("subject" if group is agent else case, group) for case, group in found]
        return [*found, ("object", subject)] if subject else found
    return [("subject", subject), *found] if subject else found


def _invites(clauses: Clauses, group: Group, start: int) -> bool:
    """Whether a group of an earlier clause is the inviter there (应拉夫罗夫邀请，王毅访问俄罗斯)."""
    return group.case == "inviter" and group.end <= start and "邀请" in clauses.text[group.end : start][:12]


def _suffered(text: str, group: Group, first: int) -> bool:
    """Whether a group before a verb is the one that does it in a passive (船被日本巡视船扣押)."""
    return group.end <= first and text[max(0, group.start - 4) : group.start].rstrip("“").endswith(
        ("被", "遭", "遭到", "受到")
    )


def _before(
    clauses: Clauses, groups: list[Group], first: int, grammar: Grammar
) -> tuple[Group | None, list[tuple[str, Group]]]:
    """The subject, and the groups with a coverb between the trigger before and this one."""
    start, _ = clauses.around(first)
    begin = max((b for _, b in clauses.triggers if b <= first and b > start), default=start)
    ahead = [group for group in groups if group.end <= first]
    bare = [g for g in ahead if g.case == "" and not _inside_coverb(clauses.text[start : g.start], grammar)]
    whole = grammar.closes.match(clauses.text, begin) if grammar.closes and begin > start else None
    far = ("inviter", "to") if whole and whole.end() > first else ("inviter",)
    found = [(g.case, g) for g in ahead if g.case and (g.start >= begin or g.case in far)]
    return next(iter(bare), None), found


def _after(
    clauses: Clauses, groups: list[Group], trigger: tuple[int, int], grammar: Grammar
) -> list[tuple[str, Group]]:
    """The groups inside the trigger, and those after it up to the next: the first without a coverb is its object.

    What follows the object belongs to it (敦促日方向韩方道歉).
    """
    first, last = trigger
    stop = min((a for a, _ in clauses.triggers if a >= last), default=clauses.around(first)[1])
    found: list[tuple[str, Group]] = []
    seen_object = False
    for group in groups:
        if group.start >= first and group.end <= last:
            found.append(("inner", group))
        elif not last <= group.start < stop:
            continue
        elif group.case not in ("", "attribute", "genitive"):
            if not seen_object and _follows(clauses.text, last, group, grammar):
                found.append((group.case, group))
        elif not seen_object and _near(clauses.text[last : group.start], grammar):
            found.append(("object" if group.case != "attribute" else "attribute", group))
            seen_object = True
    return found


def _follows(text: str, last: int, group: Group, grammar: Grammar) -> bool:
    """Whether a group with a coverb may belong to the verb before it: most coverbs stand before their verb.

    (警告西方不要向乌克兰提供导弹 warns nobody in Ukraine; 移交给法国 hands over to France.)
    """
    between = text[last : group.start]
    return len(between) <= 2 or grammar.behind is None or grammar.behind.search(between) is not None


def _inside_coverb(lead: str, grammar: Grammar) -> bool:
    """Whether a coverb before a name still waits for its noun (对上述5名香港官员)."""
    return grammar.open is not None and grammar.open.search(lead) is not None


def _inside_phrase(text: str, start: int, trigger: tuple[int, int], grammar: Grammar) -> bool:
    """Whether a trigger is part of what the clause speaks about (对双方实现停火表示欢迎), not what its subject did."""
    if grammar.phrase is None or grammar.closes is None or not grammar.phrase.search(text, start, trigger[0]):
        return False
    return grammar.closes.match(text, trigger[1]) is not None


def _about(text: str, start: int, trigger: tuple[int, int], grammar: Grammar) -> bool:
    """Whether a trigger is part of the matter that the clause deals with (就日方提供装甲车提出抗议)."""
    if grammar.matter is None or grammar.closes is None or not grammar.matter.search(text, start, trigger[0]):
        return False
    return grammar.closes.match(text, trigger[1]) is not None


def _near(between: str, grammar: Grammar) -> bool:
    """Whether a verb and a name after it stand near enough for the name to be its object."""
    if between.startswith(_ANYONE):
        return False
    return grammar.near is not None and grammar.near.fullmatch(between) is not None


def _carried(clauses: Clauses, start: int, first: int, grammar: Grammar) -> Group | None:
    """The subject of an earlier clause of the sentence, where this clause names none of its own."""
    left = clauses.text[start:first].rstrip("“「『")
    for group in reversed(clauses.groups):
        if start <= group.start and group.end <= first:
            left = left[: group.start - start] + left[group.end - start :]
    if not grammar.carry.fullmatch(left):
        return None
    place = start
    while place > clauses.start:
        begin, end = clauses.around(place - 1)
        if begin == clauses.start and clauses.text[end - 1] in "：:":
            return None
        for group in clauses.groups:
            if begin <= group.start < end and group.case == "" and _heads(clauses, begin, group, grammar):
                return None if _of_another_speaker(clauses, group) else group
        verb = next((a for a, _ in clauses.triggers if begin <= a < end), end)
        if grammar.others is not None and grammar.others.search(clauses.text, begin, verb):
            return None
        place = begin
    return None


def _of_another_speaker(clauses: Clauses, group: Group) -> bool:
    """Whether what is said of the group is said by another side, who may be the subject of what follows as well."""
    said = [first for first, last in clauses.speech if last <= group.start]
    speaker = next((g for g in reversed(clauses.groups) if said and g.end <= said[-1] and g.case == ""), None)
    return speaker is not None and speaker.side != group.side


def _heads(clauses: Clauses, begin: int, group: Group, grammar: Grammar) -> bool:
    """Whether a group can be the subject of its clause: neither a trigger nor another verb stands before it."""
    if any(begin <= first and last <= group.start for first, last in clauses.triggers):
        return False
    lead = clauses.text[begin : group.start].strip("“”\"'「」《》 ")
    return bool(grammar.carry.fullmatch(lead) or grammar.gap.fullmatch(lead)) or len(lead) > 8


def _pivot(clauses: Clauses, start: int, first: int, grammar: Grammar) -> Group | None:
    """Who is asked, accused or thanked before the trigger, and so does what it says (感谢中国提供疫苗)."""
    verbs = [m.end() for m in grammar.pivot.finditer(clauses.text, start, first)] if grammar.pivot else []
    floor = verbs[-1] if verbs else first
    return next((g for g in clauses.groups if floor <= g.start and g.end <= first and g.case == ""), None)
