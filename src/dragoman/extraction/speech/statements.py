"""The statements of a text: who said what to whom, and through whom it reaches us."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.extraction.scene import Readings
from dragoman.extraction.speech.backward import read_backward, read_sources
from dragoman.extraction.speech.forward import read_forward
from dragoman.extraction.speech.nesting import registered, reported
from dragoman.extraction.speech.quotations import Layout
from dragoman.extraction.speech.resolving import Speakers
from dragoman.extraction.speech.saying import Saying, shortened
from dragoman.extraction.speech.tongue import Verb, load_tongue
from dragoman.extraction.speech.turns import Turn, read_turns
from dragoman.extraction.speech.voices import Voices
from dragoman.gazetteer import Gazetteer
from dragoman.model import Statement

_SOURCE = Verb("say.source", "plain", frozenset({"outlet"}))
_NESTED = 2  # characters between two verbs of which the second reports the first
_CONTINUED = 3  # characters of white space between a quotation and the one that goes on


def read_statements(readings: Readings, gazetteer: Gazetteer, names: Sequence[int] = ()) -> list[Statement]:
    """The statements of a text in order; what is said within a statement is reported by its speaker.

    `names` are the ends of names that the gazetteer does not know, who may speak too.
    """
    tongue = load_tongue(readings.language)
    layout = Layout(readings.text, readings.sentences)
    voices = Voices(readings.text, tongue, readings.mentions, gazetteer, names)
    turns = read_turns(readings.text, readings.mentions)
    speakers = Speakers(voices, turns, gazetteer)
    found = [_of_turn(readings.text, turn, speakers.of_turn(turn)) for turn in turns]
    for saying in _sayings(voices, layout):
        found += _statements(saying, speakers, layout, readings.text)
    found += _continued(readings.text, layout, found)
    return reported(registered(found, readings.sentences, turns))


def _sayings(voices: Voices, layout: Layout) -> Iterator[Saying]:
    """All sayings in the order of the text, those of a sentence set off from each other."""
    read = _last if voices.tongue.verb_last else _first
    sayings = list(read(voices, layout, voices.spoken))
    if voices.tongue.verb_last:
        sayings += [
            Saying(_SOURCE, span, sentence, voice.start, voice, said, False)
            for span, sentence, voice, said in read_sources(voices, layout)
        ]
        sayings.sort(key=lambda one: one.verb)
    return iter(sayings)


def _first(voices: Voices, layout: Layout, matches: Sequence[re.Match[str]]) -> Iterator[Saying]:
    """Sayings whose verb comes first; each one's words end where the next one of the sentence begins."""
    text = voices.text
    kept: list[Saying] = []
    floor = 0
    for match in matches:
        last = kept[-1] if kept else None
        if last and match.start() - last.verb[1] <= 1 and last.verb[1] <= match.start():
            manner = voices.tongue.verb(match).manner
            if manner != "plain":
                kept[-1] = replace(last, line=voices.tongue.verb(match))
            continue
        saying = read_forward(voices, layout, match, floor)
        if saying is None:
            continue
        floor = saying.voice.end if saying.voice and saying.voice.start >= match.end() else match.end()
        if (
            last
            and _goes_on(text, last, saying)
            and not (voices.tongue.language == "zh" and _within_words(text, saying))
        ):
            kept[-1] = shortened(text, last, saying.start)
        kept.append(saying)
    return iter(kept)


def _goes_on(text: str, last: Saying, saying: Saying) -> bool:
    """Whether a saying stands beside the one before it in the sentence, not within its words."""
    beside = last.sentence == saying.sentence and last.said[0] < saying.start < last.said[1]
    if not beside or last.direct or "outlet" in last.line.marks:
        return False
    return bool(text[last.said[0] : saying.start].strip(' ,，“"'))


def _within_words(text: str, saying: Saying) -> bool:
    """Whether a Chinese act without a subject is told in the words said before it (表示，中方欢迎……，希望……)."""
    joined = text[saying.start - 1 : saying.start] in ("并", "並", "还", "還", "也")
    return "act" in saying.line.marks and saying.voice is None and not joined


def _last(voices: Voices, layout: Layout, matches: Sequence[re.Match[str]]) -> Iterator[Saying]:
    """Sayings whose verb comes last; a verb right after another one reports it."""
    floor = 0
    for number, match in enumerate(matches):
        after = matches[number + 1] if number + 1 < len(matches) else None
        inner = after is not None and after.start() - match.end() <= _NESTED
        saying = read_backward(voices, layout, match, floor, inner)
        if saying is not None:
            yield saying
        if not inner:
            floor = match.end()


def _statements(saying: Saying, speakers: Speakers, layout: Layout, text: str) -> list[Statement]:
    """One statement of each speaker of a saying; none where nobody speaks."""
    who = speakers.of(saying)
    if who is None:
        return []
    speaker_text, entities = who
    start, end = min(saying.start, saying.said[0] - saying.direct), max(saying.verb[1], saying.said[1])
    if saying.direct and (quoted := layout.around(saying.said[0])):
        end = max(end, quoted[1])
    if ending := speakers.tongue.ending.match(text, saying.verb[1]):
        end = max(end, ending.end())
    if saying.voice:
        start, end = min(start, saying.voice.start), max(end, saying.voice.end)
    form = "direct" if saying.direct else "act" if "act" in saying.line.marks else "reported"
    manner = "report" if _passes_on(saying, entities, speakers) else saying.line.manner
    return [
        Statement(
            start, end, text[start:end], entity, speaker_text, tuple(a for a in saying.addressees if a != entity),
            saying.said, form, saying.line.name, manner,
        )
        for entity in entities or (None,)
    ]  # fmt: skip


def _passes_on(saying: Saying, entities: Sequence[str], speakers: Speakers) -> bool:
    """Whether a saying gives news, not an opinion: "according to", a verb of the press, an outlet that merely says."""
    if saying.line.marks & {"outlet", "after"}:
        return True
    return saying.line.manner == "plain" and not saying.direct and any(map(speakers.outlet, entities))


def _of_turn(text: str, turn: Turn, speaker: str | None) -> Statement:
    end = turn.said[1]
    manner = "ask" if turn.asks else "plain"
    words = text[turn.start : end]
    return Statement(turn.start, end, words, speaker, turn.name, (), turn.said, "direct", "say.turn", manner)


def _continued(text: str, layout: Layout, found: Sequence[Statement]) -> list[Statement]:
    """Quotations that stand as sentences right after one that is somebody's: they are the same speaker's."""
    taken = {one.said for one in found}
    more: list[Statement] = []
    for one in found:
        if one.form != "direct" or one.verb == "say.turn":
            continue
        at = one.end
        while True:
            while at < len(text) and at - one.end < _CONTINUED and text[at] in " .,。，\u3000":
                at += 1
            quoted = layout.opening(at)
            if quoted is None or (said := (quoted[0] + 1, quoted[1] - 1)) in taken or said[1] - said[0] < 2:
                break
            if layout.sentence(quoted[0])[1] != quoted[1]:
                break
            more.append(
                replace(one, start=quoted[0], end=quoted[1], text=text[slice(*quoted)], said=said, addressees=())
            )
            taken.add(said)
            at = quoted[1]
    return more
