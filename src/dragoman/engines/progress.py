"""How a long stage tells how far it is. The caller decides what to show."""

from typing import Protocol


class Progress(Protocol):
    """Called with the stage's name, how many are done and how many there are."""

    def __call__(self, stage: str, done: int, total: int) -> None: ...


def silent(stage: str, done: int, total: int) -> None:
    """Show nothing."""
