"""The groups of a trigger in Japanese and Korean: the particle after each says what it does."""

from collections.abc import Iterator

from dragoman.extraction.clauses import Clauses
from dragoman.extraction.grammar import Grammar
from dragoman.extraction.parties import Group

_CLOSING = {"」": "「", "』": "『", "）": "（", ")": "("}
_ATTRIBUTIVE = ("た", "る", "한", "할", "는")


def by_particle(clauses: Clauses, trigger: tuple[int, int], grammar: Grammar) -> list[tuple[str, Group]]:
    """The groups that belong to a trigger, each with its case, the subject first where there is one."""
    first = trigger[0]
    embeds = _embeds(clauses, trigger, grammar)
    start, quoted = (clauses.start, []) if embeds and grammar.shared else _beginning(clauses, first, grammar)
    ended = [] if embeds else [b for _, b in (*clauses.triggers, *clauses.speech) if b <= first]
    if grammar.chained is not None and not embeds:
        ended += [match.end() for match in grammar.chained.finditer(clauses.text, start, first)]
    begin = max([start, *ended])
    ends = {b for _, b in clauses.triggers if b <= first}
    found: list[tuple[str, Group]] = []
    subject: Group | None = None
    bare: Group | None = None
    for group in _ahead(clauses, first, grammar, quoted):
        if group.case == "subject":
            between = clauses.text[group.end : first]
            inside = _in_relative(between, grammar)
            if subject is None or (not inside and not _under(clauses.text, subject, group, grammar)):
                subject = group
            elif embeds and (not inside or grammar.shared):
                found.append(("theme", group))
            elif not inside and not _closed(between, grammar):
                subject = group
        elif (
            (begin <= group.start or group.case == "proposed")
            and group.end <= first + 1
            and not (group.start in ends and group.case == "object")
        ):
            case = _case(clauses.text, group, first, grammar)
            if case == "bare":
                bare = bare or group
            elif not embeds or case == "genitive" != group.case or _outer(case, found, grammar):
                found.append((case, group))
    outer = embeds and subject is not None and is_topic(clauses.text, subject, grammar) and bool(grammar.elliptic)
    if (
        subject
        and not outer
        and (_another(clauses, subject, first, grammar) or _inner(clauses.text, subject, first, grammar))
    ):
        subject = None
    if grammar.shared:
        found = _settled(clauses, (start, begin), found, grammar, embeds)
    subject, more = _after(clauses, trigger, subject, grammar)
    subject = subject or bare
    if subject is None:
        return found + more
    found = [row for row in found if not _owns(clauses.text, row, subject, first, grammar)]
    return [("subject", subject), *found, *more]


def _ahead(clauses: Clauses, first: int, grammar: Grammar, quoted: list[tuple[int, int]]) -> Iterator[Group]:
    """The groups before a trigger, without those quoted or in a clause which only qualifies the next of them."""
    for number, group in enumerate(clauses.groups):
        if group.start >= first:
            return
        if any(a <= group.start < b for a, b in quoted):
            continue
        if group.case == "subject" or not grammar.elliptic or not _of_next(clauses, number, first, grammar):
            yield group


def _of_next(clauses: Clauses, number: int, first: int, grammar: Grammar) -> bool:
    """Whether a group stands in a clause that only qualifies the group after it (台湾への売却に関わった米企業に)."""
    after = clauses.groups[number + 1] if number + 1 < len(clauses.groups) else None
    if after is None or after.start >= first or grammar.relative is None:
        return False
    between = clauses.text[clauses.groups[number].end : after.start + 1]
    found = grammar.relative.search(between)
    return found is not None and found.end() == len(between) - 1 and "、" not in between


def _owns(text: str, row: tuple[str, Group], subject: Group, first: int, grammar: Grammar) -> bool:
    """Whether a group only says whose a subject is: this (国連のグテレス事務総長), or another (ドイツの首相府は)."""
    case, group = row
    if case != "genitive":
        return False
    other = grammar.owned is not None and grammar.owned.match(text, group.end, first) is not None
    return other or text[group.end : subject.start] in ("の", "의 ")


def _outer(case: str, found: list[tuple[str, Group]], grammar: Grammar) -> bool:
    """Whether a group belongs to the verb of asking or blaming itself, not to the clause inside: the first, or whom it
    is addressed to.
    """
    if not found:
        return case in grammar.outer
    return case == "to" and bool(grammar.shared) and all(other in ("object", "genitive") for other, _ in found)


def _case(text: str, group: Group, first: int, grammar: Grammar) -> str:
    """The case of a group before a trigger; genitive where it only qualifies the noun after it, bare if it has none."""
    near = not text[group.end : first].strip()
    if group.case == "to" and grammar.aimed and grammar.aimed.match(text, group.end, first):
        return "none"
    if group.case == "genitive" and grammar.located and grammar.located.match(text, group.end, first):
        return "at"
    if group.case or near:
        return group.case or "compound"
    return "genitive" if grammar.modified and grammar.modified.fullmatch(text, group.end, first) else "bare"


