"""Running the pure functions of the other rooms over a whole case, on this machine's processes."""

from dragoman.engines.build import Built, build, decided_deeds, named, stood_reports

__all__ = ["Built", "build", "decided_deeds", "named", "stood_reports"]
