"""Names beyond the gazetteer: found by title and form, offered as candidates, never made facts."""

from dragoman.extraction.naming.candidates import candidates
from dragoman.extraction.naming.names import Named, find_names

__all__ = ["Named", "candidates", "find_names"]
