"""Every encoding of the four languages is told, from a short sentence and a long one, declared or not."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.sources.encoding import declared_charset, decode
from dragoman.sources.errors import Refused
from dragoman.sources.plausibility import likeliest

SHORT = {
    "zh": "双方同意保持沟通。",
    "zh-hant": "我國政府表示遺憾。",
    "ja": "両首脳は会談した。",
    "ko": "두 정상은 회담하였다.",
}
LONG = {
    "zh": "五月七日至八日，两国领导人在大连举行会晤，就双边关系和共同关心的重大问题深入交换意见。会晤在友好气氛中进行，"
    "双方都认为这次会晤十分重要，今后要继续保持高层往来，加强战略沟通，推动各领域务实合作取得更多成果。",
    "zh-hant": "外交部發言人今天下午對媒體表示，我國與邦交國的各項合作計畫均依原定進度推動，相關報導與事實不符。"
    "政府將持續深化雙邊情誼，並與理念相近國家共同維護區域的和平、穩定與繁榮，歡迎各界支持。",
    "ja": "外務省の報道官は記者会見で、両国の首脳が電話で会談し、地域の情勢について意見を交わしたと述べた。"
    "また、今後も関係国と緊密に連携し、問題の解決に向けて外交努力を続けていく考えを示した。",
    "ko": "외교부 대변인은 오늘 정례 기자회견에서 두 나라 정상이 전화로 회담하고 지역 정세에 대한 의견을 나누었다고 "
    "밝혔다. 그는 앞으로도 관련국들과 긴밀히 협력하여 문제 해결을 위한 노력을 계속할 것이라고 말하였다.",
}
ENCODINGS = [
    ("zh", "gb18030"),
    ("zh-hant", "gb18030"),
    ("zh-hant", "big5hkscs"),
    ("ja", "cp932"),
    ("ja", "euc_jp"),
    ("ko", "cp949"),
    *((language, wide) for language in SHORT for wide in ("utf-16-le", "utf-16-be", "utf-8")),
]


@pytest.mark.parametrize("text", [SHORT, LONG], ids=["short", "long"])
@pytest.mark.parametrize(("language", "encoding"), ENCODINGS)
def test_an_undeclared_encoding_is_told_by_what_it_makes(text: dict[str, str], language: str, encoding: str) -> None:
    found = decode(text[language].encode(encoding))
    assert (found.text, found.encoding) == (text[language], encoding)
    assert bool(found.warnings) == (encoding != "utf-8")


@pytest.mark.parametrize(("language", "encoding"), ENCODINGS)
def test_every_clause_of_a_long_text_is_told_like_the_whole(language: str, encoding: str) -> None:
    clauses = [c for c in re.split("[，、。.]|고 ", LONG[language]) if len(c) >= 7]
    assert len(clauses) >= 2
    wrong = [(c, likeliest(c.encode(encoding))) for c in clauses if encoding != "utf-8"]
    assert [found for found in wrong if found[1] != encoding and encoding != "utf-8"] == []


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides_and_stays_out_of_the_text(encoding: str) -> None:
    assert decode(LONG["ko"].encode(encoding)).text == LONG["ko"]


def test_utf16_of_latin_text_without_a_mark_is_not_taken_for_utf8_with_nuls() -> None:
    text = "The two sides agreed to meet in May."
    assert decode(text.encode("utf-16-le")).text == text
    assert decode(text.encode("utf-16-be")).text == text


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b'<meta charset="GB2312">', "gb18030"),
        (b"<META http-equiv='Content-Type' content='text/html; charset=Shift_JIS'>", "cp932"),
        (b'<?xml version="1.0" encoding="EUC-KR"?>', "cp949"),
        (b'<meta charset="no-such-thing">', None),
        (b"<meta name=a content=b>", None),
    ],
)
def test_the_declared_charset_is_found_in_its_widest_form(head: bytes, name: str | None) -> None:
    assert declared_charset(head) == name


def test_a_declared_charset_is_believed_where_it_fits() -> None:
    page = '<meta charset="euc-jp"><p>会談'
    assert decode(page.encode("euc_jp")).text == page


def test_a_declared_charset_that_is_wrong_is_told_and_not_believed() -> None:
    page = '<meta charset="gb2312"><p>两国领导人举行会晤'
    found = decode(page.encode("utf-8"))
    assert found.text == page
    assert found.warnings == ("declares gb18030 but is UTF-8; read as UTF-8",)
    other = '<meta charset="utf-8"><p>' + LONG["ja"]
    assert decode(other.encode("cp932")).text == other


def test_damage_in_the_middle_of_utf8_costs_its_own_bytes_only() -> None:
    data = LONG["zh"].encode() + b"\xff\xfe" + SHORT["zh"].encode()
    found = decode(data)
    assert found.text == LONG["zh"] + "\ufffd\ufffd" + SHORT["zh"]
    place = len(LONG["zh"].encode())
    assert found.warnings == (f"2 damaged places (not utf-8), the first at byte {place}; each is shown as U+FFFD",)


def test_a_text_cut_off_inside_a_character_is_still_told() -> None:
    for language, encoding in [("zh", "gb18030"), ("ja", "cp932"), ("ko", "cp949"), ("zh", "utf-8")]:
        data = LONG[language].removesuffix("。").removesuffix(".").encode(encoding)[:-1]
        found = decode(data)
        assert found.text.startswith(LONG[language][:80])
        assert any("damaged" in line for line in found.warnings)


def test_one_bad_byte_in_a_latin_text_costs_itself_only() -> None:
    text = "The two sides agreed to meet in May. " * 5
    found = decode(text.encode() + b"\x81" + text.encode())
    assert found.text == f"{text}\ufffd{text}"
    assert found.warnings[0].startswith("1 damaged place (not utf-8), the first at byte 185")


def test_a_short_utf8_text_cut_off_inside_a_character_is_utf8() -> None:
    assert decode("会晤".encode()[:-1]).text == "会\ufffd"


def test_nul_keeps_its_place_as_a_visible_sign() -> None:
    found = decode("会\x00晤".encode())
    assert found.text == "会\ufffd晤"
    assert found.warnings == ("1 NUL characters or lone surrogates; each is shown as U+FFFD",)


def test_western_text_without_utf8_is_read_as_such() -> None:
    text = "Le président a été reçu à l’Élysée, où il a signé l’accord."
    assert decode(text.encode("cp1252")).text == text
    assert decode("Pyongyang’s envoy said “no”.".encode("cp1252")).text == "Pyongyang’s envoy said “no”."
    long = "The two sides’ envoys agreed that China’s proposal would be studied further in May. " * 3
    assert decode(long.encode("cp1252")).text == long


@pytest.mark.parametrize("seed", range(8))
def test_binary_junk_is_refused(seed: int) -> None:
    import random

    data = random.Random(seed).randbytes(4000)
    with pytest.raises(Refused, match="no text encoding fits"):
        decode(data)


@given(st.binary(max_size=200))
def test_whatever_the_bytes_no_nul_and_no_lone_surrogate_reaches_the_text(data: bytes) -> None:
    try:
        text = decode(data).text
    except Refused:
        return
    assert "\x00" not in text
    text.encode("utf-8")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00\ufeff"), min_size=1))
def test_utf8_is_read_back_exactly_unless_it_looks_like_something_else(text: str) -> None:
    data = text.encode("utf-8")
    if b"\x1b$" in data:
        return
    assert decode(data).text == text
