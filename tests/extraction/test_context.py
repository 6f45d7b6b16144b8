"""What a Japanese sentence leaves to the one before it: each text coded by hand by the code book."""

from typing import Any

import pytest

from dragoman.extraction import observe
from dragoman.extraction.timing import FALLBACK
from dragoman.model import Report

MOON, XI = "moon-jae-in", "xi-jinping"
TEXTS: list[tuple[str, str, list[tuple[Any, ...]]]] = [
    (
        "who is answered is who acted before; words told later have no day",
        "日本政府は2日、韓国への輸出規制を強化した。韓国外務省は強く抗議し、撤回を要求した。",
        [
            ("sanction", "jpn-cabinet", "KOR", "2019-07-02"),
            ("complain", "kor-mofa", "jpn-cabinet", None),
            ("demand", "kor-mofa", "jpn-cabinet", None),
        ],
    ),
    (
        "a verb without a subject has the topic before it",
        "中国国防省は3日、軍事演習を開始した。台湾周辺に空母を派遣した。",
        [("mobilise", "chn-mnd", "", "2019-07-03"), ("mobilise", "chn-mnd", "*", "2019-07-03")],
    ),
    (
        "what is asked at a meeting has the day of the meeting",
        "文在寅大統領は1日、北京で習近平国家主席と会談した。文大統領は習主席に協力を要請した。",
        [("meet", MOON, XI, "2019-07-01"), ("appeal", MOON, XI, "2019-07-01")],
    ),
    (
        "an unknown subject stops the topic before it",
        "中国は3日、軍事演習を開始した。ある専門家は強く抗議した。",
        [("mobilise", "CHN", "", "2019-07-03")],
    ),
]


@pytest.mark.parametrize(("text", "coded"), [row[1:] for row in TEXTS], ids=[row[0] for row in TEXTS])
def test_what_is_left_out_comes_from_the_sentence_before(text: str, coded: list[tuple[Any, ...]]) -> None:
    reports = [reading for reading in observe(text, "ja", "2019-07-05") if isinstance(reading, Report)]
    assert [(r.type, *r.actors) for r in reports] == [row[:2] for row in coded]
    for report, (_, _, recipient, day) in zip(reports, coded, strict=True):
        assert recipient == "*" or report.recipients == ((recipient,) if recipient else ())
        assert (None if report.basis == FALLBACK else str(report.first)) == day
