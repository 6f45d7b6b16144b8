"""Single characters for states, counted only where the words beside them make it safe."""

import re
from pathlib import Path
from typing import Any

from dragoman.gazetteer.names import Span
from dragoman.gazetteer.rows import parse_yaml


class _Context:
    """One rule: characters that count before or after certain words."""

    def __init__(self, row: dict[str, Any], characters: dict[str, str], side: str) -> None:
        words = "|".join(map(re.escape, sorted(row["words"], key=len, reverse=True)))
        self.named: bool = row.get("named", False)
        only = "".join(c for c in row.get("only", characters) if c in characters or self.named)
        after, before = row.get("unless_after", ""), row.get("unless_before", "")
        self.barred: list[str] = row.get("unless_document") or []
        left = f"(?<![{after}])" if after else ""
        behind = f"(?<![{after}].)" if after else ""
        right = f"(?![{before}])" if before else ""
        right += f"(?!{row['unless_then']})" if "unless_then" in row else ""
        if side == "after":
            self.pattern = re.compile(f"([{only}]){behind}(?=(?:{words}){right})")
        else:
            self.pattern = re.compile(f"{left}(?:{words})([{only}]){right}")


class ShortForms:
    """The short forms of one language."""

    def __init__(self, row: dict[str, Any]) -> None:
        self._characters: dict[str, str] = row["characters"]
        together = sorted(row.get("together") or (), key=len, reverse=True)
        barred = row.get("together_unless_after", "")
        left = f"(?<![{barred}].)" if barred else ""
        left += row.get("together_unless", "")
        if row.get("word_start"):
            left += "(?<![가-힣].)"
        heads = dict.fromkeys(word[0] for word in together)
        rests = {head: "|".join(word[1:] for word in together if word[0] == head) for head in heads}
        self._together = re.compile("|".join(f"{head}{left}(?:{rest})" for head, rest in rests.items()) or "(?!)")
        listed = "".join(c for c in row.get("listed", "") if c in self._characters)
        after = "|".join(row.get("listed_before") or ())
        self._listed = re.compile(f"(?<![一-鿿])[{listed}](?:、[{listed}])+(?=(?:{after}))") if listed else None
        self._named: dict[str, dict[str, str]] = row.get("named") or {}
        self._readings: dict[str, list[str]] = row.get("readings") or {}
        self._unless_before: dict[str, str] = row.get("together_unless_before") or {}
        self._contexts = [
            _Context(rule, self._characters, side) for side in ("after", "before") for rule in row.get(side) or ()
        ]

    def find(self, text: str, taken: bytearray) -> list[Span]:
        """Start, end and entity of each character that counts, skipping what longer names have taken."""
        found: dict[int, str] = {}
        named = self._states_named(text)
        own = {**self._characters, **named}
        for match in self._together.finditer(text):
            start, end = match.span()
            follows = text[end : end + 1]
            if any(taken[start:end]) or (follows and follows in (self._unless_before.get(match.group()) or "")):
                continue
            word = match.group()
            states = self._readings.get(word) or [own[character] for character in word]
            found.update(zip(range(start, end), states, strict=True))
        for match in self._listed.finditer(text) if self._listed else ():
            places = range(match.start(), match.end(), 2)
            found.update((place, own[text[place]]) for place in places if not taken[place])
        for context in self._contexts:
            if (context.named and not named) or any(word in text for word in context.barred):
                continue
            for match in context.pattern.finditer(text):
                place = match.start(1)
                if not taken[place] and (not context.named or text[place] in named):
                    found.setdefault(place, own[text[place]])
        return [(place, place + 1, found[place]) for place in sorted(found)]

    def _states_named(self, text: str) -> dict[str, str]:
        """The characters that mean the one of their states that the text names in full."""
        found = {
            character: {state for name, state in names.items() if name in text}
            for character, names in self._named.items()
            if character in text
        }
        return {character: states.pop() for character, states in found.items() if len(states) == 1}


def read_short_forms(path: Path) -> dict[str, ShortForms]:
    """The short forms of each language in a file.

    >>> from dragoman.gazetteer.loading import DATA
    >>> read_short_forms(DATA / "short_forms.yaml")["zh"].find("中美元首", bytearray(4))
    [(0, 1, 'CHN'), (1, 2, 'USA')]
    """
    return {language: ShortForms(row) for language, row in parse_yaml(path).items()}
