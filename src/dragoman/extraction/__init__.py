"""Observations out of text: mentions and event reports by frames, and events joined from reports."""

from dragoman.extraction.coding import Coded, code
from dragoman.extraction.frames import Frame, Pattern, load_frames
from dragoman.extraction.merging import merge
from dragoman.extraction.observing import extractor, observe
from dragoman.extraction.rows import FrameError
from dragoman.extraction.tracing import where
from dragoman.extraction.witnesses import witness_groups

EXTRACTOR: str

__all__ = [
    "EXTRACTOR",
    "Coded",
    "Frame",
    "FrameError",
    "Pattern",
    "code",
    "extractor",
    "load_frames",
    "merge",
    "observe",
    "where",
    "witness_groups",
]


def __getattr__(name: str) -> str:
    if name == "EXTRACTOR":
        return extractor()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
