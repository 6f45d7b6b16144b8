"""The name that stands alone once the full name was given: Kim, 習氏, 문 대통령."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from dragoman.gazetteer.entity import Entity
from dragoman.gazetteer.names import Span

_TITLE = {
    "ja": "(?:氏|国家主席|主席|総書記|委員長|党委員長|大統領|首相|外相|国務長官|長官|国務委員|部長)",
    "zh": "(?:主席|总书记|總書記|委员长|委員長|总统|總統|总理|總理|外长|外長|国务委员|國務委員|部长|部長)",
    "ko": "(?= ?(?:위원장|대통령|국가주석|주석|총비서|총리|국무장관|장관|실장|부장|외무상|특사))",
}
_CAPITAL_BEFORE = re.compile(r"\b[A-Z][a-z]+[ -]$")
_TITLED_BEFORE = re.compile(
    r"\b(?:President|Chairman|Secretary|Minister|Leader|Mr|Ms|Premier|Marshal|Adviser|And|But|The|When|While|After|If|As|"
    r"That|Both|On|In|With|For|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)[ -]$"
)


def called_by_family(text: str, lang: str | None, found: Sequence[Span], persons: Sequence[Entity]) -> list[Span]:
    """Places where a person named in full elsewhere in the text is called by family name.

    In English the family name alone counts; in Chinese, Japanese and Korean only with a title. Where people of the text
    share it, it means the one named in full last, and nobody where that paragraph names another of them.

    >>> from dragoman.gazetteer import load
    >>> [m.entity for m in load().find("Moon Jae-in met Kim Jong Un. Moon smiled.", "en")]
    ['moon-jae-in', 'kim-jong-un', 'moon-jae-in']
    """
    taken = {place for start, end, _ in found for place in range(start, end)}
    spans: list[Span] = []
    for language in ("en", "zh", "ja", "ko"):
        if lang not in (None, language):
            continue
        for family, bearers in sorted(_bearers(language, persons).items()):
            named = [(start, person) for start, _, person in sorted(found) if person in bearers]
            for match in _pattern(language, family).finditer(text):
                start, end = match.start(), match.start() + len(family)
                if not taken.isdisjoint(range(start, end)) or (language == "en" and not stands_alone(text, start)):
                    continue
                person = next(iter(bearers)) if len(bearers) == 1 else _last_named(text, named, start)
                if person is not None:
                    spans.append((start, end, person))
                    taken.update(range(start, end))
    return spans


def _bearers(language: str, persons: Sequence[Entity]) -> dict[str, set[str]]:
    """The ids of the people of each family name."""
    bearers: dict[str, set[str]] = {}
    for person in persons:
        parts = (language, "zh-Hant") if language == "zh" else (language,)
        for family in {name for part in parts for name in person.family.get(part, ())}:
            bearers.setdefault(family, set()).add(person.id)
    return bearers


def _last_named(text: str, named: Sequence[tuple[int, str]], place: int) -> str | None:
    """Who was named last before a place, if nobody else was in the paragraph of that name or since."""
    before = named[: bisect_left(named, (place, ""))]
    if not before:
        return None
    last, person = before[-1]
    paragraph = text.rfind("\n", 0, last) + 1
    near = before[bisect_left(before, (paragraph, "")) :]
    return person if all(other == person for _, other in near) else None


@lru_cache(maxsize=1024)
def _pattern(language: str, family: str) -> re.Pattern[str]:
    name = re.escape(family)
    if language == "en":
        return re.compile(rf"(?<![\w-]){name}(?![\w-])(?! [A-Z][a-z])")
    if language == "ja":
        return re.compile(rf"(?<![一-鿿]){name}(?={_TITLE['ja']})")
    if language == "ko":
        return re.compile(rf"(?<![가-힣]){name}{_TITLE['ko']}")
    return re.compile(rf"{name}(?={_TITLE['zh']})")


def stands_alone(text: str, start: int) -> bool:
    """Whether a family name is not the last part of somebody else's name."""
    before = text[max(0, start - 24) : start]
    return not _CAPITAL_BEFORE.search(before) or bool(_TITLED_BEFORE.search(before))
