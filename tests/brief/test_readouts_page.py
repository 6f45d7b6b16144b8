"""The page on readouts, on a case of our own notices: both texts whole, what differs marked, every clause a link."""

import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.brief import gather, study, write_pages
from dragoman.brief.readouts_page import pieces
from dragoman.engines import build
from dragoman.sources import CaseError, load_case
from dragoman.store import open_store
from tests.analysis.readouts.making import EN_CALL, ZH_CALL
from tests.brief.test_pages import pages

TEXTS = {
    "cn": ("zh", ZH_CALL + "这不是“去风险”。", "人民日报", "Xi speaks with Biden"),
    "us": ("en", EN_CALL, "The White House", ""),
    "rice": ("en", "Rice <b>was</b> planted in spring. The harvest was good.", "Farming", ""),
}
TABLES = (
    '[[readouts]]\ntitle = "The call of <April>"\ndocuments = ["cn", "us"]\n[[readouts]]\ndocuments = ["us", "rice"]\n'
)


def make(folder: Path, tables: str):
    (folder / "sources").mkdir(parents=True)
    (folder / "case.toml").write_text(f'title = "Two sides"\n{tables}', "utf-8")
    for key, (language, text, outlet, translated) in TEXTS.items():
        (folder / "sources" / f"{key}.txt").write_text(text + "\n", "utf-8")
        record = f'key = "{key}"\nlanguage = "{language}"\nissued = "2024-04-02"\ncontainer-title = "{outlet}"\n'
        record += f'title-translated = "{translated}"\n' if translated else ""
        (folder / "sources" / f"{key}.toml").write_text(record, "utf-8")
    case = load_case(folder)
    build(case, jobs=1)
    return case


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    case = make(tmp_path_factory.mktemp("readouts") / "case", TABLES)
    with open_store(case.store) as store:
        write_pages(gather(case, store), "", case.pages, study(case, store))
    return case.pages


def page_of(out: Path) -> str:
    return (out / "readouts.html").read_text("utf-8")


def plain(text: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", text))


def test_both_texts_stand_there_whole_and_in_their_own_letters(out: Path):
    clauses = re.findall(r'<a class="clause" href="[^"]+" lang="([^"]+)">(.*?)</a>', page_of(out))
    for language, tag, text in (("zh", "zh-Hans", TEXTS["cn"][1]), ("en", "en", TEXTS["us"][1])):
        told = [plain(words) for held, words in clauses if held == tag]
        assert sorted(told, key=text.index) == re.findall(r"[^。.]+[。.]", text.replace(". ", ".")), language


def test_the_words_that_differ_are_marked(out: Path):
    marked = [plain(words) for words in re.findall(r'<mark class="differs">(.*?)</mark>', page_of(out))]
    assert {"应约", "25", "20"} <= set(marked)
    assert "25" in plain(page_of(out))


def test_every_clause_leads_to_its_characters(out: Path):
    read = pages(out)
    links = re.findall(r'<a class="clause" href="([^"]+)"', page_of(out))
    assert links
    for link in links:
        path, _, fragment = link.partition("#")
        assert fragment in read[path].ids, link


def test_the_original_title_stands_with_its_translation(out: Path):
    assert '<p class="gloss">Xi speaks with Biden</p>' in page_of(out)


def test_accounts_of_two_events_get_a_sentence_and_no_table(out: Path):
    second = page_of(out).split('aria-labelledby="pair-2"')[1]
    assert "do not seem to tell of one event" in second
    assert '<ol class="readouts">' not in second


def test_what_holds_of_the_whole_is_said_once(out: Path):
    text = plain(page_of(out))
    assert text.count("us has nothing of what cn sets in quotation marks: “去风险”.") == 1
    assert "Whose words have room" in text


def test_a_title_is_shown_as_text(out: Path):
    assert "The call of &lt;April&gt;" in page_of(out)


def test_the_page_is_in_the_navigation_and_a_case_that_asks_for_none_has_none(out: Path, tmp_path: Path):
    assert 'href="readouts.html"' in (out / "index.html").read_text("utf-8")
    case = make(tmp_path / "case", "")
    with open_store(case.store) as store:
        assert study(case, store).readouts is None


def test_a_key_that_there_is_not_is_told_with_its_place(tmp_path: Path):
    case = make(tmp_path / "case", '[[readouts]]\ndocuments = ["cn", "uss"]\n')
    said = r'\[\[readouts\]\] number 1: "documents": no source has the key "uss"; did you mean "us"'
    with open_store(case.store) as store, pytest.raises(CaseError, match=said):
        study(case, store)


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(-3, 33), st.integers(-3, 33)), max_size=4))
def test_the_pieces_of_a_clause_together_are_the_clause(text: str, marked: list[tuple[int, int]]):
    held = list(pieces(text, (0, len(text)), marked))
    assert "".join(words for words, _ in held) == text
    flags = [flag for words, flag in held for _ in words]
    assert flags == [any(first <= at < last for first, last in marked) for at in range(len(text))]
