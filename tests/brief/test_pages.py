"""The pages of a case: every link goes somewhere, every note opens its words, and no source can act on a page."""

import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from dragoman.brief import write_pages
from dragoman.model import BibliographicField, BibliographicRecord, Source
from tests.brief.making import BRIEF, EVENTS, HOSTILE, MARCH, REPORTS, TEXTS, document, evidence, report, source, visit

VOID = {
    "meta",
    "link",
    "br",
    "img",
    "hr",
    "input",
    "line",
    "rect",
    "circle",
    "path",
}  # and the empty shapes of a picture


class Page(HTMLParser):
    """One page, read strictly: tags must close in order."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids, self.links, self.tags, self.marks = list[str](), list[str](), list[str](), dict[str, str]()
        self.open, self.text, self.lang = list[tuple[str, dict[str, str | None]]](), "", list[tuple[str, str]]()
        self.attributes = set[str]()
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append(tag)
        self.attributes |= set(given)
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if tag in {"a", "link"} and given.get("href"):
            self.links.append(str(given["href"]))
        if tag not in VOID:
            self.open.append((tag, given))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        for tag, given in self.open:
            if tag == "mark" and given.get("id"):
                self.marks[str(given["id"])] = self.marks.get(str(given["id"]), "") + data
        spoken = next((str(given["lang"]) for _tag, given in reversed(self.open) if given.get("lang")), "")
        self.lang.append((data, spoken))


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    written = write_pages(evidence(), BRIEF, folder)
    assert written.problems == ()
    assert written.notes == 3
    return folder


def pages(out: Path) -> dict[str, Page]:
    return {path.relative_to(out).as_posix(): Page(path.read_text("utf-8")) for path in sorted(out.rglob("*.html"))}


def test_the_pages_are_these(out: Path):
    assert sorted(path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()) == [
        "chronology.html", "index.html", "sources/e1.html", "sources/index.html", "sources/k2.html", "sources/n5.html",
        "sources/n7.html", "style.css",
    ]  # fmt: skip


def test_every_link_goes_to_a_page_and_a_place_inside_the_folder(out: Path):
    read = pages(out)
    for name, page in read.items():
        for link in page.links:
            parts = urlsplit(link)
            assert not parts.scheme, link
            assert not parts.netloc, link
            target = (out / name).parent / unquote(parts.path) if parts.path else out / name
            assert target.resolve().is_relative_to(out.resolve())
            assert target.is_file(), f"{name}: {link}"
            if parts.fragment:
                place = target.resolve().relative_to(out.resolve()).as_posix()
                assert parts.fragment in read[place].ids, f"{name}: {link}"


def test_no_id_stands_twice_on_a_page(out: Path):
    for name, page in pages(out).items():
        assert len(page.ids) == len(set(page.ids)), name


def test_each_note_opens_the_characters_that_it_quotes(out: Path):
    read = pages(out)
    text = (out / "index.html").read_text("utf-8")
    calls = re.findall(r'id="ref-(\d+)"><a href="sources/(\w+)\.html#(a-\d+-\d+)"', text)
    assert [(number, key) for number, key, _place in calls] == [("1", "n5"), ("2", "n7"), ("3", "e1")]
    quotes = ["金正恩于3月25日至28日访华", "血で結ばれた親善", "returned to China on May 7-8, 2018"]
    assert [read[f"sources/{key}.html"].marks[place] for _number, key, place in calls] == quotes


def test_a_source_page_gives_its_whole_text_and_leads_back_to_its_notes(out: Path):
    page = pages(out)["sources/n5.html"]
    for line in TEXTS["n5"][2].split("\n"):
        assert line in page.text.replace("1。", "。").replace("访华1", "访华")
    assert "../index.html#ref-1" in page.links
    assert f"../chronology.html#{EVENTS[0].id}" in page.links


def test_the_record_shows_where_each_value_came_from(out: Path):
    text = pages(out)["sources/n5.html"].text
    assert text.count("sidecar n5.toml") == 4
    assert "2018-03-29" in text


def test_no_page_has_a_script_a_handler_or_a_remote_address(out: Path):
    for path in sorted(out.rglob("*.html")):
        text = path.read_text("utf-8")
        page = Page(text)
        assert not {"script", "img", "iframe", "object", "b"} & set(page.tags) - {"b"}
        assert not [name for name in page.attributes if name.startswith("on")]
        assert not re.search(r'(src|href)="(https?:|//|javascript:)', text)
    assert "@import" not in (out / "style.css").read_text("utf-8")
    assert "url(" not in (out / "style.css").read_text("utf-8")


def test_hostile_text_of_a_source_is_text(out: Path):
    raw = (out / "sources/e1.html").read_text("utf-8")
    page = Page(raw)
    assert "<script>alert(1)</script>" in page.text
    assert '"><img src=x onerror=alert(2)>' in page.text
    assert "&lt;script&gt;alert(1)" in raw
    assert not set("\u202e\u202c\x00") & set(raw)
    assert not set("\u202e\u202c\x00") & set((out / "sources/index.html").read_text("utf-8"))
    assert HOSTILE.count("\u202e") == raw.count("U+202E") - raw.count("U+202E", 0, raw.index('class="text"')) - 1


def test_every_east_asian_letter_is_in_its_language(out: Path):
    languages = {"n5": "zh-Hans", "n7": "ja", "k2": "ko"}
    for name, page in pages(out).items():
        for data, spoken in page.lang:
            if re.search("[\u3040-\u30ff]", data):
                assert spoken == "ja", (name, data)
            elif re.search("[\uac00-\ud7a3]", data):
                assert spoken == "ko", (name, data)
            elif re.search("[\u4e00-\u9fff]", data):
                assert spoken in {"zh-Hans", "ja"}, (name, data)
    for key, tag in languages.items():
        assert f'<div class="text" lang="{tag}">' in (out / f"sources/{key}.html").read_text("utf-8")
    assert ("読売新聞", "ja") in pages(out)["index.html"].lang
    assert ("人民日报", "zh-Hans") in pages(out)["index.html"].lang


def test_the_chronology_shows_reports_witnesses_and_conflicts(out: Path):
    text = " ".join(pages(out)["chronology.html"].text.split())
    assert "Reports differ on the date: 25–28 March 2018 (n5); 26–28 March 2018 (k2)" in text
    assert "Kim visits China: Dalian <i>" in text
    assert "China–North Korea · visit · Beijing" in text


def test_notes_stand_after_the_punctuation_and_close_to_the_word(out: Path):
    text = (out / "index.html").read_text("utf-8")
    assert re.search(r'Kim came in March\.<sup class="ref" id="ref-1">', text)
    assert re.search(r'Xi spoke of blood\.<sup class="ref" id="ref-2">', text)


def test_own_reasoning_is_labelled_and_has_no_note(out: Path):
    text = (out / "index.html").read_text("utf-8")
    own = text[text.index('<section class="own"') : text.index("</section>", text.index('<section class="own"'))]
    assert "Our reading" in own
    assert "ref-" not in own


def test_equal_input_gives_equal_bytes_whatever_its_order(tmp_path: Path, out: Path):
    made = evidence()
    turned = evidence(
        sources=made.sources[::-1],
        documents=dict(reversed(made.documents.items())),
        observations=dict(reversed(made.observations.items())),
        events=made.events[::-1],
    )
    write_pages(turned, BRIEF, tmp_path)
    for path in sorted(out.rglob("*")):
        if path.is_file():
            assert (tmp_path / path.relative_to(out)).read_bytes() == path.read_bytes(), path.name


def test_a_claim_without_a_source_is_marked_on_the_page(tmp_path: Path):
    written = write_pages(evidence(), 'Kim came. [@n5 “访华”]\n\nThey met [@zz "x"].\n', tmp_path)
    text = Page((tmp_path / "index.html").read_text("utf-8")).text
    assert len(written.problems) == 2
    assert "curly quotation marks" in written.problems[0].reason
    assert 'no source has the key "zz"' in text
    assert "This citation cannot be read." in text


def test_an_unanchored_sentence_says_so_where_it_stands(tmp_path: Path):
    write_pages(evidence(), "Nobody said this.\n", tmp_path)
    assert "No source for “Nobody said this.”" in Page((tmp_path / "index.html").read_text("utf-8")).text


def test_a_refused_and_a_partial_source_say_so(tmp_path: Path):
    refused = document("n5", "", "refused", ("password needed",))
    partial = document("n7", None, "partial", ("2 pages without text",))
    documents = {d.id: d for d in (refused, partial, document("e1"))}
    write_pages(evidence(documents=documents), "", tmp_path)
    read = pages(tmp_path)
    assert "password needed" in read["sources/n5.html"].text
    assert "Read in part." in read["sources/n7.html"].text
    assert "nothing of it is stored" in read["sources/index.html"].text
    assert "No brief has been written yet." in read["index.html"].text


def test_an_empty_case_has_its_pages(tmp_path: Path):
    made = evidence(sources=(), documents={}, observations={}, events=(), findings=())
    written = write_pages(made, "```{chronology}\n```\n", tmp_path)
    assert len(written.paths) == 4
    assert "No event has been read" in (tmp_path / "chronology.html").read_text("utf-8")


def test_a_page_of_a_source_that_left_the_case_goes_and_other_files_stay(tmp_path: Path):
    write_pages(evidence(), BRIEF, tmp_path)
    (tmp_path / "sources/mine.html").write_text("<p>mine</p>", "utf-8")
    left = evidence(sources=tuple(source(key) for key in TEXTS if key != "k2"))
    write_pages(left, "", tmp_path)
    assert not (tmp_path / "sources/k2.html").exists()
    assert (tmp_path / "sources/mine.html").exists()
    assert not list(tmp_path.rglob("*.part"))


@pytest.mark.parametrize("key", ["../up", "a/b", "index", "con", "人民日报 5", "x" * 300, ".", 'a"b', "%41"])
def test_every_key_has_a_page_inside_the_folder(tmp_path: Path, key: str):
    odd = Source("so-n5", "n5.txt", key, BibliographicRecord((BibliographicField("title", "T", "x"),)))
    small = Source("so-n7", "n7.txt", key.swapcase() + "2", BibliographicRecord())
    out = tmp_path / "out"
    write_pages(evidence(sources=(odd, small), events=(), findings=(), observations={}), "", out)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    read = pages(out)
    links = [link for link in read["sources/index.html"].links if not link.startswith(("..", "#"))]
    assert len(links) == 2
    assert all((out / "sources" / unquote(link)).is_file() for link in links)


def test_keys_that_differ_only_in_case_have_two_pages(tmp_path: Path):
    two = [Source(f"so-{key}", f"{key}.txt", key, BibliographicRecord()) for key in ("A1", "a1")]
    write_pages(evidence(sources=tuple(two), events=(), findings=(), observations={}), "", tmp_path)
    assert len({path.name.casefold() for path in (tmp_path / "sources").iterdir()}) == 3


def test_html_in_a_brief_is_text_and_its_comments_are_gone(tmp_path: Path):
    write_pages(
        evidence(), "<script>alert(1)</script>\n\nKim <img src=x onerror=alert(2)> came. <!-- secret -->", tmp_path
    )
    raw = (tmp_path / "index.html").read_text("utf-8")
    page = Page(raw)
    assert not {"script", "img"} & set(page.tags)
    assert "<script>alert(1)</script>" in page.text
    assert "secret" not in raw


def test_a_title_that_opens_the_brief_is_the_title_of_the_page_once(tmp_path: Path):
    write_pages(evidence(), "# Three rounds of 2018\n\n## One\n", tmp_path)
    text = (tmp_path / "index.html").read_text("utf-8")
    assert text.count("<h1") == 1
    assert "<title>Three rounds of 2018 · Three visits</title>" in text


def test_a_picture_says_how_many_events_lie_outside_its_days(tmp_path: Path):
    far = visit("Kim Jong-il visits China", (date(2011, 5, 1), date(2011, 5, 3)), ())
    write_pages(evidence(events=(*EVENTS, far)), BRIEF, tmp_path)
    text = Page((tmp_path / "index.html").read_text("utf-8")).text
    assert "1 event outside these days is in the chronology." in text
    assert "Kim Jong-il visits China" not in text
    assert "Kim Jong-il visits China" in Page((tmp_path / "chronology.html").read_text("utf-8")).text


def test_two_reports_of_one_source_are_one_witness_line_with_two_links(tmp_path: Path):
    again = report("n5", "双方会谈", *MARCH)
    event = visit("Talks", MARCH, (REPORTS[0], again))
    write_pages(evidence(events=(event,), observations={one.id: one for one in (REPORTS[0], again)}), "", tmp_path)
    page = Page((tmp_path / "chronology.html").read_text("utf-8"))
    assert page.text.count("人民日报") == 1
    assert [link.split("#")[1] for link in page.links if "n5.html#" in link] == ["a-19-34", "a-35-39"]
