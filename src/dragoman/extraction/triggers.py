"""Where the words of the frames stand in a sentence."""

from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import lru_cache

from dragoman.extraction.frames import Frame, Pattern, load_frames
from dragoman.extraction.lexicon import Lexicon
from dragoman.extraction.scene import Scene


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that report an event, and the line of the frame that found them; `rivals` are other readings from there."""

    start: int
    end: int
    frame: Frame
    pattern: Pattern
    rivals: tuple["Trigger", ...] = ()


@lru_cache(maxsize=8)
def _lines(language: str) -> tuple[Lexicon, tuple[tuple[Frame, Pattern], ...]]:
    lines = tuple((frame, line) for frame in load_frames().values() for line in frame.telling(language))
    return Lexicon([line for _, line in lines]), lines


def find_triggers(scene: Scene) -> list[Trigger]:
    """The triggers of a sentence, none overlapping: the longest at each place, of these what asks for most words, then
    the frame of lower rank.
    """
    lexicon, lines = _lines(scene.grammar.language)
    found = [
        (first + scene.text[first : first + 1].isspace(), -last, -lines[number][1].weight, number)
        for first, last, number in lexicon.find(scene.text, scene.start, scene.end)
    ]
    if not found:
        return []
    starts = [mention.start for mention in scene.mentions]
    titles = scene.titles
    triggers: list[Trigger] = []
    free = scene.start
    for first, negative, _, number in sorted(found):
        if any(a < first and -negative < b for a, b in titles):
            continue
        trigger = Trigger(first, -negative, *lines[number])
        if first >= free and _stands(scene, trigger, starts):
            triggers.append(trigger)
            free = trigger.end
        elif triggers and first == triggers[-1].start and _stands(scene, trigger, starts):
            triggers[-1] = replace(triggers[-1], rivals=(*triggers[-1].rivals, trigger))
    return triggers


def _stands(scene: Scene, trigger: Trigger, starts: list[int]) -> bool:
    """Whether the words are a trigger here: not inside a name, and with what their line asks for beside them."""
    first, last, line = trigger.start, trigger.end, trigger.pattern
    if first == last:
        return False
    index = bisect_left(starts, first + 1)
    if index and scene.mentions[index - 1].end > first:
        return False
    if line.next:
        after = bisect_left(starts, last)
        if after == len(starts) or starts[after] - last > (scene.text[last : last + 1] == " "):
            return False
    return not (line.unless and line.unless.search(scene.text[max(scene.start, first - 24) : first]))
