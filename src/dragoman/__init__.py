"""Dragoman: official sources in, findings that anyone can check out.

>>> import dragoman
>>> callable(dragoman.open_case)
True
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.opened import OpenedCase

__version__ = "0.1.0"
__all__ = ["__version__", "open_case"]


def open_case(folder: str | Path) -> "OpenedCase":
    """Open a case folder; its methods are the commands' verbs. Raises CaseError where the folder holds no case."""
    from dragoman.opened import OpenedCase

    return OpenedCase(folder)
