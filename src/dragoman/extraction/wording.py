"""Wordings: the words of an English line, written to be read, and made into a regular expression.

    impos* .. (sanction* | an embargo) on

`*` stands for any ending of a verb or noun, `~` after a verb for its inflected forms (`meet~`: met and meeting, not
meetings), `(a | b)` for either, `[a]` for words that may be left out, `..` for up to four words without a comma between
them and `...` for up to twelve, `<aid>` for any of the words so named. Endings and named words are in `words/en.yaml`.
Blanks stand for any white space, case does not count, and only whole words count.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from dragoman.extraction.rows import FrameError, read_yaml
from dragoman.languages.literals import Heads, joined, shortest

WORDS = Path(__file__).parent / "words" / "en.yaml"
_TOKEN = re.compile(r"\.\.\.?|[()|\[\]]|[^\s()|\[\]]+")
_PARTS = 2
_ACTIVE = re.compile(r"[\w-]+~(?: (?:up|out|off|down|back|over|in|on|aside|away|through))?")
_PREPOSITION = re.compile(r"\b(?:on|to|from|with|at|for|against|in|into|by|than|toward|towards|being|having)\b")
_BLANK = r"\s+"
_ONE_BLANK = {" "}, {"  "}
_MANY = 60
_TELLING = 4  # letters of a word that does not stand in every other sentence
_GAPS = {"..": r"(?:\s+[^\s;:]*[^\s;:,]){0,4}?\s+", "...": r",?(?:\s+[^\s;:]+){0,12}?\s+"}


def expression(wording: str, ending: str | None = None) -> str:
    r"""The regular expression of a wording; FrameError where its brackets do not match.

    `ending` is the pattern of an ending, by default of those that are listed.

    >>> re.findall(expression("(halt* | end) .. talks"), "It halted all the talks; the end of the talks came.")
    ['halted all the talks', 'end of the talks']
    """
    tokens = iter(_TOKEN.findall(wording))
    either = _either(tokens, None, wording, _endings() if ending is None else ending)
    return rf"(?i:(?<![\w-]){either}(?![\w-]))"


def _either(tokens: Iterator[str], closing: str | None, wording: str, ending: str) -> str:
    """The ways between two brackets, of which one stands in the text."""
    ways: list[str] = []
    way = ""
    between = ""
    for token in tokens:
        if token == closing:
            break
        if token == "|":
            ways.append(way)
            way, between = "", ""
        elif token in _GAPS:
            between = _GAPS[token]
        elif token == "[":
            inner = _either(tokens, "]", wording, ending)
            way += f"(?:{between}{inner})?" if way else f"(?:{inner}{_BLANK})?"
            between = _BLANK if between else ""
        elif token in (")", "]"):
            raise FrameError(f'"{wording}": a bracket closes that was not opened')
        else:
            word = _either(tokens, ")", wording, ending) if token == "(" else _word(token, wording, ending)
            way += between + word
            between = _BLANK
    else:
        if closing:
            raise FrameError(f'"{wording}": a bracket is not closed')
    ways.append(way)
    if not all(ways):
        raise FrameError(f'"{wording}": nothing stands where words should')
    return f"(?:{'|'.join(ways)})"


def _word(token: str, wording: str, ending: str) -> str:
    if token.startswith("<"):
        named = _words().get(token.strip("<>"))
        if named is None:
            raise FrameError(f'"{wording}": {WORDS.name} has no words named {token}')
        return _either(iter(_TOKEN.findall(named)), None, named, ending)
    if token.endswith("~"):
        return f"(?:{'|'.join(sorted(forms(token[:-1]), key=lambda form: (-len(form), form)))})"
    word = re.escape(token.rstrip("*")).replace("'", "['’]").replace(r"\-", "-")
    return word + (ending if token.endswith("*") else "")


@lru_cache(maxsize=1)
def _endings() -> str:
    return f"(?:{'|'.join(sorted(endings(), key=lambda ending: (-len(ending), ending)))})?"


@lru_cache(maxsize=1)
def endings() -> frozenset[str]:
    """The endings that `*` stands for, besides none.

    >>> "ship" in endings(), "board" in endings()
    (True, False)
    """
    return frozenset(_words()["endings"].split())


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    return read_yaml(WORDS, set())


@lru_cache(maxsize=1024)
def forms(verb: str) -> tuple[str, ...]:
    """The forms of an English verb; of one that may double its last letter, both spellings.

    >>> forms("meet"), forms("carry")
    (('meet', 'meets', 'meeting', 'met'), ('carry', 'carries', 'carrying', 'carried'))
    """
    stem = verb[:-1] if re.search(r"[^eoy]e$", verb) else verb
    if re.search(r"[^aeiou]y$", verb):
        third, past = f"{verb[:-1]}ies", [f"{verb[:-1]}ied"]
    else:
        third = f"{verb}es" if re.search(r"(?:s|x|z|ch|sh|o)$", verb) else f"{verb}s"
        past = [f"{verb}d" if verb.endswith("e") else f"{verb}ed"]
    present = [f"{stem}ing"]
    if re.search(r"[^aeiou][aeiou][bdglmnprt]$", verb):
        past.append(f"{verb}{verb[-1]}ed")
        present.append(f"{verb}{verb[-1]}ing")
    return (verb, third, *present, *_irregular().get(verb, past))


@lru_cache(maxsize=1)
def _irregular() -> dict[str, list[str]]:
    return {row.split()[0]: row.split()[1:] for row in _words()["irregular"].split("|")}


@lru_cache(maxsize=1)
def irregular_pasts() -> frozenset[str]:
    """Pasts and participles of irregular verbs; a verb that has but one form counts ("cut")."""
    return frozenset(form for verb, past in _irregular().items() for form in (past or [verb]))


def passive(wording: str) -> str | None:
    """The wording of a verb and its noun with the noun first: "impose~ .. sanctions" as "sanctions .. be~ impose~".

    None for any other.

    >>> passive("(lift~ | ease~) .. (ban | bans)")
    '(ban | bans) .. be~ (lift~ | ease~)'
    """
    parts = re.split(r" \.\.\.? ", wording)
    if len(parts) != _PARTS or any(part.count("(") != part.count(")") for part in parts):
        return None
    if not all(_ACTIVE.fullmatch(one) for one in _ways(parts[0])):
        return None
    return None if _PREPOSITION.search(parts[1]) else f"{parts[1]} .. be~ {parts[0]}"


def _ways(part: str) -> list[str]:
    """The words of a choice without brackets inside it."""
    return [one.strip() for one in part.removeprefix("(").removesuffix(")").split("|")]


def beginnings(wording: str) -> frozenset[str]:
    """Strings in lower case, with one blank for each white space, of which one begins each text that a wording finds.

    >>> sorted(beginnings("cut* [off] aid | (end | break off) .. ties"))
    ['break  ', 'break off ', 'break off,', 'cut', 'end ', 'end,']
    """
    whole, cut = _heads(iter(_TOKEN.findall(wording)), None)
    return shortest(whole | cut)


def _heads(tokens: Iterator[str], closing: str | None) -> Heads:
    """What begins the ways between two brackets."""
    whole, cut = set[str](), set[str]()
    way: Heads = {""}, set()
    between: Heads = {""}, set()
    for token in tokens:
        if token == closing:
            break
        if token == "|":
            whole, cut = whole | way[0], cut | way[1]
            way, between = ({""}, set()), ({""}, set())
        elif token in _GAPS:
            between = set(), {" ", ","}
        elif token == "[":
            inner = _heads(tokens, "]")
            begun = way != ({""}, set())
            more, less = joined(between, inner) if begun else joined(inner, _ONE_BLANK)
            way = joined(way, (more | {""}, less), _MANY)
            between = _ONE_BLANK if begun else between
        else:
            word = _heads(tokens, ")") if token == "(" else _starts(token)
            way = joined(joined(way, between, _MANY), word, _MANY)
            between = _ONE_BLANK
    return whole | way[0], cut | way[1]


def following(wording: str) -> tuple[frozenset[str], ...]:
    """How words that a wording asks for after its first begin, those left out that may be as short as "to".

    >>> [sorted(one) for one in following("cut* .. (aiding | the loan) [to] Iran to")]
    [['aiding', 'the  ', 'the loan'], ['iran']]
    """
    parts: list[list[str]] = []
    depth = 0
    for token in _TOKEN.findall(wording):
        if token == "|" and depth == 0:
            return ()
        depth += (token in ("(", "[")) - (token in (")", "]"))
        if depth == (token in ("(", "[")) and token not in (")", "]", *_GAPS):
            parts.append([])
        if token not in _GAPS:
            parts[-1].append(token)
    asked = [" ".join(part) for part in parts if part[0] != "["]
    return tuple(found for part in asked[1:] if min(map(len, found := beginnings(part))) >= _TELLING)


def _starts(token: str) -> Heads:
    if token.startswith("<"):
        return _heads(iter(_TOKEN.findall(_words().get(token.strip("<>"), ""))), None)
    if token.endswith("~"):
        return set(forms(token[:-1])), set()
    word, *rest = re.split("[*'’]", token)
    return (set(), {word.lower()}) if rest else ({word.lower()}, set())


def size(wording: str) -> int:
    """How many words a wording asks for, a choice counting as one.

    >>> size("impos* .. (sanction* | an embargo) [on]")
    2
    """
    count, depth = 0, 0
    for token in _TOKEN.findall(wording):
        if token in "([":
            count += token == "(" and depth == 0
            depth += 1
        elif token in ")]":
            depth -= 1
        elif token == "|" and depth == 0:
            return max(1, count)
        else:
            count += depth == 0 and token not in ("|", *_GAPS)
    return count
