"""Departures with the words behind them: where the habit stood, what was said instead, in the documents' own places."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from dragoman import languages
from dragoman.analysis.formulations import Text
from dragoman.analysis.formulations.streams import stream
from dragoman.analysis.habits.departures import Departure
from dragoman.analysis.habits.exchanges import Exchange
from dragoman.analysis.habits.practice import Practice
from dragoman.analysis.omissions.carried import Carried
from dragoman.analysis.omissions.lengths import size
from dragoman.analysis.omissions.nearest import Clauses, Nearest
from dragoman.model import Anchor, Passage

LIKE = 0.6  # likeness from which the nearest clause says the same in other words


@dataclass(frozen=True, slots=True)
class Told:
    """A departure with its anchors: the latest answers that kept the habit, the answer in question, the nearest clause.

    `phrase` is the habit as last printed; `instead` are phrases new on the topic, as printed.
    """

    departure: Departure
    phrase: str
    before: tuple[Anchor, ...]
    answer: Anchor
    nearest: Nearest | None
    instead: tuple[Anchor, ...]


def told(known: Practice, found: Sequence[Departure], texts: Mapping[str, Text], most: int) -> list[Told]:
    """The most telling departures with their words; `texts` are by document id.

    What the nearest clause says in nearly the same words falls behind what nothing stands for.
    """
    language = known.exchanges[0].language
    close = [_told(known, one, texts) for one in found[: 3 * most]]

    def weight(one: Told) -> float:
        likeness = one.nearest.likeness if one.nearest else 0.0
        return one.departure.weight(size(known.phrases[one.departure.phrase], language)) * (1 - likeness)

    return sorted(close, key=lambda one: (-weight(one), one.departure.topic, one.phrase))[:most]


def _told(known: Practice, one: Departure, texts: Mapping[str, Text]) -> Told:
    exchanges = [known.exchanges[number] for number in one.exchanges]
    past = [known.exchanges[number] for number in one.before]
    of = [_answers(texts[answer.document], [answer]) for answer in reversed(past)]
    made = _sought(known, (one.phrase, *one.new), [*of, _answers(texts[exchanges[0].document], exchanges)])
    before = [made.anchor(0, member) for member in range(made.earlier - 1, -1, -1)]
    anchors = tuple(anchor for anchor in before if anchor)
    instead = [made.anchor(at, made.earlier) for at in range(1, len(made.forms))]
    return Told(
        one, anchors[0].quote if anchors else known.phrases[one.phrase], anchors,
        _opening(texts[exchanges[0].document], exchanges[0]), Clauses(made).nearest(made.codes[0]),
        tuple(anchor for anchor in instead if anchor),
    )  # fmt: skip


def place_of(known: Practice, phrase: int, answer: int, texts: Mapping[str, Text]) -> Anchor | None:
    """Where a phrase stands in an answer, in the document's own places."""
    exchange = known.exchanges[answer]
    return _sought(known, (phrase,), [_answers(texts[exchange.document], [exchange])]).anchor(0, 0)


def _answers(text: Text, kept: Sequence[Exchange]) -> Text:
    """A document of which nothing but some answers is read, each at its place."""
    passages: list[Passage] = []
    done = 0
    for answer in kept:
        passages += [Passage(done, answer.start, "question"), Passage(answer.start, answer.end, "answer")]
        done = answer.end
    passages.append(Passage(done, len(text.text), "question"))
    return Text(
        text.document, text.text, text.published, text.language, text.outlet, text.rung, text.key, tuple(passages)
    )


def _sought(known: Practice, wanted: Sequence[int], texts: Sequence[Text]) -> Carried:
    """Some phrases of a practice in some texts."""
    made = stream(texts, ("question",), texts[0].language)
    numbers = {symbol: number for number, symbol in enumerate(made.spelt)}
    phrases = [known.phrases[number] for number in wanted]
    forms = [known.forms[number] for number in wanted]
    split = [phrase.split(" ") if made.between else list(form) for phrase, form in zip(phrases, forms, strict=True)]
    codes = [tuple(numbers.get(symbol, 0) for symbol in symbols) for symbols in split]
    return Carried(texts, made, tuple(phrases), tuple(forms), tuple(codes), np.zeros(len(codes), np.int64))


def _opening(text: Text, answer: Exchange) -> Anchor:
    """The first sentence of an answer."""
    words = text.text[answer.start : answer.end]
    known = text.language if text.language in languages.LANGUAGES else "zh"
    first = next(iter(languages.sentences(words, known)), None)
    end = answer.start + (first.end if first else len(words))
    return Anchor(text.document, answer.start, end, text.text[answer.start : end])
