"""The patterns of numerals in each language, and what a matched numeral is worth."""

import math
import re
import unicodedata
from functools import cache, lru_cache

from dragoman.languages.approximate_numerals import korean_pairs
from dragoman.languages.english_numerals import COMPOUND_ORDINAL, english_ordinal, english_value
from dragoman.languages.grammar import load_data
from dragoman.languages.numerals import han_number, korean_native

_LONGEST = 300
_DECIMALS = r"(?:\.[0-9]+)?"
ARABIC = (
    rf"(?:[0-9]{{1,3}}(?: [0-9]{{3}})+(?![0-9]|,[0-9]){_DECIMALS}"
    rf"|(?:[0-9]{{1,3}}(?:,[0-9]{{2,3}})*,[0-9]{{3}}(?![0-9])|[0-9]+){_DECIMALS}|(?<![A-Za-z])\.[0-9]+)"
)
_DOTS = r"[0-9]{1,3}(?:\.[0-9]{1,3}){2,20}"
_EXPONENT = r"(?:[eE][+-]?[0-9]{1,3}(?![0-9a-zA-Z])|\^[+-]{0,2}[0-9]{1,3}(?![0-9]))"
_SLASH = r"(?<![0-9/])(?:[0-9]{1,9} {1,2})?[0-9]{1,9}/[0-9]{1,9}(?![0-9/])"
_HUNDREDTHS = rf"(?<![0-9/]){ARABIC}/100(?![0-9/])"
_LETTER = r"(?: ?(?:[kKgGtTmMbB]|bn|mn|tn)(?![a-zA-Z]))"
_VULGAR = "(?:[0-9]{1,6} ?)?[¼-¾⅐-⅞]"
_HAN_DIGIT = "〇零○一二三四五六七八九两兩壹壱贰貳弐叁參叄肆伍陆陸柒捌玖幾几"
_HAN_UNIT = "十百千拾佰仟廿卅万萬億亿兆"
_DOTTED = re.compile(_DOTS + r"\Z")


def _han(point: str, fillers: str) -> str:
    item = f"(?:{ARABIC}|[{_HAN_DIGIT}]|[{_HAN_UNIT}]|半(?=百))"
    arabic = f"(?<=[{_HAN_UNIT}零〇]){ARABIC}|(?<=[{_HAN_UNIT}]) {ARABIC}(?= ?[{_HAN_UNIT}])"
    digit = f"(?<=[{_HAN_UNIT}]) {{1,2}}[{_HAN_DIGIT}]|(?<![0-9])[{_HAN_DIGIT}]"
    more = f"(?: {{0,2}}[{_HAN_UNIT}]|{digit}|(?<=[0-9])零|{arabic}| ?(?:{fillers})(?= ?[万萬億亿兆]))"
    decimals = f"(?:(?: ?[{point}] ?)(?:[{_HAN_DIGIT}]+|[0-9]+)[万萬億亿兆]?)?"
    return f"{item}{more}*{decimals}"


_KO_DIGIT, _KO_UNIT = "영일이삼사오육륙칠팔구", "십백천만억조"
_KO_ENDS = "(?![가-힣])|(?=(?:은|는|을|를|에|의|과|와|으로|로|입니다)(?![가-힣]))"
_KO_COUNTED = "(?= ?(?:퍼센트|프로|달러|원|엔|위안|명|개|번째|분의|건))"


