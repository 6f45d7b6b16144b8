"""Attendance, signatures and appointments, read from the sentences of a text."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.extraction.naming import Named
from dragoman.extraction.naming.names import SENT
from dragoman.extraction.protocol.acts import Act, Acts, core, found_in, load_acts
from dragoman.extraction.protocol.clauses import nearest_of, subject, thing
from dragoman.extraction.protocol.people import People, Somebody
from dragoman.extraction.scene import Readings
from dragoman.extraction.speech.tongue import load_tongue
from dragoman.extraction.speech.voices import Voices
from dragoman.extraction.timing import nearest
from dragoman.gazetteer import Gazetteer
from dragoman.languages.sought import Sought
from dragoman.model import Appointment, Attendance, Sentence, Signature, TimeExpression

Protocol = Attendance | Signature | Appointment
LONGEST = 3000  # characters of a sentence
_NOT_DOCUMENTS = ("state", "territory", "place", "person", "organ", "group")
_OWNERS = ("state", "territory", "organ", "group")


@dataclass(frozen=True, slots=True)
class Told:
    """An act as a sentence tells it: who, what it is about, its clause and its days."""

    act: Act
    at: int
    span: tuple[int, int]
    who: tuple[Somebody, ...]
    what: tuple[int, int] | None
    first: date | None
    last: date | None


def read_protocol(readings: Readings, gazetteer: Gazetteer, names: Sequence[Named]) -> list[Protocol]:
    """Who presided, spoke, attended or was absent, who signed or would not, who came to a post or left it, in order.

    `names` are those that the gazetteer does not know; somebody not known has no id.
    """
    people = People(readings.text, readings.language, readings.mentions, names, gazetteer)
    voices = Voices(readings.text, load_tongue(readings.language), readings.mentions, gazetteer)
    found: list[Protocol] = []
    for kind in ("attend", "sign", "appoint"):
        acts = load_acts(kind, readings.language)
        for sentence in _sentences(readings, acts.stems):
            told = list(_told(people, voices, acts, sentence, readings.times))
            if kind == "attend":
                found += [row for one in told for row in _attendance(readings.text, one, voices)]
            elif kind == "sign":
                for one in told:
                    earlier = next((row.document for row in reversed(found) if isinstance(row, Signature)), None)
                    found += _signatures(readings.text, one, acts, voices, earlier)
            else:
                for one in told:
                    posts = [row.post for row in found if isinstance(row, Appointment)]
                    found += _appointments(people, one, acts, voices, posts)
    return found


def _sentences(readings: Readings, stems: Sought) -> Iterator[Sentence]:
    """The sentences in which a word of the kind stands; what goes on without end is no sentence."""
    ends = [sentence.end for sentence in readings.sentences]
    place = 0
    for match in stems.finditer(readings.text):
        if match.start() < place:
            continue
        index = bisect_left(ends, match.end())
        if index == len(ends):
            return
        if len(readings.sentences[index].text) <= LONGEST:
            yield readings.sentences[index]
        place = max(match.end(), ends[index])


def _told(
    people: People, voices: Voices, acts: Acts, sentence: Sentence, times: Sequence[TimeExpression]
) -> Iterator[Told]:
    before: tuple[int, Sequence[Somebody]] = (sentence.start, ())
    if sentence.text.rstrip('”」"').endswith(("?", "？", "吗", "か。")):
        return
    first = bisect_left([time.start for time in times], sentence.start) if times else 0
    dated = [time for time in times[first : first + 20] if time.end <= sentence.end]
    for act, match in found_in(acts, people.text, sentence.start, sentence.end):
        words = core(match)
        if "who" in match.re.groupindex and match["who"]:
            who = people.listed(*match.span("who"), named=True)
        else:
            who = subject(people, voices, (sentence.start, sentence.end), words[0], before)
        if act.action in ("signed", "planned"):
            who = [*who, *_alongside(people, match.end(), sentence.end)]
        what = thing(people, act, match, (sentence.start, sentence.end))
        end = words[1] if people.verb_last else max(match.end(), what[1] if what else 0)
        before = max(before[0], end), who or before[1]
        if not who or (what and acts.unlike.search(people.text[slice(*what)])):
            continue
        ending = voices.tongue.ending.match(people.text, match.end(), sentence.end)
        spans = [
            (match.start(), ending.end() if ending else match.end()),
            *((one.start, one.end) for one in who),
            *([what] if what else []),
        ]
        when = nearest(dated, sentence.start, sentence.end, words)
        span = min(a for a, _ in spans), max(b for _, b in spans)
        yield Told(act, words[0], span, tuple(who), what, when.first if when else None, when.last if when else None)


def _alongside(people: People, start: int, end: int) -> list[Somebody]:
    """Those with whom somebody signs, named after the document ("signed the deal with Moon")."""
    found = people.lists.alongside.match(people.text, start, end)
    return people.listed(*found.span("with")) if found else []


def _attendance(text: str, told: Told, voices: Voices) -> Iterator[Attendance]:
    start, end = told.span
    who = told.who
    if told.act.action == "accompanied":
        who = tuple(one for one in who if one.entity is None or _is_person(one, voices))
    for order, one in enumerate(who, start=1):
        yield Attendance(
            start, end, text[start:end], one.entity, text[one.start : one.end], (one.start, one.end), told.act.action,
            order, told.what, told.first, told.last, told.act.line,
        )  # fmt: skip


def _signatures(
    text: str, told: Told, acts: Acts, voices: Voices, earlier: tuple[int, int] | None
) -> Iterator[Signature]:
    document = told.what
    refused = told.act.action == "refused"
    if (
        refused
        and earlier
        and (document is None or (acts.document and not acts.document.search(text[slice(*document)])))
    ):
        document = earlier
    if document is None and told.act.what != "none":
        return
    if document and acts.document and not acts.document.search(text[slice(*document)]):
        return
    known = [one for one in voices.between(*document) if one.type not in _NOT_DOCUMENTS] if document else []
    start, end = told.span
    for one in told.who:
        yield Signature(
            start, end, text[start:end], one.entity, text[one.start : one.end], (one.start, one.end), told.act.action,
            document, known[0].entity if known else None, told.first, told.last, told.act.line,
        )  # fmt: skip


def _appointments(
    people: People, told: Told, acts: Acts, voices: Voices, posts: Sequence[str]
) -> Iterator[Appointment]:
    """`posts` are those told of before, the last of which "the post" means."""
    persons = [one for one in told.who if one.entity is None or _is_person(one, voices)]
    if not people.verb_last:
        persons = [one for one in nearest_of(people, persons) if not _passed_over(people, one, told.at)]
    text = people.text
    start, end = told.span
    for one in persons:
        post = _post(people, told.what) if told.what else people.title(one)
        named = post is not None and (acts.document is None or acts.document.search(text[slice(*post)]))
        if post is not None and (not named or people.persons(*post)):
            continue
        words = text[slice(*post)] if post else posts[-1] if posts and told.what is None else ""
        if not words:
            continue
        owners = [mention for mention in voices.between(*post) if mention.type in _OWNERS] if post else []
        owners = [mention for mention in owners if not SENT.search(text[max(0, mention.start - 8) : mention.start])]
        yield Appointment(
            start, end, text[start:end], one.entity, text[one.start : one.end], (one.start, one.end), words,
            owners[-1].entity if owners else None, told.act.action, told.first, told.last, told.act.line,
        )  # fmt: skip


def _passed_over(people: People, one: Somebody, verb: int) -> bool:
    """Whether somebody only congratulates, or calls, the one who comes to a post."""
    return one.end < verb and people.lists.another.search(people.text, one.end, verb) is not None


def _is_person(one: Somebody, voices: Voices) -> bool:
    return any(mention.type == "person" for mention in voices.between(one.start, one.end))


def _post(people: People, what: tuple[int, int] | None) -> tuple[int, int] | None:
    """The words of a title without those that lead in or follow."""
    if what is None:
        return None
    start, end = what
    words = people.text[start:end]
    if lead := people.lists.post_lead.match(words):
        start += lead.end()
    if tail := people.lists.post_tail.search(people.text[start:end]):
        end = start + tail.start()
    return (start, end) if end - start >= 2 else None
