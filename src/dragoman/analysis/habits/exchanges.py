"""Questions and answers of press conferences, each question with the answer that it was given."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.analysis.formulations import Text

_ASKER = re.compile(r"(?m)^[^：:\n]{0,30}[：:]")


@dataclass(frozen=True, slots=True)
class Exchange:
    """One answer and what was asked; offsets count code points of the document's text.

    `asked` is the question without the name of whoever asks, `answered` the answer: `start` to `end` of the text.
    """

    document: str
    key: str
    published: str
    language: str
    outlet: str
    asked: str
    answered: str
    start: int
    end: int


def exchanges(texts: Iterable[Text]) -> Iterator[Exchange]:
    """The exchanges of dated texts in order; questions in a row, as a question of several lines is, are one.

    >>> from dragoman.sources.registers import passages_in
    >>> words = "记者：何时访问？\\n汪文斌：五月。"
    >>> [(one.asked, one.answered) for one in exchanges([Text("do-1", words, "2021", passages=passages_in(words))])]
    [('何时访问？', '汪文斌：五月。')]
    """
    for text in texts:
        asked: list[str] = []
        for passage in text.passages if text.published else ():
            words = text.text[passage.start : passage.end]
            if passage.register == "question":
                asked.append(_ASKER.sub("", words, count=1))
            elif passage.register == "answer" and asked:
                yield Exchange(
                    text.document, text.key, text.published or "", text.language, text.outlet, "\n".join(asked), words,
                    passage.start, passage.end,
                )  # fmt: skip
                asked = []
