"""The bundled case, built once."""

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from dragoman.analysis.reportage import Reportage
from tests.analysis.reporting.testifying import of_case


@pytest.fixture(scope="session")
def three_visits(tmp_path_factory: pytest.TempPathFactory) -> Reportage:
    """What the bundled case holds of who reported what."""
    folder = tmp_path_factory.mktemp("bundled") / "case"
    shutil.copytree(Path(str(files("dragoman"))) / "cases" / "three_visits", folder)
    return of_case(folder)
