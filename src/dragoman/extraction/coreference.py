"""Words that point back to somebody named before (双方, 同氏, 두 정상, he), read as mentions of whom they mean.

Only where one antecedent fits: of the right kind and number, in the same sentence or in the nearest of the three before
it that name anybody of that kind, in the same register. Where two fit, nothing is read.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dragoman.extraction.grammar import load_grammar
from dragoman.extraction.rows import read_yaml
from dragoman.gazetteer import Gazetteer
from dragoman.languages.sought import Sought
from dragoman.model import Mention, Sentence

FOLDER = Path(__file__).parent / "grammar" / "coreference"
KINDS = ("leaders", "people", "both", "sides", "other", "group", "person", "state", "title", "office", "pair")
VIA = "coreference"
REACH = 3
WIDTH = 600
_HEAD = re.compile(
    r"(?<!Vice )(?:President|Premier|Prime Minister|General Secretary|Chair|Leader|Chancellor|King|Prince)"
)
_BARE = re.compile(r"(?:^|[。．.，,、；;\n「“\"])\s*$")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language: one expression with a group a kind; and the titles of people."""

    pointing: Sought
    strangers: re.Pattern[str]
    offices: dict[str, list[str]]
    pairs: tuple[tuple[re.Pattern[str], frozenset[str]], ...]


@lru_cache(maxsize=8)
def load_words(language: str) -> Words:
    """The words of "en", "zh", "ja" or "ko" that point back.

    >>> load_words("ja").pointing.search("両首脳は会談した").lastgroup
    'leaders'
    """
    row = read_yaml(FOLDER / f"{language}.yaml", {"language", "sides", "person", "strangers"})
    kinds = "|".join(f"(?P<{kind}>{row[kind]})" for kind in KINDS if kind in row)
    if offices := row.get("offices", {}):
        named = "|".join(f"{family}(?= ?{title})" for family, (title, _) in offices.items())
        kinds += rf"|(?P<office>(?<!\w)(?:{named}))"
    if pairs := row.get("pairs", {}):
        kinds += rf"|(?P<pair>(?<!\w)(?:{'|'.join(pairs)})(?!\w))"
    named_at_once = tuple((re.compile(words), frozenset(sides)) for words, sides in pairs.items())
    return Words(Sought(kinds), re.compile(row["strangers"]), offices, named_at_once)


def point_back(
    text: str, language: str, sentences: Sequence[Sentence], mentions: Sequence[Mention], gazetteer: Gazetteer
) -> list[Mention]:
    """Mentions of those whom pronouns and the like mean, each marked as such; a pair gives two at one place.

    >>> from dragoman.extraction import observe
    >>> text = "习近平在北京会见金正恩。两国元首共同出席晚宴。"
    >>> [m.entity for m in observe(text, "zh") if isinstance(m, Mention) and m.via]
    ['kim-jong-un', 'xi-jinping']
    """
    matches = list(load_words(language).pointing.finditer(text))
    if not matches:
        return []
    named = _Named(text, language, sentences, mentions, gazetteer)
    found: list[Mention] = []
    for match in matches:
        if named.touches(match.start(), match.end()):
            continue
        for entity in sorted(named.meant(match.lastgroup or "", match.start(), match.group())):
            kind = gazetteer.entity(entity).type
            found.append(Mention(match.start(), match.end(), match.group(), entity, kind, VIA))
    return found


