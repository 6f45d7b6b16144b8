"""How a language tells who says what, read from one YAML file a language."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dragoman.extraction.rows import FrameError, read_yaml
from dragoman.languages.sought import Sought

FOLDER = Path(__file__).parent
MANNERS = (
    "plain", "stress", "hope", "demand", "oppose", "support", "warn", "deny", "announce", "promise", "accuse", "agree",
    "ask", "think",
)  # fmt: skip
_MARKS = {"joint", "needs", "outlet", "after", "quotes", "tells", "carried", "opens", "behind", "act"}
_NEEDED = {
    "language", "order", "breaks", "verbs", "lead", "heads", "voice", "first_person", "pronouns", "both", "no_speaker",
    "addressee", "gap", "ending", "government",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verb:
    """A line of data: its name ("say.zh[4]"), the manner of speech, and how its clause is built.

    Marks: joint (several say it together), needs (nothing without a speaker that is known), outlet, after (the speaker
    comes after it), quotes (what comes after it is the speaker quoted), tells (to whom comes right after), carried (the
    subject of the sentence speaks), opens (what is said follows, to the end of the text or the next such line), behind
    (what is said is the quotation before the sentence), act (unless it quotes, it tells a speech act by a noun, an
    infinitive or the fact announced, not the words: "demanded his release").
    """

    name: str
    manner: str
    marks: frozenset[str]


@dataclass(frozen=True)
class Tongue:
    """The words of speech of one language, compiled. `clause` are the patterns by which English tells clauses apart."""

    language: str
    verb_last: bool
    verbs: tuple[Verb, ...]
    speech: Sought
    breaks: re.Pattern[str]
    lead: re.Pattern[str]
    tail: re.Pattern[str]
    heads: re.Pattern[str]
    voice: re.Pattern[str]
    first_person: re.Pattern[str]
    pronouns: re.Pattern[str]
    both: re.Pattern[str]
    no_speaker: re.Pattern[str]
    addressee: re.Pattern[str]
    gap: re.Pattern[str]
    topic: re.Pattern[str]
    opener: re.Pattern[str]
    office: re.Pattern[str]
    chained: re.Pattern[str]
    sources: re.Pattern[str]
    stop: re.Pattern[str]
    quoted: re.Pattern[str]
    ending: re.Pattern[str]
    government: re.Pattern[str]
    after_state: re.Pattern[str]
    clause: dict[str, re.Pattern[str]]

    def verb(self, match: re.Match[str]) -> Verb:
        """The line of data that a match of `speech` stands for."""
        return self.verbs[int((match.lastgroup or "v0")[1:])]


@lru_cache(maxsize=4)
def load_tongue(language: str) -> Tongue:
    """The words of speech of "en", "zh", "ja" or "ko"; FrameError names the file and line of what cannot be read.

    >>> tongue = load_tongue("zh")
    >>> tongue.verb(tongue.speech.search("王毅强调")).manner
    'stress'
    """
    name = f"{language}.yaml"
    row = read_yaml(FOLDER / name, _NEEDED)
    verbs = tuple(_verb(one, f"say.{language}[{number}]", name) for number, one in enumerate(row["verbs"]))
    never = re.compile(r"(?!)")
    try:
        parts = {
            key: re.compile(row[key]) if key in row else never
            for key in (
                *_NEEDED - {"language", "order", "verbs"},
                "tail",
                "topic",
                "opener",
                "office",
                "chained",
                "sources",
                "stop",
                "quoted",
            )
        }
        parts["after_state"] = re.compile(row.get("after_state", ""))
        clause = {name: re.compile(words) for name, words in row.get("clause", {}).items()}
        speech = Sought("|".join(f"(?P<v{number}>{one['verb']})" for number, one in enumerate(row["verbs"])))
    except re.error as error:
        raise FrameError(f"{name}: {error.pattern!r} is no regular expression: {error}") from error
    return Tongue(language, row["order"] == "after", verbs, speech, clause=clause, **parts)


def _verb(row: dict[str, object], line: str, name: str) -> Verb:
    if row.get("manner") not in MANNERS or "verb" not in row:
        raise FrameError(f"{name}, {line}: needs a verb and a manner, one of {', '.join(MANNERS)}")
    marks = frozenset(row) - {"verb", "manner"}
    if unknown := sorted(marks - _MARKS):
        raise FrameError(f"{name}, {line}: unknown mark {unknown[0]!r}; there are {', '.join(sorted(_MARKS))}")
    return Verb(line, str(row["manner"]), marks)
