"""Statements within statements, and the register each stands in."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from dragoman.extraction.speech.turns import Turn
from dragoman.model import Sentence, Statement


def reported(statements: Sequence[Statement]) -> list[Statement]:
    """The statements in order, each that lies within the words of another marked as reported by its speaker.

    What a speaker says of themselves within their own words is not passed on by anybody.
    """
    ordered = sorted(
        set(statements), key=lambda one: (one.start, -one.said[1], one.said[0], one.verb, one.speaker or "")
    )
    around: list[Statement] = []
    result: list[Statement] = []
    for one in ordered:
        while around and around[-1].said[1] <= one.start:
            around.pop()
        outer = next((other for other in reversed(around[-8:]) if _within(one, other)), None)
        around.append(one if outer is None else _passed_on(one, outer))
        result.append(around[-1])
    return result


def _passed_on(one: Statement, outer: Statement) -> Statement:
    by = outer.speaker or outer.speaker_text or None
    return replace(one, reported_by=by if by != (one.speaker or one.speaker_text) else outer.reported_by)


def _within(inner: Statement, outer: Statement) -> bool:
    if inner.said == outer.said:
        return False
    return outer.said[0] <= inner.said[0] and inner.end <= outer.said[1] + 1


def registered(
    statements: Sequence[Statement], sentences: Sequence[Sentence], turns: Sequence[Turn]
) -> list[Statement]:
    """The statements, each with the register of the sentence it begins in, or of its turn in a press conference."""
    starts = [sentence.start for sentence in sentences]
    turn_starts = [turn.start for turn in turns]
    found = []
    for one in statements:
        index = bisect_right(starts, one.start)
        register = sentences[index - 1].register if index else "body"
        turn = bisect_right(turn_starts, one.start)
        if register == "body" and turn:
            register = "question" if turns[turn - 1].asks else "answer"
        found.append(replace(one, register=register))
    return found
