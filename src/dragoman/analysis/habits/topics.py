"""What exchanges are about: names that question and answer both hold, alone and in pairs, and phrases that recur.

A name is a row of the gazetteer, so that 台湾 and 台方 are one topic. A topic that every fifth exchange has says
nothing, and one that few days have lets nothing be called a habit.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from dragoman.analysis.formulations import Text
from dragoman.analysis.formulations.streams import stream
from dragoman.analysis.habits.exchanges import Exchange
from dragoman.analysis.omissions.carried import phrases_of, standing
from dragoman.analysis.omissions.edges import edges_of
from dragoman.gazetteer import Gazetteer
from dragoman.store import search_form

FEWEST = 12  # days of press conferences on a topic
WIDEST = 0.2  # share of the exchanges from which a topic is none
MANY = 12  # names that question and answer share, beyond which they are a list, and no pair of them is a topic
STOCK = 10  # exchanges whose questions share a phrase, for it to be looked at


def topics(found: Sequence[Exchange], known: Gazetteer) -> dict[str, list[int]]:
    """The topics of exchanges of one language and outlet, each with the numbers of its exchanges.

    A topic is a gazetteer id, two of them joined by " + ", or a phrase of the questions in quotation marks.
    """
    where: defaultdict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(found):
        both = sorted(_names(one.asked, one, known) & _names(one.answered, one, known))
        for name in both:
            where[name].append(number)
        for pair in combinations(both if len(both) <= MANY else (), 2):
            where[" + ".join(pair)].append(number)
    for phrase, numbers in _phrases(found).items():
        where[f"“{phrase}”"] = numbers
    return {
        name: numbers
        for name, numbers in sorted(where.items())
        if len(numbers) < WIDEST * len(found) and len({found[one].document for one in numbers}) >= FEWEST
    }


def _names(words: str, one: Exchange, known: Gazetteer) -> set[str]:
    return {mention.entity for mention in known.find(words, one.language, one.published[:10])}


def _phrases(found: Sequence[Exchange]) -> dict[str, list[int]]:
    """Phrases that recur in questions, with the exchanges whose question and answer both have them.

    A phrase that opens with a preposition, as 在联合国 does, says where and not what about.
    """
    if not found:
        return {}
    asked = [Text(str(at), one.asked, one.published, one.language) for at, one in enumerate(found)]
    answered = [Text(str(at), one.answered, one.published, one.language) for at, one in enumerate(found)]
    made, spans, forms = phrases_of(asked, STOCK)
    joining = edges_of(made, found[0].language, 2).closes
    phrases = list(spans)
    named = [codes[0] not in joining for codes in spans.values()]
    where: defaultdict[str, list[int]] = defaultdict(list)
    both = zip(standing(made, forms), standing(stream(answered, (), found[0].language), forms), strict=True)
    for number, (question, answer) in enumerate(both):
        for phrase in sorted(one for one in set(question) & set(answer) if named[one]):
            where[phrases[phrase]].append(number)
    return where


def topic_asked(found: Sequence[Exchange], asked: str, known: Gazetteer) -> dict[str, list[int]]:
    """The exchanges on one topic that is asked for: an id, a name or any words of the questions; {} for no words.

    >>> from dragoman.gazetteer import load
    >>> one = Exchange("do-1", "k", "2021", "zh", "", "台湾方面如何？", "无可奉告。", 0, 5)
    >>> topic_asked([one], "台湾", load()), topic_asked([one], "如何", load())
    ({'TWN': [0]}, {'“如何”': [0]})
    """
    if not found or not asked.strip():
        return {}
    language = found[0].language
    named = [mention.entity for mention in known.find(asked, language) if mention.text == asked]
    if asked in known or named:
        entity = asked if asked in known else named[0]
        return {entity: [at for at, one in enumerate(found) if entity in _names(one.asked, one, known)]}
    folded = search_form(asked).text
    return {f"“{asked}”": [at for at, one in enumerate(found) if folded in search_form(one.asked).text]}
