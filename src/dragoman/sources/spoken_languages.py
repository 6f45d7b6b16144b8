"""The language that a page, row or record declares, as two letters, and whether its script bears it out."""

import re

_NAMES = {
    "chinese": "zh", "中文": "zh", "汉语": "zh", "漢語": "zh", "简体中文": "zh", "繁體中文": "zh", "zho": "zh",
    "chi": "zh", "cn": "zh", "chs": "zh", "cht": "zh", "english": "en", "eng": "en", "英文": "en", "英语": "en",
    "japanese": "ja", "日本語": "ja", "jpn": "ja", "jp": "ja", "korean": "ko", "한국어": "ko", "조선어": "ko",
    "kor": "ko", "kr": "ko",
}  # fmt: skip


def two_letters(declared: str | None) -> str | None:
    """A declared language as its two- or three-letter code, or None where it names none.

    >>> two_letters("zh-CN"), two_letters("Japanese"), two_letters("日本語"), two_letters("")
    ('zh', 'ja', 'ja', None)
    """
    word = (declared or "").strip().lower()
    first = re.split(r"[-_]", word, maxsplit=1)[0]
    if word in _NAMES or first in _NAMES:
        return _NAMES.get(word) or _NAMES[first]
    return first if re.fullmatch(r"[a-z]{2,3}", first) else None


def borne_out(language: str, text: str) -> bool:
    """Whether the script of a text allows that language (of zh, en, ja, ko; any other is believed).

    >>> borne_out("en", "中方对此表示欢迎"), borne_out("zh", "中方对此表示欢迎"), borne_out("zh", "会談を行った")
    (False, True, False)
    """
    head = text[:20000]
    han = len(re.findall("[\u3400-\u9fff]", head))
    kana = len(re.findall("[\u3041-\u30fa]", head))
    hangul = len(re.findall("[\uac00-\ud7a3\u1100-\u11ff]", head))
    latin = len(re.findall("[A-Za-z]", head))
    wide = han + kana + hangul
    if not wide + latin:
        return True
    fits = {
        "zh": han > 2 * (kana + hangul) and han * 8 > latin,
        "ja": hangul < kana + han and (kana + han) * 8 > latin,
        "ko": hangul * 8 > latin and hangul * 2 > kana and hangul * 20 > han,
        "en": latin > wide,
    }
    return fits.get(language, True)
