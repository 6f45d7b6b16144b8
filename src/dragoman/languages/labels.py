"""Numbers that count nothing: fixed expressions, list numbers, and names (Article 5, 东风-41, G20, 一带一路)."""

import re
from functools import cache

from dragoman.languages.amount import Amount
from dragoman.languages.bounds import bound_words
from dragoman.languages.grammar import load_data

_LINE_START = re.compile(r"(?:\A|\n)[ \t#*>(\[“\"]{0,8}\Z")
_LIST_END = re.compile(r"[)\]]|[.](?![0-9])|:|[、,](?! ?[0-9一二三四五六七八九十])")
_WORD_BEFORE = re.compile(r"([A-Za-z][A-Za-z.'’-]{0,24}?)\.?[ \u00a0]\Z")
_SENTENCE_START = re.compile(r"(?:\A|[.!?:;\n\"“”(•·-])\s{0,3}\Z")
_QUOTES = {"“": "”", "‘": "’", "「": "」", "『": "』"}
_PLAIN_KINDS = ("number", "count", "ordinal")


class LabelWords:
    """The fixed expressions and label nouns of one language."""

    def __init__(self, lang: str) -> None:
        data = load_data("fixed_numerals")
        self.lang = lang
        self._fixed = _by_first_character(
            [*map(str, data["all"]), *map(str, data[lang])], "(?![a-z0-9])" * (lang == "en")
        )
        self._nouns = frozenset(data["label_nouns"])
        self._capitals = frozenset(data["not_label_capitals"])
        self._particles = frozenset(data["particles_before_minus"])
        article = data["indefinite_article"][lang]
        self._article_before, self._article = (
            re.compile(f"(?:{article['unless_after']})\\Z"),
            re.compile(article["form"]),
        )

    def marked(self, amount: Amount, folded: str, text: str) -> Amount:
        """The amount with `label` set where it counts nothing."""
        if amount.slight or not self._is_label(amount, folded, text):
            return amount
        return amount._replace(label=True)

    def _is_label(self, amount: Amount, folded: str, text: str) -> bool:
        if self._is_fixed(amount, folded):
            return True
        if amount.kind not in _PLAIN_KINDS or amount.low != int(amount.low):
            return False
        if self._is_list_number(amount, folded) or self._is_code(amount, folded) or self._is_slogan(amount, folded):
            return True
        if self.lang == "en" and amount.kind != "ordinal":
            return self._is_named(amount, folded, text)
        return self._is_article(amount, folded)

    def _is_fixed(self, amount: Amount, folded: str) -> bool:
        pattern = self._fixed.get(folded[amount.body : amount.body + 1])
        match = pattern.match(folded, amount.body) if pattern else None
        return match is not None and match.end() >= amount.end

    def _is_list_number(self, amount: Amount, folded: str) -> bool:
        start, end = amount.start, amount.end
        if amount.high != amount.low or not 0 <= amount.low < 100 or amount.kind == "count":
            return False
        opened, closed = folded[start - 1 : start] if start else "", folded[end : end + 1]
        if amount.kind == "number" and opened in ("(", "[", "〔") and closed in (")", "]", "〕"):
            return True
        return bool(_LIST_END.match(folded, end)) and bool(_LINE_START.search(folded, max(0, start - 10), start))

    def _is_code(self, amount: Amount, folded: str) -> bool:
        """G20, F-16, 歼-20: digits behind letters or their hyphen."""
        start = amount.start
        if not folded[amount.body : amount.body + 1].isdecimal() or not start:
            return False
        before = folded[start - 1]
        if before.isascii() and before.isalpha():
            return True
        if before == "-" and start > 1:
            return folded[start - 2].isalpha()
        signed = amount.low < 0 and folded[start] == "-"
        return signed and before.isalpha() and before not in self._particles

    def _is_slogan(self, amount: Amount, folded: str) -> bool:
        """“十个坚持”: a short quotation that a Han numeral opens is a name."""
        opened = folded[amount.start - 1 : amount.start] if amount.start else ""
        if opened not in _QUOTES or not opened or folded[amount.body].isascii():
            return False
        closed = folded.find(_QUOTES[opened], amount.end, amount.end + 12)
        return closed > amount.after

    def _is_named(self, amount: Amount, folded: str, text: str) -> bool:
        """Article 5, Security Council 5, Boeing 737: a number behind its noun or a name."""
        start = amount.start
        if not folded[start].isdecimal() or amount.end - start > 5 or "," in folded[start : amount.end]:
            return False
        word = _WORD_BEFORE.search(text, max(0, start - 28), start)
        if word is None:
            return False
        name = word[1].lower().rstrip(".")
        if name in self._nouns:
            return amount.kind == "number" or word[1] != name
        if amount.kind != "number" or not word[1][0].isupper() or name in self._capitals:
            return False
        if _SENTENCE_START.search(text, max(0, word.start() - 5), word.start()):
            return False
        return not bound_words("en").marks_before(folded, start)

    def _is_article(self, amount: Amount, folded: str) -> bool:
        """一个, 한 개 as an article: one of something, without only or at least before it."""
        if amount.low != 1 or amount.kind != "count" or not self._article.match(folded, amount.start):
            return False
        head = max(0, amount.start - 6)
        if self._article_before.search(folded, head, amount.start):
            return False
        return not bound_words(self.lang).marks_before(folded, amount.start)


def _by_first_character(expressions: list[str], word_end: str) -> dict[str, re.Pattern[str]]:
    """For each first character of a numeral, what matches from there; an expression is {一}国{两}制."""
    found: dict[str, list[tuple[str, str]]] = {}
    for expression in expressions:
        plain, shift = re.sub("[{}]", "", expression), 0
        for opened in re.finditer(r"\{([^}]*)\}", expression):
            at = opened.start() - shift
            shift += 2
            found.setdefault(opened[1][0], []).append((plain[:at], plain[at:]))
    return {
        character: re.compile(
            "|".join(
                (f"(?<={re.escape(before)})" if before else "") + re.escape(after) + word_end
                for before, after in sorted(set(pairs), key=lambda pair: (-len(pair[1]), pair))
            )
        )
        for character, pairs in found.items()
    }


@cache
def label_words(lang: str) -> LabelWords:
    """The words of a language, compiled when first asked for."""
    return LabelWords(lang)
