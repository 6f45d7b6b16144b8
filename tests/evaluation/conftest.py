"""The passages of the evaluation set, read once."""

import json
from pathlib import Path
from typing import Any

import pytest

PASSAGES = Path(__file__).resolve().parents[2] / "evaluation" / "passages"
LANGUAGES = ("en", "zh", "ja", "ko")


@pytest.fixture(scope="session")
def folder() -> Path:
    """Where the passages lie."""
    return PASSAGES


@pytest.fixture(scope="session")
def passages() -> dict[str, list[dict[str, Any]]]:
    """The passages of each language, in file order."""
    return {
        language: [json.loads(line) for line in (PASSAGES / f"{language}.jsonl").read_text("utf-8").splitlines()]
        for language in LANGUAGES
    }


@pytest.fixture(scope="session")
def everything(passages: dict[str, list[dict[str, Any]]]) -> list[dict[str, Any]]:
    """All passages of all languages."""
    return [passage for language in LANGUAGES for passage in passages[language]]
