"""What each speaker calls what is disputed."""

from pathlib import Path

import pytest

from dragoman import gazetteer
from dragoman.gazetteer import GazetteerError
from dragoman.gazetteer.contested import read_forms
from dragoman.gazetteer.loading import DATA

GAZETTEER = gazetteer.load()
FORMS = read_forms(DATA / "contested.yaml", {entity.id for entity in GAZETTEER})


def test_every_form_of_a_row_is_one_of_its_names() -> None:
    for of, forms in FORMS.items():
        for form in forms:
            if of in GAZETTEER:
                names = GAZETTEER.entity(of).names
                known = (*names.get(form.language, ()), *(names["zh"] if form.language == "zh-Hant" else ()))
                assert form.form in known, (of, form.form)


def test_a_form_does_not_end_before_it_begins_and_has_a_source() -> None:
    for of, forms in FORMS.items():
        for form in forms:
            assert form.source.strip(), (of, form.form)
            assert form.since is None or form.until is None or form.since <= form.until, (of, form.form)


@pytest.mark.parametrize(
    ("entity", "form", "speaker", "day", "used"),
    [
        ("diaoyu-islands", "钓鱼岛", "CHN", "2012-09-11", True),
        ("diaoyu-islands", "尖閣諸島", "JPN", "2012-09-11", True),
        ("diaoyu-islands", "尖閣諸島", "CHN", "2012-09-11", False),
        ("KOR", "남조선", "PRK", "2018-01-01", True),
        ("KOR", "남조선", "PRK", "2024-01-15", False),
        ("KOR", "대한민국", "PRK", "2024-01-15", True),
        ("KOR", "대한민국", "PRK", "2018-01-01", False),
        ("KOR", "대한민국", "KOR", "2018-01-01", True),
        ("KOR", "韩国", "CHN", "1991-10-01", False),
        ("KOR", "南朝鲜", "CHN", "1991-10-01", True),
        ("tibet", "Xizang", "CHN", "2024-03-01", True),
        ("tibet", "Xizang", "CHN", "2015-09-08", False),
        ("south-china-sea", "West Philippine Sea", "PHL", "2013-01-22", True),
        ("GEO", "グルジア", "JPN", "2008-08-08", True),
        ("comfort-women", "일본군성노예", "PRK", "2018-01-01", True),
    ],
)
def test_who_says_what_when(entity: str, form: str, speaker: str, day: str, used: bool) -> None:
    said = [f for f in GAZETTEER.forms(entity) if f.form == form and speaker in f.speakers and f.used_on(day)]
    assert bool(said) is used


def test_a_mention_keeps_the_speakers_form() -> None:
    mentions = GAZETTEER.find("釣魚臺列嶼是中華民國固有領土", "zh")
    assert [(m.text, m.entity) for m in mentions] == [("釣魚臺列嶼", "diaoyu-islands"), ("中華民國", "TWN")]


def test_nothing_is_listed_for_what_is_not_disputed() -> None:
    assert GAZETTEER.forms("paris") == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- {of: nowhere, forms: []}", r"mine\.yaml, row 1: of names 'nowhere', which has no row"),
        ("- {forms: []}", r"mine\.yaml, row 1: needs of \(an id\) or topic"),
        ("- {of: TWN, topic: x, forms: []}", r"row 1: needs of"),
        ("- {topic: TWN, forms: []}", r"row 1: 'TWN' is taken"),
        ("7", r"row 1: needs of"),
        ("- {topic: x, forms: [{form: a}]}", r"row 1 \(x\): a form needs form, lang, by, source"),
        ("- {topic: x, forms: [{form: a, lang: fr, by: [TWN], source: s}]}", r"language 'fr' is none of"),
        ("- {topic: x, forms: [{form: a, lang: en, by: [nobody], source: s}]}", r"by names 'nobody', which has no row"),
        ("- {topic: x, forms: [{form: a, lang: en, by: TWN, source: s}]}", r"by names 'TWN', .* give a list of ids"),
        (
            "- {topic: x, forms: [{form: a, lang: en, by: [TWN], source: s, since: once}]}",
            r"since must be a date such as",
        ),
    ],
)
def test_a_fault_is_named(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(GazetteerError, match=message):
        read_forms(path, {"TWN"})
