"""Which of the four languages a text is in, told by its script."""

import re

_KANA = re.compile("[ぁ-ゖァ-ヺ]")
_HANGUL = re.compile("[가-힣ㄱ-ㆎᄀ-ᇿ]")
_HAN = re.compile("[㐀-䶿一-鿿豈-﫿]")
_LATIN = re.compile("[A-Za-zÀ-ɏ]")
_SAMPLE = 20_000


def detect(text: str, prior: str | None = None) -> str:
    """Tell the language of `text` ("en", "zh", "ja" or "ko") from its script, helped by `prior`.

    Kana tell Japanese and Hangul Korean where they are a real share of the letters, not a quoted name. A text in Han
    characters alone is `prior` where that is "zh" or "ja" (a Japanese headline may have no kana), else Chinese. Without
    any of these letters the answer is `prior` where it is one of the four, else "en". Only the first 20,000 characters
    are read.

    >>> detect("中朝首脳会談が北京で開かれた"), detect("中美元首通话"), detect("북중 정상회담")
    ('ja', 'zh', 'ko')
    >>> detect("日中首脳会談", prior="ja")
    'ja'
    """
    sample = text[:_SAMPLE]
    kana = len(_KANA.findall(sample))
    hangul = len(_HANGUL.findall(sample))
    han = len(_HAN.findall(sample))
    latin = len(_LATIN.findall(sample))
    letters = kana + hangul + han
    if letters and letters * 4 >= latin:
        if hangul * 5 >= letters and hangul >= kana:
            return "ko"
        if kana * 12 >= letters:
            return "ja"
        if han:
            return prior if prior in ("zh", "ja") else "zh"
    if latin:
        return "en"
    return prior if prior in ("en", "zh", "ja", "ko") else "en"