def _korean() -> str:
    digit = "(?:[영일삼사오육륙칠팔구]|이(?!다|며|고|었|라|므로|지만|란))"
    unit = "(?:[십백천억]|만(?!큼|날|나|을|이 |은 |들)|조(?!각|건|사|치|항|직|선|국))"
    start = f"(?:{ARABIC}|(?<![가-힣])[천백십](?= [0-9]))"
    more = f"(?: ?(?:여(?=[만억조]))?{unit}+(?: ?(?:{ARABIC}(?= ?[{_KO_UNIT}]|(?<=[0-9]))|{digit}(?={unit})))?)"
    mixed = f"{start}(?:{more}|(?<=[천백십]) {ARABIC}{more}?)*"
    begins = f"{digit}+{unit}|{unit}{{2}}|{unit}{digit}|{unit}{_KO_COUNTED}|{unit}(?={_KO_ENDS})"
    words = f"(?<![가-힣])(?:{begins})(?:{unit}|{digit})*"
    spaced = f"(?: {{1,2}}(?:{digit}|{unit})+(?:{_KO_ENDS}))?"
    alone = f"(?<![가-힣])[{_KO_DIGIT}](?= ?(?:퍼센트|프로|달러|번째))|(?:(?<=마이너스 )|(?<=음수 )){digit}+"
    return f"(?:{mixed}|{words}{spaced}|{alone})"


@cache
def numeral_pattern(lang: str) -> str:
    """The pattern of one numeral, without its sign, as text; every repetition runs through a text once."""
    return {"zh": _chinese, "ja": _japanese, "ko": _korean_all, "en": _english}[lang]()


def _fraction(number: str, of: str, plus: str) -> str:
    return f"(?:(?:{number})(?:{plus}))?(?:{number}) {{0,2}}(?:{of}) {{0,2}}(?:负|負|マイナス|마이너스 )?(?:{number})"


def _plain() -> str:
    return f"{_DOTS}|{_VULGAR}|{_SLASH}|{_HUNDREDTHS}|{ARABIC}{_EXPONENT}|{ARABIC}{_LETTER}"


def _chinese() -> str:
    number = _han("点點", "余|餘|多|几|幾")
    return f"{_plain()}|{_fraction(number, '分 {0,2}之', ' ?又 ?')}|{number}(?: ?打)?"


def _japanese() -> str:
    number = _han("点・．", "余り|余|数|あまり")
    power = f"(?:{number})(?:×(?:{number}))?の(?:-|マイナス){{0,2}}(?:{number})乗"
    kana = (
        "いっ?|いち|に|さん|よん|し|ご|ろく|ろっ|なな|しち|はち|はっ|きゅう|く|じゅう|[ひびぴ]ゃく|[せぜ]ん|まん|おく"
    )
    spoken = f"(?<![ぁ-ん])(?=[ぁ-ん]{{0,12}}(?:ゃく|[せぜ]ん|まん|じゅう))(?:{kana}){{2,20}}(?![ぁ-ん])"
    words = f"(?:半|{number})(?:ダース)|{number}(?:\\^(?:[+-]|マイナス)?[0-9]{{1,3}}(?![0-9]))?|{spoken}"
    return f"{_plain()}|{_fraction(number, '分の|分之', 'と|又')}|{power}|{words}"


def _korean_all() -> str:
    number = _korean()
    tens = "열|스물|서른|마흔|쉰|예순|일흔|여든|아흔"
    ones = "하나|한|둘|두|셋|세|넷|네|다섯|여섯|일곱|여덟|아홉"
    counted = "(?= ?(?:개|명|건|차례|번|가지|사람|살|달|시간|나라|국가|마리|대|권|조각|곳|쪽|배|자루|척))"
    ends = "(?=(?:은|는|이|가|을|를|에|의|과|와)?(?:[ .,]|\\Z))"
    native = f"(?:(?:{tens})(?:{ones})|하나|둘|셋|넷|다섯|여섯|일곱|여덟|아홉|스물|서른|마흔|쉰|예순|일흔|여든|아흔)"
    native = f"(?<![가-힣])(?:{native}(?:{counted}|{ends})|(?:한|두|세|석|네|넉|열|스무){counted}|다스|절반)"
    sino = f"(?:[{_KO_DIGIT}{_KO_UNIT}0-9]|[.,](?=[0-9])){{1,30}}"
    large = f"[만억조](?=[{_KO_DIGIT}십백천0-9])"
    upper = f"(?:[영일삼사오육륙칠팔구십백천0-9]|[.,](?=[0-9])|이(?!다|며|고|었|라)|{large}){{1,30}}"
    fraction = f"(?<![가-힣])(?:{sino}[와과] ?)?{sino} ?분의 ?(?:마이너스 )?{upper}"
    pairs = "|".join(sorted(korean_pairs(), key=lambda w: (-len(w), w)))
    few = f"(?<![가-힣])(?:(?:{pairs})(?:{counted}|{ends})|[수몇](?:[십백천만억]{{1,4}}))"
    return f"{_plain()}|{few}|{fraction}|{number}|{native}"


