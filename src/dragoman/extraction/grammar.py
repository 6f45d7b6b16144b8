"""How each language marks who does what, read from one YAML file a language."""

import re
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path

from dragoman.extraction.rows import read_yaml

FOLDER = Path(__file__).parent / "grammar"


@dataclass(frozen=True)
class Operator:
    """Words that change the status of an event: drop, conditional, denied, planned, announced."""

    status: str
    match: re.Pattern[str]
    side: str
    reach: int


@dataclass(frozen=True)
class Grammar:
    """The marks of one language, compiled. `syntax`: kinds of words, for a language read by its verbs (`verbs`)."""

    language: str
    by_position: bool
    breaks: re.Pattern[str]
    speech: re.Pattern[str]
    gap: re.Pattern[str]
    join: re.Pattern[str]
    trail: re.Pattern[str]
    before: tuple[tuple[str, re.Pattern[str]], ...]
    after: tuple[tuple[str, re.Pattern[str]], ...]
    incorporating: tuple[tuple[str, re.Pattern[str]], ...]
    operators: tuple[Operator, ...]
    carry: re.Pattern[str]
    adnominal: re.Pattern[str]
    syntax: dict[str, frozenset[str]] | None
    dated: dict[str, re.Pattern[str]]
    answers: frozenset[str]
    shared: frozenset[str]
    outer: frozenset[str]
    relative: re.Pattern[str] | None
    near: re.Pattern[str] | None
    phrase: re.Pattern[str] | None
    matter: re.Pattern[str] | None
    closes: re.Pattern[str] | None
    open: re.Pattern[str] | None
    others: re.Pattern[str] | None
    pivot: re.Pattern[str] | None
    complement: re.Pattern[str] | None
    topic: re.Pattern[str] | None
    modified: re.Pattern[str] | None
    chained: re.Pattern[str] | None
    subordinate: re.Pattern[str] | None
    opening: re.Pattern[str] | None
    past: re.Pattern[str] | None
    nominative: re.Pattern[str] | None
    unknown: re.Pattern[str] | None
    late: re.Pattern[str] | None
    during: re.Pattern[str] | None
    soon: re.Pattern[str] | None
    deed: re.Pattern[str] | None
    too: re.Pattern[str] | None
    anyone: re.Pattern[str] | None
    behind: re.Pattern[str] | None
    elliptic: re.Pattern[str] | None
    saying: re.Pattern[str] | None
    prompting: re.Pattern[str] | None
    iffy: re.Pattern[str] | None
    occasion: re.Pattern[str] | None
    counted: re.Pattern[str] | None
    titled: re.Pattern[str] | None
    promptly: re.Pattern[str] | None
    once: re.Pattern[str] | None
    joint: re.Pattern[str] | None
    located: re.Pattern[str] | None
    aimed: re.Pattern[str] | None
    named: re.Pattern[str] | None
    owned: re.Pattern[str] | None


# Patterns that only some languages have; each is explained in the YAML that has it.
_OPTIONAL = tuple(one.name for one in fields(Grammar) if one.type == (re.Pattern[str] | None))


@lru_cache(maxsize=8)
def load_grammar(language: str) -> Grammar:
    """The grammar of "en", "zh", "ja" or "ko".

    >>> load_grammar("ja").by_position
    False
    """
    row = read_yaml(FOLDER / f"{language}.yaml", {"language", "roles", "breaks", "speech", "titles", "joins"})
    titles, filler = row["titles"], row.get("filler", "")
    word = rf"(?:[\s,]*(?:{titles})(?![a-z])[\s,]*)" if language == "en" else rf"(?:{titles})"
    lead = rf"\s+{filler}(?:{titles}\s+)*" if language == "en" else ""
    blank = r"\s*" if language in ("en", "ko") else row.get("links", "")
    trail = "" if language == "en" else rf"(?:{titles})*"
    return Grammar(
        language,
        row["roles"] == "position",
        re.compile(row["breaks"]),
        re.compile(row["speech"]),
        re.compile(rf"{blank}{word}*{blank}"),
        re.compile(rf"\s*{trail}{row['joins']}{word}*\s*"),
        re.compile(trail),
        tuple((case, re.compile(rf"(?:{mark}){lead}$")) for case, mark in row.get("before", {}).items()),
        tuple((case, re.compile(mark)) for case, mark in row.get("after", {}).items()),
        tuple((case, re.compile(rf"(?:{mark})$")) for case, mark in row.get("incorporating", {}).items()),
        tuple(
            Operator(o["status"], re.compile(o["match"]), o["side"], o.get("reach", 0))
            for o in row.get("operators", ())
        ),
        re.compile(row.get("carry", "")),
        re.compile(row.get("adnominal", "")),
        syntax={name: frozenset(words.split()) for name, words in row.get("syntax", {}).items()} or None,
        dated={name: re.compile(mark) for name, mark in row.get("dated", {}).items()},
        answers=frozenset(row.get("answers", ())),
        shared=frozenset(row.get("shared", ())),
        outer=frozenset(row.get("outer", ("to", "with", "from"))),
        **{name: re.compile(row[name]) if name in row else None for name in _OPTIONAL},
    )
