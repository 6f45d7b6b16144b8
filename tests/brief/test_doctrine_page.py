"""The page on doctrine, on a case of our own notices: what changed, what was said before, what was done since."""

import re
from pathlib import Path

import pytest

from dragoman.brief import gather, study, write_pages
from dragoman.brief.doctrine_study import doctrine_study
from dragoman.brief.vector_chart import vector_chart
from dragoman.engines import build
from dragoman.sources import CaseError, load_case
from dragoman.store import open_store
from tests.brief.test_pages import pages

TEXTS = {
    "old": ("2012-11-08", "第一，坚持和平发展。第二，坚持对外开放。第三，坚持自力更生。"),
    "new": (
        "2018-01-10",
        "第一，坚持和平发展道路。到2020年投入100亿元。第二，坚持对话协商，维护半岛无核化。第三，坚持对外开放。",
    ),
    "visit": ("2018-05-04", "王毅2018年5月3日访问朝鲜。"),
    "trade": ("2018-05-05", "商务部发表消息，没有别的话。"),
}
TABLE = '[doctrine]\ndocument = "new"\nagainst = "old"\n'


def make(folder: Path, table: str, outlet: str = "人民日报"):
    (folder / "sources").mkdir(parents=True)
    (folder / "case.toml").write_text(f'title = "Words and deeds"\n{table}', "utf-8")
    for key, (day, text) in TEXTS.items():
        (folder / "sources" / f"{key}.txt").write_text(text + "\n", "utf-8")
        record = f'key = "{key}"\nlanguage = "zh"\nissued = "{day}"\ncontainer-title = "{outlet}"\n'
        (folder / "sources" / f"{key}.toml").write_text(record, "utf-8")
    case = load_case(folder)
    build(case, jobs=1)
    return case


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    case = make(tmp_path_factory.mktemp("doctrine") / "case", TABLE)
    with open_store(case.store) as store:
        write_pages(gather(case, store), "", case.pages, study(case, store))
    return case.pages


def page_of(out: Path) -> str:
    return (out / "doctrine.html").read_text("utf-8")


def commitment(out: Path, number: int) -> str:
    text = page_of(out)
    start = text.index(f'<li id="c-1-{number}">')
    return text[start : text.index("</dl>", start)]


def words(text: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def test_a_changed_wording_shows_what_went_and_what_came(out: Path):
    diff = re.search(r'<span class="diff" lang="zh-Hans">(.*?)</span> <span', commitment(out, 1))
    assert diff is not None
    old = re.sub(r"<ins>.*?</ins>|</?del>", "", diff[1])
    new = re.sub(r"<del>.*?</del>|</?ins>", "", diff[1])
    assert old in TEXTS["old"][1]
    assert new in TEXTS["new"][1]
    assert "<ins>" in diff[1]
    assert '<dt class="sans">Reworded</dt>' in commitment(out, 1)


def test_a_kept_and_a_new_commitment_say_so(out: Path):
    assert '<dt class="sans">New</dt>' in commitment(out, 2)
    assert '<dt class="sans">Kept</dt>' in commitment(out, 3)
    assert 'lang="zh-Hans">对外开放</a>' in commitment(out, 3)


def test_a_commitment_that_went_is_listed(out: Path):
    text = page_of(out)
    assert "坚持自力更生" in text[text.index('id="dropped-heading"') :]


def test_the_earliest_earlier_words_have_their_date_and_lead_to_their_place(out: Path):
    row = commitment(out, 1)
    start = TEXTS["old"][1].index("和平发展")
    assert f'href="sources/old.html#a-{start}-{start + 4}" lang="zh-Hans">和平发展</a>' in row
    assert "2012-11-08" in row


def test_specificity_has_its_parts_folded_under_it(out: Path):
    row = commitment(out, 1)
    part = row[row.index("Specificity") :]
    assert "<details" in part
    assert "100亿元" in part
    assert "2020年" in part


def test_deeds_are_proposed_and_no_verdict_is_given_before_a_person_has_decided(out: Path):
    row = commitment(out, 2)
    assert "Undecided." in row
    assert "Wang Yi visits North Korea" in words(row)
    assert "for" in re.findall(r"<td>(for|against)<", row)
    assert "Borne out" not in page_of(out)


def test_every_quoted_span_is_its_sources_own_characters(out: Path):
    read = pages(out)
    quotes = re.findall(r'<a class="quote" href="sources/(\w+)\.html#(a-(\d+)-(\d+))"[^>]*>([^<]+)</a>', page_of(out))
    heads = re.findall(
        r'</span> <a href="sources/(\w+)\.html#(a-(\d+)-(\d+))" lang="[^"]*">([^<]+)</a></p>', page_of(out)
    )
    assert len(quotes) > 8
    assert len(heads) == 3
    for key, place, start, end, quote in quotes + heads:
        assert TEXTS[key][1][int(start) : int(end)] == quote
        assert place in read[f"sources/{key}.html"].ids


def test_every_link_of_the_page_goes_somewhere(out: Path):
    read = pages(out)
    for link in read["doctrine.html"].links:
        name, _, place = link.partition("#")
        if place:
            assert place in read[name or "doctrine.html"].ids, link


def test_the_bars_count_what_each_vector_leads():
    chart = vector_chart({"party": 3, "development": 1, "peace": 2})
    assert chart is not None
    assert [(side, number) for _, side, number in chart.heads] == [("national", 4), ("global", 2)]
    assert [bar.number for bar in chart.bars] == [3, 1, 2]
    assert chart.bars[1].length * 3 == pytest.approx(chart.bars[0].length)
    assert vector_chart({}) is None


@pytest.mark.parametrize(
    ("table", "line"),
    [
        ('[doctrine]\ndocument = "nwe"\n', '"document": no source has the key "nwe"; did you mean "new"?'),
        ('[doctrine]\ndocument = "new"\nagainst = "odl"\n', '"against": no source has the key "odl"'),
        ('[doctrine]\ndocument = "new"\nby = "XYZ"\n', '"by": XYZ is no id of the gazetteer'),
    ],
)
def test_a_key_that_there_is_not_is_told_with_its_place(tmp_path: Path, table: str, line: str):
    case = make(tmp_path / "case", table)
    with open_store(case.store) as store, pytest.raises(CaseError) as error:
        doctrine_study(case, store)
    assert str(error.value).startswith("case.toml, [doctrine]: ")
    assert line in str(error.value)


def test_an_address_nobody_answers_for_has_no_deeds_and_one_without_commitments_no_page(tmp_path: Path):
    case = make(tmp_path / "one", '[doctrine]\ndocument = "new"\n', outlet="无名报")
    with open_store(case.store) as store:
        found = doctrine_study(case, store)
        assert found is not None
        assert found.ledgers == ()
        assert "names nobody" in found.unspoken
        write_pages(gather(case, store), "", case.pages, study(case, store))
    assert "No deeds are set beside them" in words(page_of(case.pages))
    case = make(tmp_path / "two", '[doctrine]\ndocument = "trade"\n')
    with open_store(case.store) as store:
        write_pages(gather(case, store), "", case.pages, study(case, store))
    assert not (case.pages / "doctrine.html").exists()
    assert "doctrine.html" not in (case.pages / "index.html").read_text("utf-8")
