"""From the name of a line of data, as an answer gives it, to its file and line."""

import re
from pathlib import Path
from typing import Any

import yaml

from dragoman.extraction.frames import FOLDER as FRAMES
from dragoman.extraction.operators import FOLDER as OPERATORS
from dragoman.extraction.rows import FrameError

_NAME = re.compile(r"([\w-]+)\.(?:(deeds)\.)?(\w+)\[(\d+)\]")


def where(name: str) -> str:
    """The file and line of the pattern that a report names as its frame; of each, where operators stand before it.

    FrameError where there is no such line.

    >>> where("visit.zh[0]").startswith("extraction/frames/visit.yaml:")
    True
    >>> where("agree.en[0]+release.en[0]").startswith("extraction/operators/en.yaml:")
    True
    """
    return ", ".join(_place(part) for part in name.split("+"))


def _place(name: str) -> str:
    match = _NAME.fullmatch(name)
    if match is None:
        raise FrameError(f'"{name}": not the name of a line; it looks like visit.zh[0]')
    kind, language, number = match[1], match[3], int(match[4])
    path = FRAMES / f"{kind}.yaml"
    if path.is_file():
        steps: tuple[str | int, ...] = (match[2] or "patterns", language, number)
    else:
        path, steps = OPERATORS / f"{language}.yaml", ("operators", kind, "say", number)
    try:
        return f"extraction/{path.parent.name}/{path.name}:{_line(path, steps)}"
    except (OSError, StopIteration, IndexError):
        raise FrameError(f'"{name}": no such line in the frames and operators') from None


def _line(path: Path, steps: tuple[str | int, ...]) -> int:
    """The line on which a value of a YAML file begins, found by its keys and numbers."""
    node: Any = yaml.compose(path.read_text("utf-8"))
    for step in steps:
        if isinstance(step, int):
            node = node.value[step]
        else:
            node = next(value for name, value in node.value if name.value == step)
    return int(node.start_mark.line) + 1
