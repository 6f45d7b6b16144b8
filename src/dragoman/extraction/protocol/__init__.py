"""Protocol: who presided, spoke and attended, who signed or refused, who was named to a post or left it."""

from dragoman.extraction.protocol.reading import read_protocol

__all__ = ["read_protocol"]
