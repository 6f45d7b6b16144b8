"""The page on competing hypotheses: citations led back to their characters, wrong ones told with their line."""

from pathlib import Path

from dragoman.brief import Studies, write_pages
from dragoman.brief.evidence import Catalogue
from dragoman.brief.hypothesis_study import HypothesisStudy, weighed_hypotheses
from tests.brief.making import TEXTS, evidence
from tests.brief.test_pages import Page, pages

FILE = """
[[hypotheses]]
id = "H1"
says = "Answered with visits <b>"

[[hypotheses]]
id = "H2"
says = "Bracket summits"

[[evidence]]
id = "E1"
says = "Kim came in March"
cite = '[@n5 "金正恩于3月25日至28日访华"; @k2 "비공식방문하였다"]'
test = "hoop"
of = "H1"
[evidence.cells]
H1 = ["I", "a tariff came later", '[@e1 "returned to China on May 7-8, 2018"]']
H2 = ["C", "a summit followed"]

[[evidence]]
id = "E2"
says = "Xi spoke of blood"
cite = '[@n7 "血で結ばれた親善"]'
[evidence.cells]
H1 = ["N", "no trade in it"]
H2 = ["N", "no summit in it"]
"""


def study(text: str = FILE) -> HypothesisStudy:
    return weighed_hypotheses(text, Catalogue(evidence()))


def written(folder: Path, made: HypothesisStudy) -> str:
    write_pages(evidence(), "", folder, Studies(hypotheses=made))
    return (folder / "hypotheses.html").read_text("utf-8")


def test_each_citation_is_led_back_to_its_characters():
    made = study()
    assert made.faults == ()
    (one, two) = made.places["E1", ""]
    assert TEXTS["n5"][2][one.start : one.end] == one.quote == "金正恩于3月25日至28日访华"
    assert TEXTS["k2"][2][two.start : two.end] == "비공식방문하였다"
    assert made.places["E1", "H1"][0].quote == "returned to China on May 7-8, 2018"
    assert [finding.verdict for finding in made.findings] == ["least inconsistent", "out"]
    assert made.findings[1].anchors == (one, two)  # E2 says nothing of it


def test_a_wrong_quote_and_an_unknown_key_are_told_with_their_line_and_are_not_weighed():
    text = FILE.replace("血で結ばれた", "血で結んだ").replace("@k2", "@k9")
    made = study(text)
    lines = text.split("\n")
    assert [fault.line for fault in made.faults] == [
        1 + next(number for number, line in enumerate(lines) if line.startswith(start))
        for start in ("cite = '[@n5", "cite = '[@n7")
    ]
    assert 'no source has the key "k9"' in made.faults[0].reason
    assert '"血で結んだ親善" is not in "n7"' in made.faults[1].reason
    assert made.sound is None
    assert made.findings == ()


def test_what_is_no_citation_is_told(tmp_path: Path):
    for cite, words in (("n7, page 2", "written as in a brief"), ('[@n7 "血" #9]', "there is no #9"),
                        ('[@n7 "血"] and more', "written as in a brief"), ("[@n7]", "no words of it")):  # fmt: skip
        made = study(FILE.replace('[@n7 "血で結ばれた親善"]', cite))
        assert words in made.faults[0].reason
        assert made.sound is not None
        assert [one.id for one in made.sound.evidence] == ["E1"]
    text = Page(written(tmp_path, made)).text
    assert "Its words do not stand in the sources: not weighed." in text
    assert "To mend in hypotheses.toml" in text


def test_the_page_leads_to_the_words_and_shows_every_reason(tmp_path: Path):
    text = written(tmp_path, study())
    page = Page(text)
    assert {"E1", "E2"} <= set(page.ids)
    for reason in ("a tariff came later", "a summit followed", "no trade in it", "no summit in it"):
        assert reason in page.text
    assert "E1, a hoop test: failed; out" in page.text
    assert "<b>" not in page.text.replace("Answered with visits <b>", "")
    anchor = study().places["E1", ""][0]
    assert f'href="sources/n5.html#a-{anchor.start}-{anchor.end}"' in text
    assert pages(tmp_path)["sources/n5.html"].marks[f"a-{anchor.start}-{anchor.end}"] == anchor.quote


def test_a_file_that_cannot_be_weighed_still_has_its_page(tmp_path: Path):
    text = Page(written(tmp_path, study("[[hypotheses]]\nid = 3\n"))).text
    assert "line 2: id must be text" in text
    assert "How they stand" not in text


def test_a_case_without_hypotheses_has_no_page(tmp_path: Path):
    write_pages(evidence(), "", tmp_path)
    assert not (tmp_path / "hypotheses.html").exists()