def _settled(
    clauses: Clauses, span: tuple[int, int], found: list[tuple[str, Group]], grammar: Grammar, embeds: bool
) -> list[tuple[str, Group]]:
    """The groups without the owner of a thing where somebody is addressed, and without the goal of a visit (방한을).

    Where a verb has none, that of the verb before it in its chain.
    """
    start, end = span
    if not found and start < end:
        before = [group for group in clauses.groups if start <= group.start and group.end <= end]
        last = max((place for place, group in enumerate(before) if group.case == "subject"), default=0)
        return [(group.case, group) for group in before[last:] if group.case in grammar.shared][-1:]
    if any(case in ("object", "genitive") for case, _ in found):
        found = [(case, group) for case, group in found if case != "to" or group.end - group.start > 1]
    addressed = any(case == "to" and any(m.type != "group" for m in group.members) for case, group in found)
    goals = [group for case, group in found if case == "object" and group.end - group.start == 1]
    owned = any(case == "object" and group not in goals for case, group in found)
    less = ("genitive", "object") if embeds and addressed else ("genitive",) if addressed or owned else ()
    return [(case, group) for case, group in found if group not in goals and case not in less]


def _beginning(clauses: Clauses, first: int, grammar: Grammar) -> tuple[int, list[tuple[int, int]]]:
    """Where the clause of a trigger begins, what stands in quotation marks or brackets before it passed over.

    "米国の決定を「不当だ」と批判した": the words quoted are no part of the clause around them.
    """
    start, _ = clauses.around(first)
    passed: list[tuple[int, int]] = []
    while grammar.elliptic and start > clauses.start and (mark := clauses.text[start - 1]) in _CLOSING:
        opening = clauses.text.rfind(_CLOSING[mark], clauses.start, start)
        if opening < 0:
            break
        passed.append((opening, start))
        start = clauses.around(opening)[0]
    return start, passed


def _under(text: str, topic: Group, group: Group, grammar: Grammar) -> bool:
    """Whether a subject stands in a clause under the topic before it (米国は、中国が…したと非難した)."""
    return is_topic(text, topic, grammar) and not is_topic(text, group, grammar)


def _closed(between: str, grammar: Grammar) -> bool:
    """Whether the clause of a subject ends before the trigger, saying when or if (日本が解除しない限り、)."""
    return grammar.subordinate is not None and grammar.subordinate.search(between) is not None


def _embeds(clauses: Clauses, trigger: tuple[int, int], grammar: Grammar) -> bool:
    """Whether a clause is the object of the trigger (～するよう求めた), and the whole is not itself reported."""
    first, last = trigger
    start, _ = clauses.around(first)
    found = grammar.complement.search(clauses.text, max(start, first - 8), last) if grammar.complement else None
    if found is None or (grammar.shared and any(found.end() <= g.start and g.end <= first for g in clauses.groups)):
        return False
    if found.group() == "ことに":
        return True
    return not any(last <= begin <= last + 4 for begin, _ in clauses.speech)


def is_topic(text: str, group: Group, grammar: Grammar) -> bool:
    """Whether a subject is what the whole sentence is about (は, 은/는), not that of a clause inside (が, 이/가)."""
    trail = grammar.trail.match(text, group.end)
    place = trail.end() if trail else group.end
    nominative = grammar.nominative
    return nominative is None or not (nominative.match(text, place) or nominative.match(text, group.end))


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
            qualifies = qualifies and (subject is None or is_topic(clauses.text, subject, grammar))
            return (group if noun and (qualifies or (subject is None and not grammar.shared)) else subject), found
    return subject, found


def _inner(text: str, subject: Group, first: int, grammar: Grammar) -> bool:
    """Whether a subject stands in a clause that qualifies the topic after it (米国が制裁した企業は反発した)."""
    if grammar.topic is None or is_topic(text, subject, grammar):
        return False
    return grammar.topic.search(text, subject.end, first) is not None


def _another(clauses: Clauses, subject: Group, first: int, grammar: Grammar) -> bool:
    """Whether somebody whom the gazetteer does not know stands as subject nearer to the trigger."""
    if grammar.unknown is None:
        return False
    trail = grammar.trail.match(clauses.text, subject.end, first)
    start = (trail.end() if trail else subject.end) + 1
    office = grammar.unknown.search(clauses.text, start, first)
    return office is not None and not any(
        _borne(clauses.text, group, office.start(), grammar) for group in clauses.groups
    )


def _borne(text: str, group: Group, office: int, grammar: Grammar) -> bool:
    """Whether an office is that of the group before it (왕이 부장)."""
    trail = grammar.trail.match(text, group.end, office + 1) if group.end <= office else None
    return group.start <= office < group.end or (trail is not None and trail.end() > office)


def _in_relative(between: str, grammar: Grammar) -> bool:
    """Whether a subject belongs to a clause inside the sentence that qualifies a noun (中国が主導する鉄道)."""
    return grammar.relative is not None and grammar.relative.search(between) is not None
