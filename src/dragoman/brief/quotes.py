"""Finding a quote in its source, and saying how the nearest place differs where it is not there."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from unicodedata import name

SHOWN = 4
LIKENESS = 0.5


@dataclass(frozen=True, slots=True)
class Nearest:
    """The place of a source that is most like a quote: where, its words, and each difference (quoted, source)."""

    start: int
    end: int
    text: str
    differences: tuple[tuple[str, str], ...]


def places(text: str, quote: str) -> tuple[int, ...]:
    """Every place where a quote begins, overlapping ones too.

    >>> places("会晤，会晤", "会晤")
    (0, 3)
    """
    found: list[int] = []
    at = text.find(quote) if quote else -1
    while at >= 0:
        found.append(at)
        at = text.find(quote, at + 1)
    return tuple(found)


def spellings(quote: str) -> tuple[str, ...]:
    """The quote as written, and, where the brief's lines break inside it, without the breaks.

    >>> spellings("a\\nb")
    ('a\\nb', 'a b', 'ab')
    """
    if "\n" not in quote:
        return (quote,)
    lines = [line.strip() for line in quote.split("\n")]
    return quote, " ".join(lines), "".join(lines)


def nearest(text: str, quote: str) -> Nearest | None:
    """The passage most like the quote, or None where nothing of the source is half as like it.

    It is found by the longest run of characters that both share (Ratcliff and Obershelp 1988, as in difflib).

    >>> nearest("两国领导人在大连举行会晤。", "在大连举行会见").differences
    (('见', '晤'),)
    """
    matcher = SequenceMatcher(None, text, quote, autojunk=False)
    run = matcher.find_longest_match()
    if not run.size:
        return None
    start = max(0, run.a - run.b)
    window = text[start : start + len(quote)]
    compared = SequenceMatcher(None, quote, window, autojunk=False)
    if compared.ratio() < LIKENESS:
        return None
    differences = tuple((quote[a:b], window[c:d]) for op, a, b, c, d in compared.get_opcodes() if op != "equal")
    return Nearest(start, start + len(window), window, differences)


def describe(near: Nearest) -> str:
    """A line for the analyst: the nearest words, and which characters differ.

    >>> describe(Nearest(0, 2, "会晤", (("见", "晤"),)))
    'nearest, at character 0: "会晤"; differs: "见" is "晤" in the source'
    """
    said = [_difference(quoted, stands) for quoted, stands in near.differences[:SHOWN]]
    more = f" and {len(near.differences) - SHOWN} more" if len(near.differences) > SHOWN else ""
    return f'nearest, at character {near.start}: "{near.text}"; differs: {", ".join(said)}{more}'


def _difference(quoted: str, stands: str) -> str:
    if not stands:
        return f"{_visible(quoted)} is not in the source"
    if not quoted:
        return f"the source has {_visible(stands)} besides"
    return f"{_visible(quoted)} is {_visible(stands)} in the source"


def _visible(text: str) -> str:
    """Quoted text; a character that cannot be told by eye is named."""
    if len(text) <= 2 and not text.isalnum():
        return " ".join(name(letter, f"U+{ord(letter):04X}") for letter in text)
    return f'"{text}"'
