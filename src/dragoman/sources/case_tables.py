"""The tables of `case.toml` that say what pages show: [[claims]], [formulations], [doctrine], [[readouts]]."""

from collections.abc import Mapping, Sequence
from typing import Any

from dragoman.model import AccountsAsked, AddressAsked, ClaimAsked, PhrasesAsked
from dragoman.sources.case_values import NAME, only, shown, text, texts
from dragoman.sources.errors import CaseError, nearest

LONGEST_WINDOW = 3660


def claims(data: Mapping[str, Any], tracks: Sequence[str]) -> tuple[ClaimAsked, ...]:
    """Each of [[claims]]: from and to (TRACK, TRACK:TYPE,TYPE or TRACK:TYPE@ACTOR), window (days, by default 7), title.

    >>> claims({"claims": [{"from": "trade:tariff@USA", "to": "visits"}]}, ["trade", "visits"])[0].window
    7
    """
    found: list[ClaimAsked] = []
    for number, row in enumerate(_tables(data, "claims"), start=1):
        claim = _claim(row, tracks, f"{NAME}, [[claims]] number {number}")
        if any((one.acts, one.answers, one.window) == (claim.acts, claim.answers, claim.window) for one in found):
            raise CaseError(f"{NAME}, [[claims]] number {number}: stands there already; leave one of them out")
        found.append(claim)
    return tuple(found)


def _claim(row: Mapping[str, Any], tracks: Sequence[str], where: str) -> ClaimAsked:
    only(row, ("from", "to", "window", "title"), where)
    for key in ("from", "to"):
        if key not in row:
            raise CaseError(f'{where}: no {key}; add a line: {key} = "TRACK:TYPE"')
        _known(text(row, key, where).partition("@")[0].partition(":")[0].strip(), key, tracks, where)
    window = row.get("window", 7)
    if isinstance(window, bool) or not isinstance(window, int) or not 0 <= window <= LONGEST_WINDOW:
        raise CaseError(f'{where}: "window" must be a whole number of days, and is {shown(window)}')
    return ClaimAsked(row["from"], row["to"], window, text(row, "title", where) if "title" in row else "")


def formulations(data: Mapping[str, Any], tracks: Sequence[str]) -> PhrasesAsked | None:
    """[formulations]: phrases (as printed, or with one slot as 习近平…思想), and track: whose events are marked."""
    if (row := _table(data, "formulations")) is None:
        return None
    where = f"{NAME}, [formulations]"
    only(row, ("phrases", "track"), where)
    phrases = tuple(dict.fromkeys(phrase.strip() for phrase in texts(row, "phrases", where)))
    if not phrases or "" in phrases:
        raise CaseError(f'{where}: no phrase, or an empty one; add a line: phrases = ["…", "…"]')
    if "track" in row:
        _known(text(row, "track", where), "track", tracks, where)
    return PhrasesAsked(phrases, row.get("track", ""))


def doctrine(data: Mapping[str, Any]) -> AddressAsked | None:
    """[doctrine]: document (the key of an address), against (that of another), by (who answers for it, as CHN)."""
    if (row := _table(data, "doctrine")) is None:
        return None
    where = f"{NAME}, [doctrine]"
    only(row, ("document", "against", "by"), where)
    if "document" not in row:
        raise CaseError(f'{where}: no document; add a line: document = "the key of its source"')
    given = {key: text(row, key, where) for key in ("document", "against", "by") if key in row}
    return AddressAsked(given["document"], given.get("against", ""), given.get("by", ""))


def readouts(data: Mapping[str, Any]) -> tuple[AccountsAsked, ...]:
    """Each of [[readouts]]: documents (the keys of two accounts of one event or more), title.

    >>> readouts({"readouts": [{"documents": ["n11", "e7"], "title": "The call of 8 May"}]})[0].documents
    ('n11', 'e7')
    """
    found = []
    for number, row in enumerate(_tables(data, "readouts"), start=1):
        where = f"{NAME}, [[readouts]] number {number}"
        only(row, ("documents", "title"), where)
        documents = texts(row, "documents", where)
        if len(set(documents)) < 2 or len(set(documents)) < len(documents):
            raise CaseError(f'{where}: needs the keys of two sources or more, each once, as documents = ["…", "…"]')
        found.append(AccountsAsked(documents, text(row, "title", where) if "title" in row else ""))
    return tuple(found)


def _tables(data: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    rows = data.get(name, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise CaseError(f'{NAME}: "{name}" must be written as [[{name}]] tables, and is {shown(rows)}')
    return rows


def _table(data: Mapping[str, Any], name: str) -> Mapping[str, Any] | None:
    row = data.get(name)
    if row is not None and not isinstance(row, dict):
        raise CaseError(f'{NAME}: "{name}" must be written as a [{name}] table, and is {shown(row)}')
    return row


def _known(track: str, key: str, tracks: Sequence[str], where: str) -> None:
    if track not in tracks:
        raise CaseError(f'{where}: "{key}": no track "{track}"{nearest(track, tracks) if tracks else ""}')