class _Named:
    """Who is named where in a text: the press and the names of speakers before a colon left out."""

    def __init__(
        self,
        text: str,
        language: str,
        sentences: Sequence[Sentence],
        mentions: Sequence[Mention],
        gazetteer: Gazetteer,
    ) -> None:
        self._text, self._sentences, self._gazetteer = text, sentences, gazetteer
        self._grammar, self._strangers = load_grammar(language), load_words(language).strangers
        self._offices, self._pairs = load_words(language).offices, load_words(language).pairs
        self._starts = [sentence.start for sentence in sentences]
        self._ends = {mention.end for mention in mentions}
        self._spans = [(mention.start, mention.end) for mention in mentions]
        self._mentions = [
            m for m in mentions if not gazetteer.entity(m.entity).outlet and text[m.end : m.end + 1] != "："
        ]
        self._places = [mention.start for mention in self._mentions]

    def touches(self, start: int, end: int) -> bool:
        """Whether a name stands there, or just before it (中美双方)."""
        index = bisect_right(self._spans, (end, 0))
        return start in self._ends or bool(index and self._spans[index - 1][1] > start)

    def meant(self, kind: str, place: int, word: str) -> set[str]:
        """The ids of whom a word at a place means; empty where nobody or more than one fits."""
        if kind == "both":
            return self._pair(place, people=True) or self._pair(place, people=False)
        if kind in ("sides", "leaders", "people"):
            pair = self._pair(place, people=kind != "sides")
            return pair if kind != "leaders" or all(self._heads(one) for one in pair) else set()
        if kind == "other":
            return self._other(place)
        if kind == "title":
            return self._titled(place, word)
        if kind == "office":
            return self._official(word)
        return self._one(place, kind) if kind in ("person", "state", "group") else self._at_once(word)

    def _at_once(self, word: str) -> set[str]:
        """The two states that one word names (inter-Korean)."""
        return next((set(sides) for words, sides in self._pairs if words.fullmatch(word)), set())

    def _official(self, family: str) -> set[str]:
        """Whose office and family name these are, unless somebody else of that family name is named in the text."""
        person = self._offices[family][1]
        others = {m.entity for m in self._mentions if m.type == "person" and m.text.startswith(family)}
        return {person} if others <= {person} else set()

    def _before(self, place: int) -> Iterator[tuple[int, int, list[Mention]]]:
        """The names before a place: of its own sentence, then of each of the three before it in the same register."""
        number = bisect_right(self._starts, place) - 1
        if number < 0:
            return
        for index in range(number, max(-1, number - REACH - 1), -1):
            sentence = self._sentences[index]
            if sentence.register != self._sentences[number].register:
                return
            end = min(place, sentence.end)
            start = max(sentence.start, end - WIDTH)
            first, last = bisect_right(self._places, start - 1), bisect_right(self._places, end - 1)
            yield start, end, self._mentions[first:last]

    def _pair(self, place: int, people: bool) -> set[str]:
        """The two sides (states, groups), or the two people, that stand together nearest before a place."""
        single: set[str] = set()
        for _, _, names in self._before(place):
            found = {m.entity for m in names if m.type == "person"} if people else self._sides(names)
            if len(found) > 2 or (len(found) == 2 and not single <= found):
                return set()
            if len(found) == 2:
                return found if not people or len(self._sides(names, "person")) == 2 else set()
            single |= found
            if len(single) > 1:
                return set()
        return set()

    def _heads(self, person: str) -> bool:
        """Whether a person ever led a state, government or party; true of those whose posts are not known."""
        posts = self._gazetteer.entity(person).posts
        return not posts or any(_HEAD.search(post.title) for post in posts)

    def _sides(self, names: Sequence[Mention], only: str = "") -> set[str]:
        rows = [m for m in names if m.type != "place" and only in ("", m.type)]
        return {self._gazetteer.state_of(m.entity) or m.entity for m in rows}

    def _other(self, place: int) -> set[str]:
        """The one of a pair that is not the only side named before in the sentence."""
        own = self._sides(next(self._before(place), (0, 0, []))[2])
        pair = self._pair(place, people=False)
        return pair - own if len(own) == 1 and own < pair else set()

    def _one(self, place: int, kind: str) -> set[str]:
        """The only person (state) that the nearest sentence with one names."""
        for start, end, names in self._before(place):
            found = {m.entity for m in names if m.type == kind}
            if kind == "person" and self._stranger(start, end, names):
                return set()
            if found:
                return found if len(found) == 1 else set()
        return set()

    def _stranger(self, start: int, end: int, names: Sequence[Mention]) -> bool:
        """Whether a title stands by nobody known: the word may mean whoever bears it."""
        people = [m for m in names if m.type == "person"]
        for match in self._strangers.finditer(self._text, start, end):
            if not any(self._borne(match, m) for m in people):
                return True
        return False

    def _borne(self, title: re.Match[str], person: Mention) -> bool:
        """Whether a title stands beside a name, with nothing but titles between."""
        if title.end() <= person.start:
            return self._grammar.gap.fullmatch(self._text, title.end(), person.start) is not None
        return title.end() <= self._trail_end(person)

    def _trail_end(self, person: Mention) -> int:
        """Where the titles after a name end."""
        place = person.end + (self._text[person.end : person.end + 1] == " ")
        trail = self._grammar.trail.match(self._text, place)
        return trail.end() if trail else place

    def _titled(self, place: int, word: str) -> set[str]:
        """The only person of the text so far who was named with this title, where it stands bare."""
        title = re.sub("^(?:同|동 |[Tt]he )", "", word)
        if title == word and not _BARE.search(self._text, max(0, place - 3), place) and place not in self._starts:
            return set()
        last = bisect_right(self._places, place - 1)
        found = {m.entity for m in self._mentions[:last] if m.type == "person" and self._bears(m, title.lower())}
        return found if len(found) == 1 else set()

    def _bears(self, mention: Mention, title: str) -> bool:
        before = self._text[max(0, mention.start - 20) : mention.start].rstrip().lower()
        return before.endswith(title) or title in self._text[mention.end : self._trail_end(mention)]
