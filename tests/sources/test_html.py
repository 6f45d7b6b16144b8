"""Pages: nothing of the article is lost, nothing of the page's furniture comes in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.sources.errors import Refused
from dragoman.sources.html import read_html
from dragoman.sources.html_count import count_page
from dragoman.sources.limits import Limits
from dragoman.sources.records import Extract

FIRST = "双方就共同关心的问题深入交换了意见，并同意继续保持沟通。"
SECOND = "会晤在友好气氛中进行，两国代表团成员出席。"


def page(body: str, head: str = "") -> Extract:
    return read_html(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>", Limits())


def fields(extract: Extract) -> dict[str, tuple[str, str]]:
    return {field.name: (field.value, field.basis) for field in extract.fields}


FURNISHED = f"""
<header><a href=/>首页</a> 站点标题与口号</header>
<div class="main-nav"><ul><li><a href=/a>新闻</a><li><a href=/b>外交</a></ul></div>
<script>var stolen = "脚本文字";</script><style>.a {{ content: "样式文字" }}</style>
<div class=wrap><div class=story><h1>会晤公报</h1><p>{FIRST}</p><p>{SECOND}<br>（完）</p>
<script>document.write("又一段脚本")</script><noscript>请打开脚本</noscript></div>
<div class=related><a href=/c>相关新闻一则标题很长很长很长很长</a></div></div>
<footer>版权所有 某某部 地址：北京市朝阳区某某大街二号</footer>
"""


def test_paragraphs_become_lines_and_furniture_stays_outside() -> None:
    found = page(FURNISHED, "<title>会晤公报_某某部</title>")
    assert found.text == f"会晤公报\n{FIRST}\n{SECOND}\n（完）"
    assert (found.kept, found.counted, found.state) == (found.counted, found.counted, "whole")
    assert found.passages[0].register == "title"


def test_the_record_names_the_place_of_each_value() -> None:
    head = """<title>Readout - Ministry</title><link rel=canonical href="https://example.org/a">
    <meta property="og:title" content="Readout of the call"><meta property="og:site_name" content="Ministry">
    <meta property="article:published_time" content="2018-05-09T08:00:00+09:00">"""
    assert fields(page(f"<p>{FIRST}</p>", head)) == {
        "issued": ("2018-05-09", "page: meta article:published_time"),
        "title": ("Readout of the call", "page: meta og:title"),
        "container-title": ("Ministry", "page: meta og:site_name"),
        "URL": ("https://example.org/a", "page: link canonical"),
    }


def test_schema_org_a_time_element_and_the_title_element_serve_where_no_meta_does() -> None:
    data = '{"@type": "NewsArticle", "headline": "Talks", "datePublished": "2018-06-19", "author": [{"name": "A"}]}'
    found = fields(page(f"<p>{FIRST}</p>", f'<script type="application/ld+json">{data}</script>'))
    assert found["issued"] == ("2018-06-19", "page: schema.org datePublished")
    assert found["title"] == ("Talks", "page: schema.org headline")
    assert found["author"] == ("A", "page: schema.org author")
    plain = fields(page(f"<time datetime='2018-05-08'>8 May</time><p>{FIRST}</p>", "<title>会晤公报</title>"))
    assert plain["issued"] == ("2018-05-08", "page: time element")
    assert plain["title"] == ("会晤公报", "page: title")


def test_the_outlet_is_taken_off_the_title_element_and_nothing_else_is() -> None:
    outlet = '<meta name=SiteName content="某某部">'
    assert (
        fields(page(f"<p>{FIRST}", f"<title>中美会谈 - 第二轮_某某部</title>{outlet}"))["title"][0]
        == "中美会谈 - 第二轮"
    )
    assert fields(page(f"<p>{FIRST}", "<title>A - B | C</title>"))["title"][0] == "A - B | C"


def test_a_press_conference_is_told_into_questions_and_answers() -> None:
    body = f"""<div id=News_Body_Txt_A><p>应邀，外长将访问某国。</p>
    <p><b>某社记者：请介绍有关情况。</b></p><p>发言人：{FIRST}</p><p>{SECOND}</p>
    <p><strong>追问：何时公布？</strong></p><p>发言人：适时公布。</p></div>"""
    found = page(body, "<meta name=ArticleTitle content=例行记者会>")
    told = [(p.register, found.text[p.start : p.end]) for p in found.passages]
    assert told == [
        ("title", "例行记者会"),
        ("body", "应邀，外长将访问某国。"),
        ("question", "某社记者：请介绍有关情况。"),
        ("answer", f"发言人：{FIRST}\n{SECOND}"),
        ("question", "追问：何时公布？"),
        ("answer", "发言人：适时公布。"),
    ]


def test_white_space_is_drawn_together_but_the_pages_own_indents_stay() -> None:
    found = page(f"<div><p>\n   　　{FIRST}\n  </p><p>two\n   words&nbsp;here and there, said the speaker</p></div>")
    assert found.text == f"　　{FIRST}\ntwo words\xa0here and there, said the speaker"


def test_a_line_break_in_the_markup_does_not_part_chinese_words() -> None:
    assert page(f"<p>会\r\n  晤{FIRST}</p>").text == f"会晤{FIRST}"


def test_cells_of_a_table_are_parted_by_tabs() -> None:
    rows = "<table><tr><th>Track<td>Date<td>Number<tr><td>tariffs<td>2018-06-15<td>1,102</table>"
    assert page(f"<div><p>{FIRST}</p>{rows}</div>").text.split("\n")[1:] == [
        "Track\tDate\tNumber",
        "tariffs\t2018-06-15\t1,102",
    ]


def test_a_whole_page_inside_a_form_is_still_read() -> None:
    assert page(f"<form><div><div><p>{FIRST}</p><p>{SECOND}</p></div></div></form>").text == f"{FIRST}\n{SECOND}"


def test_a_page_without_text_is_refused() -> None:
    with pytest.raises(Refused, match="no text in this page"):
        page("<script>render()</script>")
    with pytest.raises(Refused, match="no text in this page"):
        read_html("", Limits())


@pytest.mark.parametrize("tag", ["div", "span", "b", "x-y", "table><tr><td"])
def test_tags_nested_beyond_the_limit_are_refused_before_a_tree_is_built(tag: str) -> None:
    with pytest.raises(Refused, match=r"tags nested 1\d{5} deep, beyond the limit html_depth = 2000"):
        page(f"<{tag}>" * 100_000 + FIRST)


def test_depth_within_the_limit_loses_nothing_where_others_stop_at_254() -> None:
    found = page("<div>" * 1500 + f"<p>{FIRST}</p>" + "</div>" * 1500)
    assert found.text == FIRST


def test_unclosed_paragraphs_items_and_rows_are_not_depth() -> None:
    assert count_page("<p>a" * 9000 + "<ul>" + "<li>b" * 9000 + "</ul><table>" + "<tr><td>c" * 9000).depth <= 2


def test_a_reader_that_loses_text_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    from dragoman.sources import html, html_lines

    def forgetful(*given: object) -> list[html_lines.Line]:
        return html_lines.lines_of(*given)[:-1]  # type: ignore[arg-type]

    monkeypatch.setattr(html, "lines_of", forgetful)
    found = page(f"<div><p>{FIRST}</p><p>{SECOND}</p></div>")
    assert found.state == "partial"
    assert found.warnings == (f"{found.kept} of {found.counted} characters were read; compare the text with the page",)
    assert found.counted == sum(c.isalnum() for c in FIRST + SECOND)


WORDS = st.lists(st.text(alphabet="会晤公报中美朝ab12", min_size=9, max_size=30), min_size=1, max_size=6)


@given(WORDS, st.integers(0, 5))
def test_every_paragraph_of_a_known_element_comes_out_in_order(words: list[str], depth: int) -> None:
    inner = "".join(f"<p>{word}</p>" for word in words)
    body = "<section>" * depth + inner + "</section>" * depth
    found = page(f"<nav>menu</nav><div id=News_Body_Txt_A>{body}</div><footer>end</footer>")
    assert found.text.split("\n") == words
    assert found.kept == found.counted == sum(len(word) for word in words)


@given(st.text(alphabet="<>/=\"' abpdiv!-&;#x会晤", max_size=300))
def test_no_markup_however_broken_fails_in_another_way_than_refusal(text: str) -> None:
    try:
        found = read_html(text, Limits())
    except Refused:
        return
    assert found.text
    assert 0 <= found.kept <= found.counted
    assert all(0 <= p.start < p.end <= len(found.text) for p in found.passages)
