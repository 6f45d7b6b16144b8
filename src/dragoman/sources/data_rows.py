"""This room's tables of what is known, read from the YAML beside the code."""

from functools import cache
from importlib.resources import files
from typing import Any


@cache
def rows(name: str) -> Any:
    """The content of one YAML file of this room.

    >>> rows("content_elements.yaml")[0]["selector"]
    '#News_Body_Txt_A'
    """
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = (files("dragoman.sources") / name).read_text(encoding="utf-8")
    return yaml.load(text, Loader=loader)
