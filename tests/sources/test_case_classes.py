"""[[classes]] of case.toml: read strictly, each slip told with its cure."""

from pathlib import Path

import pytest

from dragoman.model import DocumentClass
from dragoman.sources import CaseError, load_case


def load(folder: Path, tables: str) -> tuple[DocumentClass, ...]:
    (folder / "case.toml").write_text(f'title = "A case"\n{tables}', "utf-8")
    return load_case(folder).classes


def test_a_class_names_its_documents_or_its_vehicle(tmp_path: Path) -> None:
    tables = """
[[classes]]
id = "sco"
title = "Communiques"
documents = ["n1", "n2"]

[[classes]]
id = "joint"
title = "Joint statements"
vehicle = "joint statement"
between = ["USA", "PRK"]
outlet = "KCNA"
"""
    assert load(tmp_path, tables) == (
        DocumentClass("sco", "Communiques", ("n1", "n2")),
        DocumentClass("joint", "Joint statements", (), "joint statement", ("USA", "PRK"), "KCNA"),
    )
    assert load(tmp_path, "") == ()


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ('id = "a"\ntitle = "A"', "needs documents"),
        ('id = "a"\ntitle = "A"\ndocuments = ["n1"]\nvehicle = "readout"', "not both"),
        ('id = "a"\ntitle = "A"\ndocuments = ["n1"]\nbetween = ["USA"]', "leave between out"),
        ('id = "a"\ndocuments = ["n1"]', "no title"),
        ('id = "a"\ntitle = "A"\nvehicel = "readout"', "vehicle"),
        ('id = 3\ntitle = "A"\nvehicle = "readout"', "text in quotes"),
        ('id = "a"\ntitle = "A"\nvehicle = "readout"\n[[classes]]\nid = "a"\ntitle = "B"\noutlet = "KCNA"', "taken"),
    ],
)
def test_a_slip_is_told_with_its_place(tmp_path: Path, rows: str, says: str) -> None:
    with pytest.raises(CaseError, match=says) as told:
        load(tmp_path, f"[[classes]]\n{rows}\n")
    assert "[[classes]] number" in str(told.value)


def test_classes_that_are_no_tables_are_refused(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="must be written as"):
        load(tmp_path, 'classes = "joint"\n')
