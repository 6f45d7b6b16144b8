"""Shares in words as percent: 百分之五, 三成半, 七折, 3割8分7厘, 百分の一."""

import re

from dragoman.languages.number_words import numeral_value

_HAN_SHARE = {"百": 1.0, "佰": 1.0, "千": 0.1, "仟": 0.1, "万": 0.01, "百万": 1e-4, "万万": 1e-6, "百万万": 1e-8}


def share_in_percent(match: re.Match[str], lang: str) -> float | None:
    """The percent that a matched share is worth, or None where its numeral is none."""
    if match["per"]:
        piece = match["pernum"].strip()
        value = numeral_value(piece.lstrip("-负負"), lang)
        scale = _HAN_SHARE.get(re.sub("[ 分之の]", "", match["per"]))
        if value is None or scale is None:
            return None
        return round(value * scale * (-1 if piece[:1] in "-负負" else 1), 12)
    return _tenths(match.groupdict(), lang)


def _tenths(groups: dict[str, str | None], lang: str) -> float | None:
    tenths = (groups.get("tenths") or "").replace(" ", "")
    if tenths in ("", "半", "对", "對"):
        return 50.0
    value = numeral_value(tenths, lang)
    if value is None:
        return None
    if groups["tenthunit"] == "折" and value >= 10:
        return value
    value *= 10
    tail = groups.get("tail")
    if tail:
        value += 5 if tail == "半" else (numeral_value(tail, lang) or 0.0)
    if groups.get("half"):
        value += 5
    if groups.get("rin"):
        value += (numeral_value(groups["rin"] or "", lang) or 0.0) / 10
    return round(value, 10)
