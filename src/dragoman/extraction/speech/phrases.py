"""Where the phrase of a speaker stands in a clause, and who is addressed in it."""

from collections.abc import Iterator

from dragoman.extraction.grammar import load_grammar
from dragoman.extraction.speech.voices import Voices
from dragoman.model import Mention


def last_break(voices: Voices, floor: int, place: int, reach: int) -> int:
    """Where the clause begins that ends at `place`: after the last mark that parts clauses."""
    begin = max(floor, place - reach)
    ends = [match.end() for match in voices.tongue.breaks.finditer(voices.text, begin, place)]
    return ends[-1] if ends else begin


def trimmed(voices: Voices, start: int, end: int) -> tuple[int, int]:
    """A clause before its verb without what may lead in and what may stand between speaker and verb."""
    text, tongue = voices.text, voices.tongue
    while (lead := tongue.lead.match(text, start, end)) and lead.end() > start:
        start = lead.end()
    segment = text[start:end]
    while (tail := tongue.tail.search(segment)) and tail.start() < len(segment):
        if voices.inside_name(start + tail.start()):
            break
        segment = segment[: tail.start()]
    return start, start + len(segment)


def mentions_to(voices: Voices, start: int, end: int) -> Iterator[Mention]:
    """Those addressed in text[start:end]: names before whose end a mark of the addressee stands."""
    language = voices.tongue.language
    trail = load_grammar(language).trail
    for mention in voices.between(start, end):
        if mention.type == "place":
            continue
        after = trail.match(voices.text, mention.end, end)
        place = after.end() if after else mention.end
        if voices.tongue.verb_last:
            if voices.tongue.addressee.match(voices.text, place, end + 8):
                yield mention
        elif end - place <= 2 and voices.tongue.addressee.search(voices.text, start, mention.start):
            yield mention
