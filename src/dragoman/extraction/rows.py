"""YAML of frames and grammars, with errors that name the file and the missing key."""

from pathlib import Path
from typing import Any

import yaml

from dragoman.languages.yaml_files import read_yaml_file


class FrameError(ValueError):
    """A file of frames or grammar cannot be read; the message names the file and the cure."""


def read_yaml(path: Path, needed: set[str]) -> dict[str, Any]:
    """The mapping in a YAML file; FrameError where it is none, or lacks a key that it needs."""
    try:
        data = read_yaml_file(path)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise FrameError(f"{path.name}: not YAML in UTF-8: {error}") from error
    if not isinstance(data, dict):
        raise FrameError(f"{path.name}: must hold keys and values, not {type(data).__name__}")
    if missing := sorted(needed - data.keys()):
        raise FrameError(f"{path.name}: {missing[0]} is missing")
    return data
