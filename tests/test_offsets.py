"""Whatever is read off a text stands in it, character by character, also after the store has held it."""

import random

from dragoman import extraction, languages
from dragoman.store import encode
from dragoman.store.codec import decode_readings, kind_of

PIECES = [
    "习近平",
    "金正恩",
    "訪問した",
    "2018年5月7日",
    "会晤。",
    "１２億ドル",
    "約25％",
    "トランプ氏は",
    "김정은 위원장은 ",
    "5월 7~8일 ",
    "방문했다. ",
    "Kim Jong-un ",
    "met ",
    "Xi. ",
    "U.S. ",
    "$34 billion ",
    "on May 7-8, ",
    "visited China",
    "同日，",
    "翌23日に",
    "平成30年",
    "民國107年",
    "주체107(2018)년",
    "\r\n",
    "\n\n",
    "\t",
    "\u200f",
    "\u202e",
    "\u2066",
    "👨‍👩‍👧",
    "🇨🇳",
    "é",
    "e\u0301",
    "가",
    "\u1112\u1161\u11ab",
    "ﾃﾞ",
    "ﬁ",
    "ß",
    "İ",
    "\u00a0",
    "\u3000",
    "𠮷",
    "“",
    "”",
    "「",
    "」",
    "不可能の1e999",
    "25:61",
    "30 February",
    "…",
    "——",
    "\u0000",
    "а́б",
    "עברית",
    "العربية",
    "हिन्दी",
    "ไทย",
    "\ufeff",
    "㋿",
    "①",
    "½",
    "美朝",
    "북중",
    "米中",
    "三天后",
    "in the first half of 2018, ",
]


def generated(draw: random.Random) -> str:
    return "".join(draw.choice(PIECES) for _ in range(draw.randrange(1, 14)))


def test_ten_thousand_generated_texts_have_no_wrong_quote():
    draw = random.Random(10_000)
    readings = 0
    for number in range(10_000):
        text = generated(draw)
        language = languages.LANGUAGES[number % 4]
        for reading in extraction.observe(text, language):
            assert text[reading.start : reading.end] == reading.text
            (again,) = decode_readings(kind_of(reading), encode([reading]))
            assert again == reading
            readings += 1
    assert readings > 20_000
