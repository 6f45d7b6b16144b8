"""Word documents: everything that is printed, in order, against a count of the XML itself."""

import io
import zipfile

import pytest

from dragoman.sources.docx import read_docx
from dragoman.sources.errors import Refused
from dragoman.sources.limits import Limits
from tests.sources.samples import docx, paragraph

TABLE = (
    "<w:tbl><w:tr><w:tc>" + paragraph("日期") + "</w:tc><w:tc>" + paragraph("事件") + "</w:tc></w:tr>"
    "<w:tr><w:tc>" + paragraph("6月15日") + "</w:tc><w:tc>" + paragraph("公布清单") + "</w:tc></w:tr></w:tbl>"
)
BOX = (
    "<w:p><w:r><w:t>正文。</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx>"
    f"<w:txbxContent>{paragraph('文本框')}</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:pict>"
    f"<w:txbxContent>{paragraph('文本框')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
)


def test_paragraphs_tables_boxes_controls_and_notes_come_in_order() -> None:
    body = (
        paragraph("联合声明", style="Title")
        + paragraph("第一段。")
        + TABLE
        + f"<w:sdt><w:sdtContent>{paragraph('控件里的段落。')}</w:sdtContent></w:sdt>"
        + BOX
        + paragraph("最后一段。")
    )
    found = read_docx(docx(body, f'<w:footnote w:id="2">{paragraph("脚注一。")}</w:footnote>'), Limits())
    assert found.text.split("\n") == [
        "联合声明", "第一段。", "日期\t事件", "6月15日\t公布清单", "控件里的段落。", "正文。", "文本框",
        "最后一段。", "脚注一。",
    ]  # fmt: skip
    assert found.kept == found.counted == sum(c.isalnum() for c in found.text)
    assert found.passages[0].register == "title"
    assert found.passages[-1].register == "footnote"
    assert found.fields[0].value == "联合声明"


def test_insertions_and_links_are_read_and_deletions_are_not() -> None:
    body = (
        "<w:p><w:ins><w:r><w:t>新增</w:t></w:r></w:ins><w:del><w:r><w:delText>删去</w:delText></w:r></w:del>"
        "<w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink><w:r><w:tab/>"
        "<w:t>后</w:t><w:br/><w:t>行</w:t></w:r></w:p>"
    )
    found = read_docx(docx(body), Limits())
    assert found.text == "新增链接\t后\n行"
    assert found.kept == found.counted == 6


def test_bold_questions_and_answers_are_told_apart() -> None:
    body = paragraph("某社记者：何时？", bold=True) + paragraph("发言人：五月。") + paragraph("其他没有补充。")
    assert [p.register for p in read_docx(docx(body), Limits()).passages] == ["question", "answer"]


def test_a_document_made_by_python_docx_is_read_whole() -> None:
    import docx as library

    document = library.Document()
    document.add_heading("Joint Statement", 0)
    document.add_paragraph("Both sides agreed.")
    made = io.BytesIO()
    document.save(made)
    assert read_docx(made.getvalue(), Limits()).text == "Joint Statement\nBoth sides agreed."


def test_an_empty_document_and_damaged_ones_are_refused() -> None:
    with pytest.raises(Refused, match="no text in it"):
        read_docx(docx(""), Limits())
    with pytest.raises(Refused, match="a damaged Word document"):
        read_docx(docx(paragraph("x"))[:200], Limits())
    broken = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx(paragraph("x")))) as whole, zipfile.ZipFile(broken, "w") as made:
        for info in whole.infolist():
            data = whole.read(info)
            made.writestr(info, data[: len(data) // 2] if info.filename == "word/document.xml" else data)
    with pytest.raises(Refused, match="a damaged Word document"):
        read_docx(broken.getvalue(), Limits())


def test_a_document_that_unpacks_beyond_the_bounds_is_refused_by_the_bounds_name() -> None:
    data = docx(paragraph("是" * 3_000_000))
    with pytest.raises(Refused, match="more than the limit inflation_ratio = 200"):
        read_docx(data, Limits())
    with pytest.raises(Refused, match="more than the limit inflated_megabytes = 1 "):
        read_docx(data, Limits(inflated_megabytes=1))
