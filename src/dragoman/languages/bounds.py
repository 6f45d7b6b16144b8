"""The words beside an amount that set its bounds: at least, 约, 以上, 미만."""

import re
from functools import cache

from dragoman.languages.amount import Amount
from dragoman.languages.grammar import load_data
from dragoman.model import Quantity

_REACH = 28


class BoundWords:
    """The bound words of one language, compiled; `about`, `least`, `most`, `above` and `under` in the data."""

    def __init__(self, lang: str) -> None:
        rules = load_data("amounts")[lang]
        self._before = re.compile(_marks(rules["before"]) + r"(?: the| a total of|有|达到?|为|で|に| )? {0,2}\Z")
        self._ends = frozenset(word[-1] for words in rules["before"].values() for word in words) | set(
            "efa有达到为でに "
        )
        self._after = re.compile(str(rules["particle"]) + " {0,2}" + _marks(rules["after"]))
        self._not_after = {word: frozenset(characters) for word, characters in rules.get("not_after", {}).items()}
        self._words_apart = lang in ("en", "ko")

    def marks_before(self, folded: str, start: int) -> set[str]:
        """What the words right before `start` say, two of them at most ("at least about")."""
        marks: set[str] = set()
        for _ in range(2):
            last = folded[max(0, start - 3) : start].rstrip(" ")[-1:]
            if last not in self._ends:
                break
            left = self._before.search(folded, max(0, start - _REACH), start)
            if left is None or self._is_part_of_a_word(left, folded):
                break
            marks.add((left.lastgroup or "").partition("_")[0])
            start = left.start()
        return marks

    def _is_part_of_a_word(self, left: re.Match[str], folded: str) -> bool:
        before = folded[left.start() - 1 : left.start()] if left.start() else ""
        if self._words_apart and before.isalpha():
            return True
        return before != "" and before in self._not_after.get(left[left.lastgroup or 0], ())

    def bounded(self, amount: Amount, folded: str, text: str) -> Quantity:
        """The quantity of an amount, with the bounds that the words beside it set."""
        start, end = amount.start, amount.end
        marks = self.marks_before(folded, start)
        for place in dict.fromkeys((end, amount.after)):
            right = self._after.match(folded, place)
            if right:
                marks.add((right.lastgroup or "").partition("_")[0])
                break
        low: float | None = amount.low
        high = amount.high
        strict = high is None or bool(marks & {"above", "under"})
        if marks & {"least", "above"} and not marks & {"most", "under"}:
            high = None
        elif marks & {"most", "under"} and not marks & {"least", "above"} and high is not None:
            low = None
        about = amount.approximate or "about" in marks
        unit, currency = amount.unit, amount.currency
        return Quantity(start, end, text[start:end], amount.kind, low, high, unit, currency, about, strict)


def _marks(groups: dict[str, list[str]]) -> str:
    words = sorted(((word, name) for name, list_ in groups.items() for word in list_), key=lambda p: (-len(p[0]), p[0]))
    return "(?:" + "|".join(f"(?P<{name}_{at}>{re.escape(word)})" for at, (word, name) in enumerate(words)) + ")"


@cache
def bound_words(lang: str) -> BoundWords:
    """The words of a language, compiled when first asked for."""
    return BoundWords(lang)
