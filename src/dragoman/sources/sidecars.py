"""Which files are records beside a document, and whose."""

from collections.abc import Container
from pathlib import Path

ENDINGS = (".toml", ".csl.json", ".bib")
"""In the order of their strength: where two say different things, the first is taken."""


def is_sidecar(name: str) -> bool:
    """Whether a file of this name is a record and never a document.

    >>> is_sidecar("n10.csl.json"), is_sidecar("n10.json")
    (True, False)
    """
    return name.lower().endswith(ENDINGS)


def sidecar_names(name: str) -> tuple[str, ...]:
    """The names under which the record of a document is looked for, the strongest first.

    >>> sidecar_names("n10.txt")[:2]
    ('n10.txt.toml', 'n10.toml')
    """
    bare = name.rsplit(".", 1)[0] if "." in name.lstrip(".") else name
    stems = (name,) if bare == name else (name, bare)
    return tuple(stem + ending for ending in ENDINGS for stem in stems)


def sidecars_among(name: str, names: Container[str]) -> tuple[str, ...]:
    """Those of `names` that are records of the document `name`, the strongest first.

    >>> sidecars_among("n10.txt", {"n10.bib", "n10.txt.toml", "n11.toml"})
    ('n10.txt.toml', 'n10.bib')
    """
    return tuple(candidate for candidate in sidecar_names(name) if candidate in names)


def sidecars_of(file: Path) -> tuple[Path, ...]:
    """The records that lie beside a document, the strongest first; links among them are passed over."""
    beside = (file.with_name(name) for name in sidecar_names(file.name))
    return tuple(path for path in beside if path.is_file() and not path.is_symlink())
