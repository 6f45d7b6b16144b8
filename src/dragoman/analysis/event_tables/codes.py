"""CAMEO: from a label or a code to the root it belongs to."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Root:
    """A root of CAMEO: its name here, its quad class (1 to 4), and the PLOVER type nearest to it."""

    name: str
    quad: int
    plover: str


QUADS = {
    "verbal-cooperation": (1,),
    "material-cooperation": (2,),
    "verbal-conflict": (3,),
    "material-conflict": (4,),
    "cooperation": (1, 2),
    "conflict": (3, 4),
}


def code_of(label: str, given: str = "") -> str | None:
    """The CAMEO code of a row: the one that it gives, else that of its label; None for neither.

    Codes are written with their leading nought, which spreadsheets drop: 42 is 042.

    >>> code_of("Make a visit"), code_of("", "42"), code_of("Dance")
    ('042', '042', None)
    """
    code = given.strip()
    if code.isascii() and code.isdigit() and 2 <= len(code) <= 4:
        for written in (code, f"0{code}"):
            if written in _data()["labels"] or written in roots():
                return written
    return _by_label().get(" ".join(label.split()).casefold())


def label_of(code: str) -> str:
    """The label of a code; the name of its root where it has none.

    >>> label_of("163")
    'Impose embargo, boycott, or sanctions'
    """
    label: str = _data()["labels"].get(code, roots()[code[:2]].name)
    return label


@cache
def roots() -> dict[str, Root]:
    """The twenty roots by their number ("01" to "20")."""
    return {number: Root(**row) for number, row in _data()["roots"].items()}


def picks(kind: str, code: str) -> bool | None:
    """Whether a kind of event means a code: a code or its beginning, the name of a root, or a quad class by name.

    None where the kind is none of these.

    >>> picks("04", "042"), picks("conflict", "163"), picks("threaten", "163"), picks("dance", "163")
    (True, True, False, None)
    """
    root = roots()[code[:2]]
    if kind in QUADS:
        return root.quad in QUADS[kind]
    if kind.isascii() and kind.isdigit():
        return code.startswith(kind) if kind[:2] in roots() else None
    return root.name == kind if kind in {one.name for one in roots().values()} else None


@cache
def _by_label() -> dict[str, str]:
    return {label.casefold(): code for code, label in _data()["labels"].items()}


@cache
def _data() -> Any:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(files("dragoman.analysis.event_tables").joinpath("cameo.yaml").read_text("utf-8"), Loader=loader)
