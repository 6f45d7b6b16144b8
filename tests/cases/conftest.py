"""The bundled case as it lies on the disk, read without any of the program's rooms."""

import json
import re
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="session")
def three_visits() -> Path:
    """The folder of the bundled case."""
    return Path(str(files("dragoman"))) / "cases" / "three_visits"


@pytest.fixture(scope="session")
def records(three_visits: Path) -> dict[str, dict[str, Any]]:
    """Each sidecar by its key."""
    return {path.stem: tomllib.loads(path.read_text("utf-8")) for path in (three_visits / "sources").glob("*.toml")}


@pytest.fixture(scope="session")
def rows(three_visits: Path) -> dict[str, dict[str, str]]:
    """Each row of the notices that have no file of their own, by its id."""
    lines = (three_visits / "sources" / "public-record.jsonl").read_text("utf-8").splitlines()
    return {row["id"]: row for row in map(json.loads, lines)}


@pytest.fixture(scope="session")
def texts(three_visits: Path, rows: dict[str, dict[str, str]]) -> dict[str, str]:
    """Each notice's text by its key; of a page, what stands between the tags of its body."""
    found = {key: row["text"] for key, row in rows.items()}
    for path in (three_visits / "sources").iterdir():
        if path.suffix in {".txt", ".md"}:
            found[path.stem] = path.read_text("utf-8")
        elif path.suffix == ".html":
            found[path.stem] = re.sub(r"<[^>]+>", "", path.read_text("utf-8").partition("<body>")[2])
    return found


@pytest.fixture(scope="session")
def brief(three_visits: Path) -> str:
    """The brief as it is written."""
    return (three_visits / "brief.md").read_text("utf-8")
