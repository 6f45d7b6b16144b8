"""Words that point back: whom they mean where one antecedent fits, and nobody where two do."""

import pytest

from dragoman.extraction import observe
from dragoman.extraction.coreference import KINDS, load_words
from dragoman.interchange.annotation import annotation
from dragoman.model import Mention, Passage, Report


def pointed(text: str, lang: str, passages: tuple[Passage, ...] = ()) -> set[tuple[str, str]]:
    found = observe(text, lang, "2018-07-10", passages)
    return {(m.text, m.entity) for m in found if isinstance(m, Mention) and m.via == "coreference"}


MEANT = [
    ("zh", "习近平在北京会见金正恩。两国元首出席晚宴。", {("两国元首", "xi-jinping"), ("两国元首", "kim-jong-un")}),
    ("zh", "中方愿同俄方加强合作。双方签署了协议。", {("双方", "CHN"), ("双方", "RUS")}),
    ("zh", "王毅昨天抵达平壤。他会见了金正恩。", {("他", "wang-yi")}),
    ("zh", "王毅昨天访问了朝鲜。天气晴朗。该国正在举行大会。", {("该国", "PRK")}),
    ("zh", "美国对中国加征关税。中国敦促对方取消关税。", {("对方", "USA")}),
    ("zh", "文在寅总统抵达平壤。总统将访问白头山。", {("总统", "moon-jae-in")}),
    (
        "ja",
        "習近平氏は金正恩氏と会談した。両首脳は夕食会に出席した。",
        {("両首脳", "xi-jinping"), ("両首脳", "kim-jong-un")},
    ),
    ("ja", "日本と韓国は協議した。両国は協定に署名した。", {("両国", "JPN"), ("両国", "KOR")}),
    ("ja", "王毅外相は平壌に到着した。同氏は金正恩委員長と会談した。", {("同氏", "wang-yi")}),
    ("ja", "金正恩委員長は北京を訪れた。同委員長は習近平氏と会談した。", {("同委員長", "kim-jong-un")}),
    ("ja", "英国は声明を出した。同国は制裁を科した。", {("同国", "GBR")}),
    (
        "ko",
        "문재인 대통령은 김정은 위원장을 만났다. 두 정상은 만찬에 참석했다.",
        {("두 정상", "moon-jae-in"), ("두 정상", "kim-jong-un")},
    ),
    ("ko", "한국과 일본은 협의했다. 양국은 협정에 서명했다.", {("양국", "KOR"), ("양국", "JPN")}),
    ("ko", "왕이 부장은 평양에 도착했다. 그는 김정은 위원장을 만났다.", {("그", "wang-yi")}),
    ("en", "Wang Yi arrived in Pyongyang. He met Kim Jong Un.", {("He", "wang-yi")}),
    (
        "en",
        "Donald Trump met Kim Jong Un. The two leaders signed a declaration.",
        {("The two leaders", "donald-trump"), ("The two leaders", "kim-jong-un")},
    ),
    (
        "en",
        "China and Russia held talks. Both sides signed an agreement.",
        {("Both sides", "CHN"), ("Both sides", "RUS")},
    ),
    ("en", "President Moon Jae-in arrived. The president visited Pyongyang.", {("The president", "moon-jae-in")}),
]
NOBODY = [
    ("zh", "王毅会见了河野太郎。他表示满意。"),  # two people
    ("zh", "中国、俄罗斯和蒙古举行会谈。双方签署了协议。"),  # three states
    ("zh", "王毅同新任大使交谈。他表示满意。"),  # a title that nobody known bears
    ("zh", "王毅访问朝鲜。一。二。三。四。他表示满意。"),  # too far back
    ("zh", "金正恩委员长会见习近平主席。总统将访问平壤。"),  # nobody named with the title
    ("zh", "王毅尊重其他国家。"),
    ("zh", "中美双方举行会谈。"),  # the pair stands before the word
    ("zh", "路透社记者：他何时访华？"),  # the press is no antecedent
    ("ja", "習近平氏は金正恩氏とプーチン氏に会った。両氏は笑った。"),
    ("ja", "安倍首相と文在寅大統領は会談した。同氏は帰国した。"),
    ("ja", "文在寅大統領はトランプ大統領と会談した。大統領は帰国した。"),
    ("ko", "문재인 대통령은 트럼프 대통령을 만났다. 그는 서울에 도착했다."),
    ("ko", "그는 중국을 방문했다."),
    ("en", "Xi Jinping met Kim Jong Un. He visited Dalian."),
    ("en", "He visited China in May."),
    ("en", "China, Japan and South Korea met. Both sides signed."),
]


@pytest.mark.parametrize(("lang", "text", "meant"), MEANT)
def test_a_word_means_the_one_that_fits(lang: str, text: str, meant: set[tuple[str, str]]) -> None:
    assert pointed(text, lang) == meant


@pytest.mark.parametrize(("lang", "text"), NOBODY)
def test_a_word_means_nobody_where_none_or_two_fit(lang: str, text: str) -> None:
    assert pointed(text, lang) == set()


def test_an_answer_does_not_point_into_the_question() -> None:
    text = "王毅昨天抵达平壤。他会见了金正恩。"
    assert pointed(text, "zh", (Passage(0, 9, "question"), Passage(9, len(text), "answer"))) == set()


def test_an_event_is_read_with_the_party_that_a_word_means() -> None:
    text = "王毅2018年5月2日访问朝鲜。他2018年5月3日会见了金正恩。"
    found = [r for r in observe(text, "zh") if isinstance(r, Report) and r.type == "meet"]
    assert [(r.actors, r.recipients) for r in found] == [(("wang-yi",), ("kim-jong-un",))]


def test_two_sides_that_meet_are_the_two_parties() -> None:
    text = "中方愿同俄方加强合作。双方2018年6月8日举行会谈。"
    found = [r for r in observe(text, "zh") if isinstance(r, Report) and r.type == "meet"]
    assert [{*r.actors, *r.recipients} for r in found] == [{"CHN", "RUS"}]


def test_a_reader_sees_which_mentions_are_names() -> None:
    shown = annotation(observe("王毅抵达平壤。他会见了金正恩。", "zh"))["mentions"]
    assert [(row["text"], row.get("via")) for row in shown] == [
        ("王毅", None),
        ("平壤", None),
        ("他", "coreference"),
        ("金正恩", None),
    ]


@pytest.mark.parametrize("lang", ["en", "zh", "ja", "ko"])
def test_the_words_of_each_language_are_of_known_kinds(lang: str) -> None:
    assert set(load_words(lang).pointing.pattern.groupindex) <= set(KINDS)
