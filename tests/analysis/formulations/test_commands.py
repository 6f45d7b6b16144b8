"""trace and discover as an analyst meets them, on a small case of our own."""

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dragoman.cli.app import app
from dragoman.cli.console import WrongUse
from dragoman.sources import create_case

OPENINGS = ["双方", "中方", "部长们", "代表团", "主席", "秘书长", "发言人"]
CLOSINGS = ["取得成果", "有益", "得到支持", "写入声明全文", "是共同目标", "受到欢迎并将继续", "不会改变"]


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("case") / "case"
    create_case(folder, "Formulations")
    rows = [
        {
            "id": f"n{at}",
            "date": f"2022-05-{1 + 3 * at:02}" if at else "2021-03-01",
            "title": f"外交部发言人主持第{at}次例行记者会",
            "text": f"记者：{opening}有何评论？\n答：{opening}说，落实全球安全倡议{closing}。"
            f"和平共处五项原则{closing[::-1]}，{opening}重申。",
        }
        for at, (opening, closing) in enumerate(zip(OPENINGS, CLOSINGS, strict=True))
    ]
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (folder / "sources" / "notes.jsonl").write_text(lines, encoding="utf-8")
    return folder


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_trace_shows_the_first_use_and_ends_with_one_for_a_wrong_date(case: Path) -> None:
    done = run("trace", case, "全球安全倡议")
    assert done.exit_code == 1
    assert "2021-03-01" in done.stdout
    assert "regular press conference, answer" in done.stdout
    assert "anachronism: “全球安全倡议” was first used in public on 2022-04-21" in done.stdout


def test_trace_as_json_has_histories_and_findings_with_anchors(case: Path) -> None:
    done = run("trace", case, "和平共处五项原则", "五项原则", "--format", "json")
    assert done.exit_code == 0
    told = json.loads(done.stdout)
    assert [(one["phrase"], one["documents"], one["of"]) for one in told["histories"]] == [
        ("和平共处五项原则", 7, 7),
        ("五项原则", 7, 7),
    ]
    assert told["chains"][0]["kind"] == "part of"
    assert all(finding["anchors"] for finding in told["findings"] if finding["verdict"] == "descriptive")


def test_trace_as_csv_has_the_offsets_of_the_first_use(case: Path) -> None:
    done = run("trace", case, "和平共处五项原则", "--format", "csv")
    (row,) = csv.DictReader(io.StringIO(done.stdout))
    assert int(row["first_end"]) - int(row["first_start"]) == 8
    assert row["tier"] == "沸"


def test_a_family_is_asked_for_by_its_slot(case: Path) -> None:
    done = run("trace", case, "和平…原则")
    assert done.exit_code == 0
    assert "和平共处五项原则" in done.stdout


def test_a_second_trace_uses_the_index_of_the_first(case: Path) -> None:
    run("trace", case, "原则")
    (index,) = (case / ".dragoman" / "formulations").iterdir()
    made = (index / "headings.json").stat().st_mtime_ns
    run("trace", case, "共处")
    assert (index / "headings.json").stat().st_mtime_ns == made


def test_discover_finds_what_nobody_named(case: Path) -> None:
    done = run("discover", case, "--format", "json")
    assert done.exit_code == 0
    told = json.loads(done.stdout)
    assert {"和平共处五项原则"} <= {one["phrase"] for one in told["formulations"]}
    assert {finding["analysis"] for finding in told["findings"]} == {"discovery"}


def test_discover_says_that_there_is_nothing(case: Path) -> None:
    done = run("discover", case, "--min-documents", "50")
    assert done.stdout.strip() == "No stretch of 4 characters stands in 50 documents."


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("trace", " "), "an empty phrase"),
        (("trace", "甲…乙…丙"), "one slot"),
        (("discover", "--since", "spring"), "no date"),
        (("discover", "--min-chars", "1"), "at least 2 characters"),
    ],
)
def test_wrong_use_is_told_in_a_line(case: Path, arguments: tuple[str, ...], told: str) -> None:
    command, *rest = arguments
    done = run(command, case, *rest)
    assert isinstance(done.exception, WrongUse)
    assert told in str(done.exception)
