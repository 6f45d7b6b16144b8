"""The page of ledgers: the findings of 2018 with their figures, source and item apart, each line with its words."""

import re
import shutil
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest

from dragoman import engines
from dragoman.brief import Studies, gather, write_pages
from dragoman.brief.ledgers_study import LedgersStudy, ledgers_study
from dragoman.brief.studies import false_places
from dragoman.sources import create_case, load_case
from dragoman.store import open_store
from tests.brief.test_pages import Page


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, LedgersStudy]:
    folder = tmp_path_factory.mktemp("ledgers") / "case"
    shutil.copytree(Path(str(files("dragoman"))) / "cases" / "three_visits", folder)
    case = load_case(folder)
    engines.build(case, 1)
    with open_store(case.store) as store:
        study = ledgers_study(case, store)
        assert study is not None
        write_pages(gather(case, store), "", folder / "pages", Studies(ledgers=study))
    return folder / "pages", study


@pytest.fixture(scope="module")
def text(written: tuple[Path, LedgersStudy]) -> str:
    return " ".join(Page((written[0] / "ledgers.html").read_text("utf-8")).text.split())


def test_the_findings_of_2018_stand_there(text: str) -> None:
    assert "Broke with custom. 新华社 first reported Kim Jong-un's visit of 19–20 June 2018 while it lasted" in text
    assert "Of 5 earlier visits of the kind it had reported all 5 after it had ended" in text
    assert "15 % of 人民日报's report of Kim Jong-un's visit of 7–8 May 2018 are the guest's own words" in text
    assert "1 refused (India); 1 not named (China)" in text
    assert "Changed post. Yang Jiechi is given as State Councilor for November 2014" in text
    assert "8 of the 8 in the order of protocol are named" in text


def test_source_and_item_are_judged_apart_and_a_single_source_is_marked(text: str) -> None:
    assert "single source · source B; item 6 (cannot be judged); a single witness" in text
    assert "source B, F; item 1 (confirmed by other sources); 3 witnesses" in text


def test_conflicts_are_listed_with_what_each_side_says(text: str) -> None:
    differing = text.split("Where reports differ", 1)[1]
    assert differing.count("item 3 (told otherwise elsewhere in part)") == 3
    assert "8–9 June 2018 (" in differing


def test_every_line_leads_to_its_words(written: tuple[Path, LedgersStudy]) -> None:
    pages, _ = written
    links = re.findall(r'href="(sources/[\w.-]+)#(a-\d+-\d+)"', (pages / "ledgers.html").read_text("utf-8"))
    assert len(links) > 60
    for name, place in set(links):
        assert f'id="{place}"' in (pages / name).read_text("utf-8"), (name, place)


def test_no_place_of_the_study_is_false(written: tuple[Path, LedgersStudy], tmp_path: Path) -> None:
    _, study = written
    assert false_places(Studies(ledgers=study), {}) != []  # of no text at all, every place is false
    assert replace(study, customs=()).findings[0].verdict == "not all"


def test_a_case_that_shows_nothing_has_no_page(tmp_path: Path) -> None:
    create_case(tmp_path / "case", "Nothing")
    (tmp_path / "case" / "sources" / "a.txt").write_text("今天天气很好。\n", "utf-8")
    case = load_case(tmp_path / "case")
    engines.build(case, 1)
    with open_store(case.store) as store:
        assert ledgers_study(case, store) is None