def _english() -> str:
    words = [w for w in load_data("numerals")["english_values"] if w not in ("a", "an")]
    word = "(?:" + "|".join(sorted(words, key=lambda w: (-len(w), w))) + ")(?![a-z])"
    join = r"(?:(?: ?- ?| {1,3})(?:and +)?(?:a +)?)"
    scale = r"(?:hundred|thousand|million|billion|trillion|mil|bn|lakh|crore|dozens?)(?![a-z])"
    hundred = r"(?: +[0-9]{1,3} +hundred(?![a-z]))?(?:(?<=hundred) +and +[0-9]{1,2}(?![0-9]|\.[0-9]))?"
    tail = rf"(?:(?: ?- ?| {{0,3}}){scale}{hundred}(?:(?: +and)? +(?:a +)?{word})*)?"
    digits = rf"{ARABIC}{tail}"
    rank = rf"{COMPOUND_ORDINAL}(?![a-z])"
    word = f"(?:{rank}|{word})"
    start = rf"(?<![a-z])(?:(?:a|an) +(?=hundred|thousand|million|billion|trillion|dozen|fifth|third|quarter))?{word}"
    lower = rf"[0-9]{{1,2}}(?![0-9,.]|%| ?per)|{word}(?:{join}{word})*"
    over = rf"(?: +(?:over|out of) +(?:{lower})| +of +a +million(?![a-z]))?"
    spoken = rf"{start}(?:{join}{word}|{join}[0-9]{{1,3}}(?![0-9])(?= {{1,3}}{scale}))*(?: +point(?:{join}{word})+)?"
    many = "(?:several|a few) (?:dozen|hundred|thousand|million|billion)"
    tens = "(?:tens|dozens|scores|hundreds|thousands) of (?:thousands|millions|billions)"
    few = f"(?<![a-z])(?:{many}|{tens}|(?:dozens|scores|hundreds|thousands|millions|billions)(?= of ))(?![a-z])"
    pair = rf"(?<=between ){word}(?:(?: ?- ?| {{1,3}}){word}){{0,6}}(?= and )"  # between five and six million
    return f"{few}|{_plain()}|{pair}|(?:{spoken}|{digits}){over}"


def numeral_value(text: str, lang: str) -> float | None:
    """What a matched numeral is worth, or None where it is none.

    >>> numeral_value("3/4", "en"), numeral_value("二十五分之一千零拾肆", "zh"), numeral_value("5千6百", "ko")
    (0.75, 40.56, 5600.0)
    """
    return _value(text, lang) if len(text) <= _LONGEST else None


@lru_cache(maxsize=4096)
def _value(text: str, lang: str) -> float | None:
    compact = text.replace(" ", "")
    try:
        value = _plain_value(text, compact)
        if value is None:
            value = _worded_value(text, compact, lang)
    except (ValueError, OverflowError, ZeroDivisionError):
        return None
    return float(f"{value:.15g}") if value is not None and abs(value) < 1e300 else None


