"""Titles that stand with a person's name, held against the posts that the gazetteer knows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman import languages
from dragoman.analysis.posts.rows import Title, titles
from dragoman.analysis.reportage import Reportage, day_of
from dragoman.gazetteer import Post
from dragoman.model import Anchor, Mention, Observation, Sentence, TimeExpression

REACH = 80  # characters on either side of a name in which its title is looked for
FORMER = {
    "en": re.compile(r"\b(?:former|then|late|ex|future)[- ]$", re.IGNORECASE),
    "zh": re.compile("(?:前|原|时任|候任)(?:总统|国家|副)?$"),
    "ja": re.compile("(?:前|元|故|次期)$"),
    "ko": re.compile(r"(?:전|전임|당시) ?$"),
}
BEFORE = {
    "en": re.compile(r"\s"),
    "zh": re.compile(""),
    "ja": re.compile("[の・]?"),
    "ko": re.compile("(?:이신|인)? ?"),
}
"""What stands between a title and the name after it."""
LINK = {
    "en": re.compile(",? and |, "), "zh": re.compile("[、和兼]"), "ja": re.compile("[、・兼]"),
    "ko": re.compile("이시며 |이며 |, ?| ?겸 "),
}  # fmt: skip
"""What stands between two titles of one name."""
AFTER = {
    "en": re.compile(r"^(?:,| \(|[^.;]{0,60}? as)(?: then| the| a| an| both)* (?:[A-Z][\w.'-]* ){0,2}$"),
    "zh": re.compile(r"^(?:[^，。；]{0,6}以)?$"), "ja": re.compile(r"^・?(?:[一-鿿]{0,3}・?)?$"),
    "ko": re.compile(r"^ ?(?:[가-힣]{1,8} )?$"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Titled:
    """A person with a title in a text: the days that it is said of, and the post that it means.

    `standing` says what the gazetteer knows of it: held (then), held before (then no longer), not yet, not listed.
    """

    person: str
    title: Title
    words: str
    first: date
    last: date
    standing: str
    post: Post | None
    anchor: Anchor


def titled(document: str, reportage: Reportage) -> tuple[Titled, ...]:
    """The people with their titles in a document, in the order of the text; former titles are passed over."""
    held = reportage.documents[document]
    if held.language not in BEFORE:
        return ()
    if not any(_is_named(one) for one in reportage.of("mention", document)):
        return ()
    rows = []
    for sentence in languages.sentences(held.text, held.language):
        found = reportage.within("mention", document, sentence.start, sentence.end)
        inside = [one.reading for one in found if _is_named(one) and isinstance(one.reading, Mention)]
        for number, one in enumerate(inside):
            room = (
                inside[number - 1].end if number else sentence.start,
                inside[number + 1].start if number + 1 < len(inside) else sentence.end,
            )
            rows += list(_of(one, room, sentence, document, reportage))
    return tuple(rows)


def _is_named(one: Observation) -> bool:
    """Whether a mention gives a person's name, rather than words that point back to one."""
    mention = one.reading
    return isinstance(mention, Mention) and mention.type == "person" and not mention.via


def _of(
    mention: Mention, room: tuple[int, int], sentence: Sentence, document: str, reportage: Reportage
) -> Iterator[Titled]:
    held = reportage.documents[document]
    text, language = held.text, held.language
    low, high = max(room[0], mention.start - REACH), min(room[1], mention.end + REACH)
    for title, (start, end) in _longest(_places(text, language, low, high, (mention.start, mention.end))):
        if FORMER[language].search(text, low, start):
            continue
        first, last = _days(document, sentence, min(start, mention.start), reportage)
        if first is None or last is None:
            continue
        span = min(start, mention.start), max(end, mention.end)
        standing, post = stand(title, mention.entity, first, last, reportage)
        yield Titled(
            mention.entity, title, text[start:end], first, last, standing, post,
            Anchor(document, *span, text[span[0] : span[1]]),
        )  # fmt: skip


def _places(
    text: str, language: str, low: int, high: int, name: tuple[int, int]
) -> Iterator[tuple[Title, tuple[int, int]]]:
    """Where titles stand that belong to a name: in a chain right before it or right after it."""
    found = [
        (title, match.span())
        for title in titles()
        if language in title.forms
        for match in title.forms[language].finditer(text, low, high)
        if match.end() <= name[0] or match.start() >= name[1]
    ]
    edge = name[0]
    for title, span in sorted(found, key=lambda one: (-one[1][1], one[1][0])):
        between = BEFORE if edge == name[0] else LINK
        if span[1] <= edge and between[language].fullmatch(text[span[1] : edge]):
            yield title, span
            edge = span[0]
    edge = name[1]
    for title, span in sorted(found, key=lambda one: (one[1][0], -one[1][1])):
        if (
            language == "en"
            and high > name[1]
            and BEFORE["en"].fullmatch(text[span[1] : high])
            and text[high : high + 1] != "."
        ):
            continue
        chained = edge > name[1] and LINK[language].fullmatch(text[edge : span[0]])
        if span[0] >= edge and (chained or (edge == name[1] and AFTER[language].match(text[edge : span[0]]))):
            yield title, span
            edge = span[1]


def _longest(found: Iterator[tuple[Title, tuple[int, int]]]) -> Sequence[tuple[Title, tuple[int, int]]]:
    """Of titles that overlap the longest."""
    kept: list[tuple[Title, tuple[int, int]]] = []
    for title, span in sorted(found, key=lambda one: (one[1][0] - one[1][1], one[1][0], one[0].id)):
        if all(span[1] <= other[0] or span[0] >= other[1] for _, other in kept):
            kept.append((title, span))
    return sorted(kept, key=lambda one: one[1])


def stand(title: Title, person: str, first: date, last: date, reportage: Reportage) -> tuple[str, Post | None]:
    """What the gazetteer knows of a person's holding a post that a title means between two days."""
    if person not in reportage.known:
        return "not listed", None
    posts = [post for post in reportage.known.entity(person).posts if title.posts.search(post.title)]
    days = (first.isoformat(), last.isoformat())
    for post in posts:
        if any(post.held_on(day) for day in days) or (days[0] <= post.first <= days[1]):
            return "held", post
    before = [post for post in posts if post.last is not None and post.last < days[0]]
    if before:
        return "held before", max(before, key=lambda post: post.first)
    later = [post for post in posts if post.first > days[1]]
    return ("not yet", later[0]) if later else ("not listed", None)


def _days(document: str, sentence: Sentence, at: int, reportage: Reportage) -> tuple[date | None, date | None]:
    """The days that a sentence speaks of at a place: its last time before it, else its first, else publication.

    What lies after publication is not what a title is told of.
    """
    times = [one.reading for one in reportage.within("time", document, sentence.start, sentence.end)]
    inside = [
        one for one in times
        if isinstance(one, TimeExpression) and one.role == "event" and one.first and one.last
    ]  # fmt: skip
    day = day_of(reportage.documents[document].published)
    told = [one for one in inside if day is None or (one.first and one.first <= day)]
    before = [one for one in told if one.end <= at]
    chosen = before[-1] if before else told[0] if told else None
    if chosen:
        return chosen.first, chosen.last
    return day, day
