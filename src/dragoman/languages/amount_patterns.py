"""The patterns of what stands around a numeral: signs, shares, currencies, counters, bounds."""

import re
from functools import cache
from typing import Any

from dragoman.languages.grammar import load_data
from dragoman.languages.number_words import numeral_pattern, numeral_value
from dragoman.languages.patterns import either
from dragoman.languages.sought import Sought

_TENTHS = "(?P<tenths>[0-9][0-9.]{0,8}|[一二两三四五六七八九十半对對点點 ]{1,7})"
_AFTER_NUMBER = "0-9a-z%)〇零一二三四五六七八九十百千万億亿兆円元圆원엔만억조천백십명개"
# a dash behind one of these is no minus
_SIGN = {
    "en": r"(?:(?<![0-9a-z%)])- ?|minus +|negative +)",
    "zh": rf"(?:(?<![{_AFTER_NUMBER}])-|负|負)",
    "ja": rf"(?:(?<![{_AFTER_NUMBER}-])-|マイナス)",
    "ko": rf"(?:(?<![{_AFTER_NUMBER}])- ?|마이너스 ?|음수 )",
}


_NOT_A_COIN = "(?:(?<![원元円])|(?![칙인소내수자탁本卓旦首素月]))"  # 元旦, 원칙, 円卓
_BIG = {"m": 1e6, "mm": 1e6, "bn": 1e9, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_CONTEXT = 300
_CODE_BEFORE_NUMBER = "(?:(?<![a-z]{3})|(?<=[a-z]{4})|(?! ?[0-9])|(?<=yen|won))"  # in "10 usd 20" the code is of the 20


class AmountPatterns:
    """The patterns of one language for what stands around a numeral."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        rules = load_data("amounts")[lang]
        money = load_data("currencies")
        self._codes = _currency_codes(money, lang)
        self._minor: dict[str, float] = dict(money["minor"][lang])
        self._signs: dict[str, str | None] = money["signs"]
        self._yen: str = money["yen_sign"][lang]
        self._ambiguous = frozenset(map(str, money["ambiguous"][lang]))
        self._yuan_words: tuple[list[str], list[str]] = (money["yuan_text"][lang], money["yen_text"][lang])
        numeral, sign = numeral_pattern(lang), _SIGN[lang]
        word_end = "(?![a-z])" if lang == "en" else ""
        minor = f"(?P<minor>{_either(self._minor)}){word_end}"
        self.amount = Sought(self._amount(numeral, sign, rules["percent"]))
        self.counter = re.compile(str(rules["counter"]))
        self.ordinal = re.compile(str(rules["ordinal"]))
        self.minor_after = re.compile(f" {{0,2}}(?:(?:and|と|,) ?)?(?P<num>{numeral}) {{0,3}}{minor}")
        self.minor_alone = re.compile(f" ?-?{minor}" if lang == "en" else "(?P<minor>(?!))")

    def _amount(self, numeral: str, sign: str, percents: list[str]) -> str:
        marks = sorted(self._signs, key=lambda sign: (-len(sign), sign))
        signs = re.sub(r"(us|hk|nt|c|usd|cad|aud|nzd|mxn)\\\$", r"\1 ?\\$", "|".join(map(re.escape, marks)))
        codes = _either(self._codes)
        letters = {code: None for code in self._codes if re.fullmatch("[a-z]{3}", code) and code not in ("yen", "won")}
        before = _either(letters) if self.lang == "en" else codes
        left, right = ("(?<![a-z])", "(?![a-z])") if self.lang == "en" else ("", "")
        ends = _CODE_BEFORE_NUMBER if self.lang == "en" else _NOT_A_COIN
        big = "(?P<{}>m|mm|bn)?" if self.lang == "en" else "(?P<{}>(?!))?"
        prefix = f"(?:(?P<before>(?<![a-z])(?:{signs})|{left}{big.format('bigbefore')}(?:{before}){right}) {{0,2}})?"
        percent = f" {{0,5}}(?P<percent>{_either(dict.fromkeys(percents))}){right}"
        of = "(?:of )?" if self.lang == "en" else ""  # tens of millions of dollars
        scale = "(?: (?P<bigword>million|billion|trillion)(?![a-z]))?" if self.lang == "en" else "(?P<bigword>(?!))?"
        code = f"{of}(?:(?<=[0-9 ]){big.format('bigafter')}(?={before}))?(?P<after>{codes}){right}{ends}{scale}"
        cents = "(?= ?[0-9]{1,2} ?cents?)|" if self.lang == "en" else ""
        money = f" {{0,3}}(?:{code}|(?P<aftersign>[€$₡₾₭₿£])(?:{cents}(?! ?[0-9])))"
        plain = f"(?<![0-9.]){prefix}(?P<sign>{sign})?(?P<num>{numeral})(?:{percent}|{money})?"
        share = _share(self.lang, numeral, sign)
        whole = f"(?P<share>{share})|(?P<plain>{plain})"
        return ("(?:(?<![a-z])|(?=[0-9.$]))" if self.lang == "en" else "") + f"(?:{whole})"

    def currency(self, match: re.Match[str], folded: str) -> str | None:
        """The ISO 4217 code of a match, or None where the name or sign alone does not tell it.

        A currency before the number tells what a bare 元 or dollars after it is (新台币500元, NT$500 dollars).
        """
        sign = match["before"] or match["aftersign"]
        after = re.sub(" +", " ", match["after"] or "")
        if after and not (sign and after in self._ambiguous):
            return self._codes[after]
        key = re.sub(" +", "", sign)
        if key in ("¥", "￥"):
            return (
                "CNY"
                if self._is_yuan_text(folded[max(0, match.start() - _CONTEXT) : match.end() + _CONTEXT])
                else self._yen
            )
        return self._signs[key] if key in self._signs else self._codes.get(re.sub(" +", " ", sign))

    def _is_yuan_text(self, context: str) -> bool:
        """Whether ¥ in English or Korean is the yuan: the text around it names the yuan and not the yen."""
        yuan, yen = self._yuan_words
        return any(word in context for word in yuan) and not any(word in context for word in yen)

    def singular(self, minor: str) -> str:
        """The name of a minor unit in the singular (cents is cent, pence is penny)."""
        return {"pence": "penny"}.get(minor, minor.removesuffix("s"))

    def minor_part(self, folded: str, end: int) -> tuple[float, int]:
        """The cents after the dollars: their worth and where they end."""
        worth = 0.0
        for _ in range(2):
            match = self.minor_after.match(folded, end)
            value = numeral_value(match["num"], self.lang) if match else None
            if match is None or value is None:
                break
            worth, end = worth + value / self._minor[match["minor"]], match.end()
        return worth, end

    def scale(self, match: re.Match[str]) -> float:
        """What a multiplier beside a currency code is worth: 30 MUSD, 75 USD million."""
        return _BIG.get(match["bigbefore"] or match["bigafter"] or match["bigword"] or "", 1.0)


def _share(lang: str, numeral: str, sign: str) -> str:
    """The pattern of a share in words, or one that never matches."""
    if lang == "zh":
        after = "(?![功就立为员果都本型长分效千熟年交品绩了射磨腾叠旧返断服衷中合])"
        tail = "(?: ?(?P<tail>[一二三四五六七八九半]))?"
        tenths = f"(?:(?<=打)[对對]折|半折|{_TENTHS} ?(?P<tenthunit>成|折){tail}{after})"
        return f"(?P<per>[百千万仟佰]{{1,3}} ?分 ?之 ?)(?P<pernum>{sign}?(?:{numeral}))|{tenths}"
    if lang == "ja":
        digit = "[0-9一二三四五六七八九]"
        tail = f"(?:(?P<tail>{digit})分(?:(?P<rin>{digit})厘)?|(?P<half>半))?"
        tenths = f"(?P<tenths>[0-9][0-9.]{{0,5}}|[一二三四五六七八九十点]{{1,5}}) ?(?P<tenthunit>割){tail}"
        return f"(?P<per>百 ?分 ?の ?)(?P<pernum>{numeral})|{tenths}(?:引き?)?(?![りれく当合])"
    return "(?P<per>(?!))(?P<pernum>)(?P<tenths>)(?P<tenthunit>)"


def _currency_codes(money: dict[str, Any], lang: str) -> dict[str, str | None]:
    codes: dict[str, str | None] = {}
    for code, names in money["names"].items():
        codes.update({str(name).lower(): code for name in names})
    codes.update(money["ambiguous"][lang])
    return codes


def _either(words: dict[str, Any]) -> str:
    return either(words, " {1,2}") if words else "(?!)"


@cache
def amount_patterns(lang: str) -> AmountPatterns:
    """The patterns of a language, compiled when first asked for."""
    return AmountPatterns(lang)