def _plain_value(text: str, compact: str) -> float | None:
    if _DECIMAL.fullmatch(compact) and not (" " in text and "," in text):
        return float(compact.replace(",", ""))
    if "^" in compact:
        base, _, power = compact.replace("点", ".").replace("マイナス", "-").partition("^")
        sign = -1.0 if power.count("-") % 2 else 1.0
        return float(math.pow(float(base.replace(",", "")), sign * float(power.lstrip("+-"))))
    if compact[-1:] in _VULGARS:
        return float(compact[:-1] or 0) + unicodedata.numeric(compact[-1])
    if "/" in compact:
        whole, _, rest = text.strip().rpartition(" ")
        upper, lower = rest.split("/")
        return float(whole.strip() or 0) + float(upper.replace(",", "")) / float(lower)
    letter = re.fullmatch(r"([0-9.,]+)(k|g|t|mn?|bn?|tn)", compact.lower())
    return float(letter[1].replace(",", "")) * _LETTERS[letter[2]] if letter else None


_LETTERS = {"k": 1e3, "m": 1e6, "mn": 1e6, "g": 1e9, "b": 1e9, "bn": 1e9, "t": 1e12, "tn": 1e12}
_DECIMAL = re.compile(r"[0-9.,]*[0-9](?:[eE][+-]?[0-9]+)?")
_VULGARS = frozenset("¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞")
_MINUS = re.compile("-|负|負|マイナス|마이너스")
_OF = re.compile("分之|分の|분의")
_PLUS = re.compile("又|(?<=[0-9一二三四五六七八九十百千万億])と|[와과]")


def _worded_value(text: str, compact: str, lang: str) -> float | None:
    if lang == "en":
        return None if english_ordinal(text) is not None else english_value(text)
    if compact.endswith("乗"):
        return _power(compact[:-1], lang)
    parts = _OF.split(compact)
    if len(parts) == 2:
        lower, upper = parts
        whole, *rest = _PLUS.split(lower)
        added = 0.0
        if rest:
            base = _single(whole, lang)
            if base is None:
                return None
            added, lower = base, rest[-1]
        sign = -1.0 if _MINUS.match(upper) else 1.0
        top, bottom = _single(_MINUS.sub("", upper), lang), _single(lower, lang)
        return None if top is None or bottom is None else added + sign * top / bottom
    return _single(compact, lang)


def _power(compact: str, lang: str) -> float | None:
    """Japanese powers: 2の10乗, 12×10の-1乗."""
    base, _, exponent = compact.rpartition("の")
    sign = -1.0 if len(_MINUS.findall(exponent)) % 2 else 1.0
    power = _single(_MINUS.sub("", exponent), lang)
    factor, times, root = base.rpartition("×")
    value, first = _single(root, lang), _single(factor, lang) if times else 1.0
    return None if value is None or power is None or first is None else first * math.pow(value, sign * power)


_KANA = {
    "いち": "一",
    "いっ": "一",
    "い": "一",
    "に": "二",
    "さん": "三",
    "よん": "四",
    "し": "四",
    "ご": "五",
    "ろく": "六",
    "ろっ": "六",
    "なな": "七",
    "しち": "七",
    "はち": "八",
    "はっ": "八",
    "きゅう": "九",
    "く": "九",
    "じゅう": "十",
    "ひゃく": "百",
    "びゃく": "百",
    "ぴゃく": "百",
    "せん": "千",
    "ぜん": "千",
    "まん": "万",
    "おく": "億",
}
_KANA_WORD = re.compile("|".join(sorted(_KANA, key=lambda word: (-len(word), word))))


def _single(compact: str, lang: str) -> float | None:
    dozen = re.fullmatch("(.*?)(打|ダース)", compact)
    if dozen:
        count = 0.5 if dozen[1] == "半" else han_number(dozen[1], lang == "zh")
        return None if count is None else 12 * count
    if lang == "ko":
        native = korean_native(compact)
        if native is not None:
            return native
    if lang == "ja":
        compact = _KANA_WORD.sub(lambda match: _KANA[match[0]], compact)
    if compact in ("几", "幾", "多", "余", "数"):
        return None
    compact = re.sub("余り|あまり|[余餘多几幾数여]", "", compact).replace("半百", "五十")
    return han_number(compact, shorthand=lang == "zh")


def is_dotted(text: str) -> bool:
    """Whether a piece is an address or version number (192.168.1.2), which is several numbers."""
    return _DOTTED.match(text) is not None
