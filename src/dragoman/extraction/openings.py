"""How the clause of a verb is opened in an English sentence, and whether what it tells is told as a fact."""

from collections.abc import Set

from dragoman.extraction.tokens import Tokens

_HEARERS = 8
_AFTER = frozenset((",", "and", ")"))


def is_open(tokens: Tokens, verbs: Set[int], first: int) -> bool:
    """Whether the clause in which a verb's group begins at `first` is told as a fact.

    Not after "if" or "whether", after "that" without a word of saying, or where it only says which thing is meant.
    """
    kinds = tokens.kinds
    place = tokens.opener(first, verbs)
    if place < 0:
        return True
    word, content = tokens.low[place], tokens.content(place + 1, first)
    if word in kinds["doubtful"]:
        return False
    if place in verbs and word not in kinds["speech"]:
        return tokens.word(first - 1) in _AFTER
    if word == "that":
        return content and _reported(tokens, verbs, place)
    if word in kinds["relatives"]:
        before = tokens.word(place - 1)
        return before == "," or (content and before in kinds["prepositions"])
    return True


def _reported(tokens: Tokens, verbs: Set[int], that: int) -> bool:
    """Whether "that" follows a word of saying, with at most its hearers between."""
    for place in range(that - 1, max(-1, that - _HEARERS), -1):
        if tokens.low[place] in tokens.kinds["speech"]:
            return True
        if place in verbs or tokens.low[place] in (";", ":"):
            return False
    return False
