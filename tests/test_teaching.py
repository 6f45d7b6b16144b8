"""What docs/teaching.md shows is what happens: a line of YAML is all that a new verb or name needs."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "teaching.md").read_text("utf-8")
CONSOLE = re.findall(r"```console\n\$ echo '([^']+)' \| dragoman (.+?)\n(.*?)```", PAGE, re.DOTALL)
YAML = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture(scope="module")
def taught(tmp_path_factory):
    """A copy of the package with the page's lines put where the page says."""
    folder = tmp_path_factory.mktemp("taught")
    shutil.copytree(ROOT / "src" / "dragoman", folder / "dragoman", ignore=shutil.ignore_patterns("__pycache__"))
    meet = folder / "dragoman" / "extraction" / "frames" / "meet.yaml"
    meet.write_text(meet.read_text("utf-8").replace("  en:\n", f"  en:\n{YAML[0]}", 1), "utf-8")
    people = folder / "dragoman" / "gazetteer" / "data" / "people" / "elsewhere.yaml"
    people.write_text(people.read_text("utf-8") + YAML[1], "utf-8")
    return folder


def answer(text, arguments, sources):
    done = subprocess.run(
        [sys.executable, "-m", "dragoman", *arguments.split()], input=text.encode(), capture_output=True, check=True,
        env={**os.environ, "PYTHONPATH": str(sources), "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    return done.stdout.decode()


def test_the_page_has_a_before_and_an_after():
    assert len(CONSOLE) == 2
    assert len(YAML) == 2


def test_before_the_line_is_there_nothing_is_read(taught):
    text, arguments, shown = CONSOLE[0]
    assert answer(text, arguments, ROOT / "src") == shown


def test_the_line_alone_makes_the_event(taught):
    text, arguments, shown = CONSOLE[1]
    assert re.sub(r"meet\.deeds\.en\[\d+\]", "meet.deeds.en[NEW]", answer(text, arguments, taught)) == shown


def test_the_row_alone_makes_the_name(taught):
    for text in ("Jane Roe spoke.", "简·罗讲话。", "ジェーン・ロウ氏が話した。", "제인 로 대사가 말했다."):
        assert "jane-roe" in answer(text, "annotate - --format csv", taught)
