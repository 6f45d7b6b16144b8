"""Lines of data for attendance, signatures and appointments, and where their words stand in a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from dragoman.extraction.rows import FrameError, read_yaml
from dragoman.languages.sought import Several, Sought

FOLDER = Path(__file__).parent
ACTIONS = {
    "attend": ("presided", "spoke", "attended", "accompanied", "absent", "expected"),
    "sign": ("signed", "initialled", "ratified", "refused", "reserved", "withdrew", "abstained", "planned"),
    "appoint": ("appointed", "elected", "promoted", "removed", "resigned", "acting"),
}
SIDES = ("default", "before", "topic", "none")


@dataclass(frozen=True, slots=True)
class Act:
    """A line of data: its name ("sign.zh[2]"), what it means, its words, and where the thing stands that it is about.

    `what`: default (after the words in English and Chinese, before them in Japanese and Korean), before, topic, none.
    `sure`: words that mean it even where a plan or a wish stands before them.
    """

    line: str
    action: str
    verb: re.Pattern[str]
    what: str
    sure: bool


@dataclass(frozen=True)
class Acts:
    """The lines of one kind in one language.

    `unless`: what before the words makes it no fact; `plan`: what before them makes it a thing still to come;
    `document`: what a document's words hold; `unlike`: what shows that the words after are no occasion or document.
    """

    stems: Sought
    unless: re.Pattern[str]
    plan: re.Pattern[str]
    document: re.Pattern[str] | None
    unlike: re.Pattern[str]
    rows: tuple[Act, ...]
    verbs: Several


@lru_cache(maxsize=16)
def load_acts(kind: str, language: str) -> Acts:
    """The lines of "attend", "sign" or "appoint" in a language; FrameError names file and line of what cannot be read.

    >>> load_acts("sign", "en").rows[0].action
    'refused'
    """
    data = read_yaml(FOLDER / f"{kind}.yaml", {"en", "zh", "ja", "ko"})[language]
    rows = tuple(_act(row, f"{kind}.{language}[{number}]", kind) for number, row in enumerate(data["rows"]))
    document = re.compile(data["document"]) if "document" in data else None
    unlike = re.compile(data.get("unlike", "(?!)"))
    return Acts(
        Sought(data["stems"]),
        re.compile(data["unless"]),
        re.compile(data.get("plan", "(?!)")),
        document,
        unlike,
        rows,
        Several([row.verb for row in rows]),
    )


def _act(row: dict[str, object], line: str, kind: str) -> Act:
    action, what = str(row.get("as")), str(row.get("what", "default"))
    if action not in ACTIONS[kind] or what not in SIDES:
        raise FrameError(f"{kind}.yaml, {line}: `as` must be one of {', '.join(ACTIONS[kind])}, `what` of {SIDES}")
    try:
        verb = re.compile(str(row["verb"]))
    except (KeyError, re.error) as error:
        raise FrameError(f"{kind}.yaml, {line}: needs a verb that is a regular expression ({error})") from error
    return Act(line, action, verb, what, row.get("sure") is True)


def found_in(acts: Acts, text: str, start: int, end: int) -> Iterator[tuple[Act, re.Match[str]]]:
    """The acts told in the sentence text[start:end], in order; of two on the same words the earlier line counts."""
    taken: list[tuple[int, int]] = []
    found: list[tuple[Act, re.Match[str]]] = []
    for number, match in acts.verbs.finditer(text, start, end):
        words = core(match)
        if any(a < words[1] and words[0] < b for a, b in taken):
            continue
        taken.append(words)
        if (told := _as_told(acts, acts.rows[number], text, max(start, words[0] - 40), words[0])) is not None:
            found.append((told, match))
    yield from sorted(found, key=lambda one: one[1].span())


def _as_told(acts: Acts, act: Act, text: str, start: int, place: int) -> Act | None:
    """The act as the words before it tell it: done, still to come, or (None) neither."""
    coming = {"attended": "expected", "signed": "planned"}.get(act.action)
    if act.sure:
        return act
    if coming and acts.plan.search(text, start, place):
        return replace(act, action=coming)
    return None if acts.unless.search(text, start, place) else act


def core(match: re.Match[str]) -> tuple[int, int]:
    """The words of a match without the people and the thing at its ends."""
    start, end = match.span()
    for name in ("who", "what"):
        if name in match.re.groupindex and match[name]:
            first, last = match.span(name)
            start, end = (last, end) if first == start else (start, end)
            end = first if last == end else end
    return start, max(start, end)
