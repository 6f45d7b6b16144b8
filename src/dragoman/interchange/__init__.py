"""Evidence out to other programs, one file a format."""

from dragoman.interchange.annotation import annotation
from dragoman.interchange.records import export_records

__all__ = ["annotation", "export_records"]
