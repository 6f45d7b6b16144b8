"""Who held what on a day, whose post had changed, and where a text and the gazetteer differ."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.analysis.day_words import MONTHS, day_in_words, interval_in_words
from dragoman.analysis.posts.titles import Titled, stand
from dragoman.analysis.reportage import Reportage, day_of, in_numbers
from dragoman.gazetteer import Post
from dragoman.model import Anchor, Appointment, Finding, Mention, content_id


@dataclass(frozen=True, slots=True)
class Holder:
    """A person that the case names, with the posts held on a day and the last one left before it.

    `anchor` is where the person is named first.
    """

    person: str
    state: str | None
    posts: tuple[Post, ...]
    left: Post | None
    anchor: Anchor


def holders(reportage: Reportage, day: date) -> tuple[Holder, ...]:
    """Everybody the case names who held a post on a day, or is known to have left one, by state and name."""
    first: dict[str, Anchor] = {}
    for one in sorted(reportage.readings.get("mention", ()), key=lambda one: (one.document, one.reading.start)):
        mention = one.reading
        if isinstance(mention, Mention) and mention.type == "person":
            first.setdefault(mention.entity, one.anchor)
    rows = []
    for person, anchor in first.items():
        if person not in reportage.known:
            continue
        row = reportage.known.entity(person)
        held = reportage.known.posts(person, day.isoformat())
        left = [post for post in row.posts if post.last and post.last < day.isoformat()[: len(post.last)]]
        if held or left:
            rows.append(
                Holder(person, row.state, held, max(left, key=lambda post: post.last or "", default=None), anchor)
            )
    return tuple(sorted(rows, key=lambda row: (row.state or "~", reportage.name(row.person), row.person)))


def changed_posts(rows: Sequence[Titled], reportage: Reportage) -> tuple[Finding, ...]:
    """A finding for each person whom the texts give one post at one time and another later, when the first was over."""
    by_person: dict[str, list[Titled]] = defaultdict(list)
    for row in rows:
        if row.standing == "held" and row.post:
            by_person[row.person].append(row)
    return tuple(one for person in sorted(by_person) for one in _changes(by_person[person], reportage))


def _changes(rows: Sequence[Titled], reportage: Reportage) -> Iterator[Finding]:
    ordered = sorted(rows, key=lambda row: (row.last, row.anchor))
    told: set[tuple[str, str]] = set()
    for later in ordered:
        over = [row for row in ordered if row.last < later.first and _over(row, later)]
        for earlier in over[-1:]:
            assert earlier.post
            assert later.post
            key = earlier.post.title, later.post.title
            if key not in told:
                told.add(key)
                yield _changed(
                    earlier, later, [row for row in ordered if row.post in {earlier.post, later.post}], reportage
                )


def _over(earlier: Titled, later: Titled) -> bool:
    post, now = earlier.post, later.post
    return bool(
        post and now and post.title != now.title and post.last and post.last < later.first.isoformat()[: len(post.last)]
    )


def _changed(earlier: Titled, later: Titled, rows: Sequence[Titled], reportage: Reportage) -> Finding:
    assert earlier.post
    assert later.post
    who = reportage.name(earlier.person)
    said = (
        f"{who} is given as {earlier.post.title} for {_when(earlier)}, as {later.post.title} for {_when(later)}: the"
        f" first post had ended ({_span(earlier.post)}), the second was held {_span(later.post)}."
    )
    step = _step(earlier, later)
    anchors = tuple(dict.fromkeys(row.anchor for row in rows))
    return Finding(
        content_id("fi", "posts", said, *(anchor.id for anchor in anchors)), "posts", "changed post", said, anchors, (),
        (("from", earlier.post.title), ("to", later.post.title), ("step", step)), (("person", earlier.person),),
        ("The days of posts are the gazetteer's; the titles are the texts'.",),
    )  # fmt: skip


def _step(earlier: Titled, later: Titled) -> str:
    """Whether a change of titles leads up, down, or neither, by the levels of titles.yaml (a convention)."""
    before, after = earlier.title.level, later.title.level
    if before is None or after is None or before == after:
        return "level"
    return "up" if after < before else "down"


def departures(rows: Sequence[Titled], reportage: Reportage) -> tuple[Finding, ...]:
    """Where texts give somebody a post that by the gazetteer was over: each person and title once, with a count.

    A title that fits the day of publication is no departure: a text may call a man by what he is now.
    """
    by_title: dict[tuple[str, str], list[Titled]] = defaultdict(list)
    for row in rows:
        if row.standing == "held before" and not _now(row, reportage):
            by_title[row.person, row.title.id].append(row)
    return tuple(_departure(some, reportage) for _, some in sorted(by_title.items()))


def _now(row: Titled, reportage: Reportage) -> bool:
    day = day_of(reportage.documents[row.anchor.document].published)
    return day is not None and stand(row.title, row.person, day, day, reportage)[0] == "held"


def _departure(rows: Sequence[Titled], reportage: Reportage) -> Finding:
    row = rows[0]
    assert row.post
    who = reportage.name(row.person)
    documents = {one.anchor.document for one in rows}
    said = (
        f"{who} is called “{row.words}” in {in_numbers(len(documents), 'text')} (first {_when(row)}), though the"
        f" gazetteer has the post end before: {row.post.title}, {_span(row.post)}."
    )
    anchors = tuple(dict.fromkeys(one.anchor for one in rows))[:20]
    return Finding(
        content_id("fi", "posts", said), "posts", "differs", said, anchors, (),
        (("texts", str(len(documents))), ("places", str(len(rows)))), (("person", row.person), ("title", row.title.id)),
        ("A title may be kept in honour of the dead, or the gazetteer may be wrong.",),
    )  # fmt: skip


def appointments(reportage: Reportage) -> tuple[Finding, ...]:
    """A finding for each person that texts say came to a post or left one, with whether the gazetteer has the post."""
    by_step: dict[tuple[str, str, str], list[tuple[Appointment, Anchor]]] = defaultdict(list)
    for one in reportage.readings.get("appointment", ()):
        reading = one.reading
        if isinstance(reading, Appointment) and reading.person and reportage.is_person(reading.person):
            by_step[reading.person, reading.action, reading.post].append((reading, one.anchor))
    return tuple(_appointed(some, reportage) for _, some in sorted(by_step.items()))


def _appointed(some: Sequence[tuple[Appointment, Anchor]], reportage: Reportage) -> Finding:
    reading = some[0][0]
    assert reading.person
    days = interval_in_words(reading.first, reading.last, "month") if reading.first else "on a day not given"
    said = f"{reportage.name(reading.person)} {reading.action}: {reading.post}, {days}."
    anchors = tuple(dict.fromkeys(anchor for _, anchor in some))
    return Finding(
        content_id("fi", "posts", said, *(anchor.id for anchor in anchors)), "posts", reading.action, said, anchors, (),
        (("texts", str(len({anchor.document for anchor in anchors}))),), (("person", reading.person),),
    )  # fmt: skip


def _when(row: Titled) -> str:
    return interval_in_words(row.first, row.last, "month")


def _span(post: Post) -> str:
    return f"{_date(post.first)} to {_date(post.last)}" if post.last else f"since {_date(post.first)}"


def _date(text: str) -> str:
    """An ISO day, month or year in words.

    >>> _date("2018-03"), _date("2013-03-16"), _date("2001")
    ('March 2018', '16 March 2013', '2001')
    """
    day = day_of(text)
    if day:
        return day_in_words(day)
    year, _, month = text.partition("-")
    return f"{MONTHS[int(month) - 1]} {year}" if month else year
