"""The pages of the bundled case, all of them: links, quotes, letters, and what is asked for and is not there."""

import re
import shutil
from urllib.parse import unquote, urlsplit

import pytest

from tests.brief.test_pages import Page, pages
from tests.cli.test_commands import demo, exported, run  # noqa: F401 (the bundled case, built once)


def test_every_page_is_linked_from_every_page_and_no_other(demo):  # noqa: F811
    out = demo[0] / "pages"
    written = {path.name for path in out.glob("*.html")}
    for name, page in pages(out).items():
        linked = {link.removeprefix("../") for link in page.links if re.fullmatch(r"(\.\./)?\w+\.html", link)}
        named = {link for link in linked if (out / link).is_file()}
        assert written <= named | {"index.html"}, name


def test_every_link_goes_to_a_place_that_is_there(demo):  # noqa: F811
    out = demo[0] / "pages"
    read = pages(out)
    for name, page in read.items():
        assert len(page.ids) == len(set(page.ids)), name
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme:
                continue
            target = ((out / name).parent / unquote(parts.path) if parts.path else out / name).resolve()
            assert target.is_file(), f"{name}: {link}"
            if parts.fragment:
                place = target.relative_to(out.resolve()).as_posix()
                assert parts.fragment in read[place].ids, f"{name}: {link}"


def test_no_page_has_a_script_or_a_handler(demo):  # noqa: F811
    for path in (demo[0] / "pages").rglob("*.html"):
        page = Page(path.read_text("utf-8"))
        assert "script" not in page.tags
        assert not [name for name in page.attributes if name.startswith("on")]


def test_east_asian_letters_are_in_their_language(demo):  # noqa: F811
    for name, page in pages(demo[0] / "pages").items():
        for data, spoken in page.lang:
            if re.search("[\u3040-\u30ff]", data):
                assert spoken == "ja", (name, data)
            elif re.search("[\uac00-\ud7a3]", data):
                assert spoken == "ko", (name, data)
            elif re.search("[\u4e00-\u9fff]", data):
                assert spoken in {"zh-Hans", "zh-Hant", "ja", "ko"}, (name, data)


def test_the_claims_of_2018_stand_with_their_verdicts(demo):  # noqa: F811
    text = " ".join(Page((demo[0] / "pages" / "linkage.html").read_text("utf-8")).text.split())
    assert "Suggestive. In 2 of 3 cases visit (China–North Korea) began within 7 days" in text
    assert "Established. In 3 of 3 cases retaliate by China" in text
    assert "4 claims were tried on these tracks" in text


def test_phrases_are_counted_as_they_stand_in_the_notices(demo):  # noqa: F811
    folder = demo[0]
    holding = [path for path in (folder / "sources").glob("[nx]*.*") if "习近平总书记" in path.read_text("utf-8")]
    text = "".join(Page((folder / "pages" / "formulations.html").read_text("utf-8")).text.split())
    assert len(holding) == 8
    assert "习近平总书记2018-03-28新华社2018-06-24人民日报8of54" in text


def test_every_quoted_line_is_its_sources_own_characters(demo):  # noqa: F811
    folder = demo[0]
    text = (folder / "pages" / "formulations.html").read_text("utf-8")
    hits = re.findall(r'class="hit"[^>]*><a href="sources/([\w.]+)#a-(\d+)-(\d+)">([^<]+)</a>', text)
    documents = dict(texts(folder))
    assert len(hits) > 20
    for page, start, end, words in hits:
        assert documents[page][int(start) : int(end)] == words


def texts(folder):
    sources = {one["id"]: one["key"] for one in exported(folder, "source")}
    return [(f"{sources[one['source']]}.html", one["text"]) for one in exported(folder, "document")]


def test_writing_the_pages_tries_no_claim_and_changes_no_byte_the_second_time(demo, tmp_path):  # noqa: F811
    folder = tmp_path / "copy"
    shutil.copytree(demo[0], folder)
    before = {path: path.read_bytes() for path in (folder / "pages").rglob("*") if path.is_file()}
    assert run("brief", folder)[0] == 0
    assert {path: path.read_bytes() for path in (folder / "pages").rglob("*") if path.is_file()} == before
    assert not (folder / "tried.jsonl").exists()


@pytest.mark.parametrize(
    ("table", "line"),
    [
        ('[[claims]]\nfrom = "trade:dance"\nto = "us-china"\n', "case.toml, [[claims]] number 7: no type of event"),
        ('[[claims]]\nfrom = "nowhere"\nto = "us-china"\n', '[[claims]] number 7: "from": no track "nowhere"'),
    ],
)
def test_a_table_that_asks_for_what_is_not_there_is_told_with_its_place(demo, tmp_path, table, line):  # noqa: F811
    folder = tmp_path / "copy"
    shutil.copytree(demo[0], folder)
    path = folder / "case.toml"
    path.write_text(path.read_text("utf-8") + "\n" + table, "utf-8")
    code, _, err = run("brief", folder)
    assert code in (2, 3)
    assert line in err


def test_a_watch_list_has_its_page_and_every_link_of_it_goes_somewhere(demo, tmp_path):  # noqa: F811
    folder = tmp_path / "copy"
    shutil.copytree(demo[0], folder)
    asked = run(
        "ask", folder, "Will Kim Jong-un visit China by the end of September 2018?", "--closes",
        "2018-09-30T23:59:00+09:00", "--source", "Xinhua and KCNA", "--rule", "both report a visit", "--probability",
        "0.3", "--reference", "china-dprk:visit", "--days", "30", "--when", "2018-07-10T09:00:00+09:00",
        "--indicator", "Group of Seven",
    )  # fmt: skip
    assert asked[0] == 0
    assert run("brief", folder)[0] == 0
    read = pages(folder / "pages")
    page = read["watch.html"]
    assert "Unlikely (30 %)" in " ".join(page.text.split())
    assert "watch.html" in read["index.html"].links
    touching = [link for link in page.links if link.startswith("sources/e3.html#")]
    assert touching  # published after the question was made, and names the Group of Seven
    for link in page.links:
        name, _, place = link.partition("#")
        if place:
            assert place in read[name or "watch.html"].ids, link


def test_check_holds_for_a_case_with_these_pages(demo):  # noqa: F811
    assert run("check", demo[0])[0] == 0
