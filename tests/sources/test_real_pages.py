"""The sixty real pages: dated, titled, whole, and free of what is not the article."""

import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest

from dragoman.model import Case
from dragoman.sources import FileRead, add_files, read_sources

VOID = {"img", "br", "input", "hr", "meta", "link"}


class Within(HTMLParser):
    """All text in the element with one id, but for scripts and styles: no code of ours, no tree."""

    def __init__(self, wanted: str) -> None:
        super().__init__()
        self.wanted, self.depth, self.skip = wanted, 0, 0
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            return
        if self.depth or ("id", self.wanted) in attrs:
            self.depth += 1
            self.skip += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        if self.depth and tag not in VOID:
            self.depth -= 1
            self.skip -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if self.depth and not self.skip:
            self.texts.append(data)


@pytest.fixture(scope="module")
def pages(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> list[FileRead]:
    from dragoman.sources import create_case

    case: Case = create_case(tmp_path_factory.mktemp("real") / "case")
    added = add_files(case, [shared / "corpora" / "mfa_html"])
    assert Counter(one.outcome for one in added) == {"added": 60}
    return list(read_sources(case))


def test_all_sixty_are_read_in_order_without_a_warning(pages: list[FileRead]) -> None:
    assert [page.path for page in pages] == sorted(page.path for page in pages)
    assert len(pages) == 60
    assert [line for page in pages for line in page.lines()] == []
    assert {document.state for page in pages for document in page.documents} == {"whole"}


def test_sixty_of_sixty_carry_the_date_of_their_file_name_from_the_page(pages: list[FileRead]) -> None:
    dated = [(page.path[:10], page.documents[0].published) for page in pages]
    assert [pair for pair in dated if pair[0] != pair[1]] == []
    assert {page.documents[0].record.basis("issued") for page in pages} == {"page: meta PubDate"}


def test_title_and_outlet_are_found_in_every_page(pages: list[FileRead], shared: Path) -> None:
    for page in pages:
        raw = (shared / "corpora" / "mfa_html" / page.path).read_text(encoding="utf-8")
        title = re.search(r'<meta name="ArticleTitle" content="([^"]*)"', raw)
        assert title is not None
        assert page.documents[0].record.value("title") == title[1]
        assert page.documents[0].record.value("container-title") == "中华人民共和国外交部"
        assert page.documents[0].text.startswith(title[1])


def test_all_of_the_articles_characters_are_kept_by_a_count_that_shares_no_code(
    pages: list[FileRead], shared: Path
) -> None:
    for page in pages:
        other = Within("News_Body_Txt_A")
        other.feed((shared / "corpora" / "mfa_html" / page.path).read_text(encoding="utf-8"))
        other.close()
        wanted = Counter(c for c in "".join(other.texts) if c.isalnum())
        have = Counter(c for c in page.documents[0].text if c.isalnum())
        kept = sum(min(n, have[c]) for c, n in wanted.items())
        assert kept >= 0.99 * wanted.total() > 0
        title = page.documents[0].record.value("title") or ""
        assert (have - wanted).total() <= sum(c.isalnum() for c in title)
        assert page.documents[0].kept >= 0.99 * page.documents[0].counted > 0


def test_nothing_of_the_pages_scripts_and_furniture_is_in_the_text(pages: list[FileRead]) -> None:
    signs = (
        "版权所有",
        "京ICP备",
        "相关附件",
        "打印本页",
        "返回顶部",
        "推荐给朋友",
        "document.",
        "function",
        "var ",
        "$(",
        "{",
        "首页",
        "English",
    )
    for page in pages:
        assert [sign for sign in signs if sign in page.documents[0].text] == []


def test_press_conferences_have_as_many_answers_as_questions(pages: list[FileRead]) -> None:
    for page in pages:
        counts = Counter(passage.register for passage in page.documents[0].passages)
        assert counts["question"] == counts["answer"]
        if "主持例行记者会" in (page.documents[0].record.value("title") or ""):
            assert counts["question"] >= 4
