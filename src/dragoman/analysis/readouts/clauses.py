"""The clauses of an account, each with the keys that it can be told by in any language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.analysis.readouts.accounts import Account, within
from dragoman.analysis.readouts.rows import Found, find_moods, find_terms, speaks_for_both, speaks_of_talks
from dragoman.gazetteer import Gazetteer
from dragoman.model import Mention, Quantity, Report, Sentence, Statement, TimeExpression

REACH = 1000  # characters back to where a statement that runs into a clause may begin
EARLY = 3  # a subject stands in the first third of its clause

_SEMICOLON = re.compile(r"[；;]\s*")
_LETTER = re.compile(r"\w")
_QUESTION = re.compile('[?？][”"」』’]?$')


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence, or its part between semicolons: `text[start:end]` of its account, with what stands in it.

    `names`, `figures` and `times` are the readings that begin in it; `moods` the words for how talks went, `terms`
    those for what is disputed; `voice` the states whose words or act it tells, where it tells one side's; `keys` what
    it is told by (`entity:`, `figure:`, `day:`, `act:`, `term:`, `mood:`, `voice:`).
    """

    start: int
    end: int
    text: str
    names: tuple[Mention, ...]
    figures: tuple[Quantity, ...]
    times: tuple[TimeExpression, ...]
    moods: tuple[Found, ...]
    terms: tuple[Found, ...]
    voice: frozenset[str]
    keys: frozenset[str]


def clauses(account: Account, known: Gazetteer) -> tuple[Clause, ...]:
    """The clauses of an account in order; a stretch without a letter or digit is none, and a question tells nothing.

    >>> from dragoman.extraction import observe
    >>> from dragoman.gazetteer import load
    >>> text = "中方支持谈判；愿提供援助。有何评论？"
    >>> [one.text for one in clauses(Account("d", "k", text, "zh", None, observe(text, "zh")), load())]
    ['中方支持谈判；', '愿提供援助。']
    """
    moods, terms = find_moods(account.text, account.language), find_terms(account.text, account.language)
    return tuple(_clause(account, known, span, moods, terms) for span in _spans(account))


def _spans(account: Account) -> Iterator[tuple[int, int]]:
    for sentence in account.of(Sentence):
        start = sentence.start
        stops = [match.end() for match in _SEMICOLON.finditer(sentence.text)] + [len(sentence.text)]
        for stop in stops:
            piece = account.text[start : sentence.start + stop].rstrip()
            if _LETTER.search(piece) and not _QUESTION.search(piece):
                yield start, start + len(piece)
            start = sentence.start + stop


def _clause(
    account: Account, known: Gazetteer, span: tuple[int, int], moods: list[Found], terms: list[Found]
) -> Clause:
    start, end = span
    names, figures = within(account.names, *span), within(account.figures, *span)
    times = [one for one in within(account.of(TimeExpression), *span) if one.first and one.role == "event"]
    talks = speaks_of_talks(account.text[start:end], account.language)
    held_moods = tuple(within(moods, *span)) if talks else ()
    held_terms = tuple(within(terms, *span))
    keys = {f"entity:{one.entity}" for one in names}
    keys |= {f"entity:{state}" for one in names if (state := known.state_of(one.entity))}
    keys |= {figure_key(one) for one in figures}
    keys |= {f"day:{one.first}/{one.last}" for one in times}
    keys |= {f"act:{one.type}" for one in within(account.of(Report), *span)}
    keys |= {f"mood:{one.row}" for one in held_moods} | {f"term:{one.row}" for one in held_terms}
    together = speaks_for_both(account.text[start:end], account.language)
    voice = frozenset[str]() if together else _voice(account, known, start, end)
    keys |= {"voice:both"} if together else {f"voice:{state}" for state in voice}
    return Clause(
        start, end, account.text[start:end], tuple(names), tuple(figures), tuple(times), held_moods, held_terms,
        voice, frozenset(keys),
    )  # fmt: skip


def _voice(account: Account, known: Gazetteer, start: int, end: int) -> frozenset[str]:
    """The states of the speakers of a clause; where it reports no words, of the name or pronoun that it begins with."""
    near = within(account.of(Statement), max(0, start - REACH), end)
    said = [one.speaker for one in near if start <= one.said[0] < end]
    if not any(said):
        mentions = within(account.of(Mention), start, end)
        early = [one for one in mentions if (one.start - start) * EARLY <= end - start]
        said = [one.entity for one in early if one.start == early[0].start]
    return frozenset(state for who in said if who and who in known and (state := known.state_of(who)))


def figure_key(one: Quantity) -> str:
    """A figure by its value, whatever it counts; a share in per cent is another thing.

    >>> figure_key(Quantity(0, 3, "25%", "percent", 25.0, 25.0))
    'figure:25%'
    """
    value = one.low if one.low is not None else one.high
    return f"figure:{value:g}{'%' if one.kind == 'percent' else ''}"
