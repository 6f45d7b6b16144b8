"""Running the pure functions of the other rooms over a whole case, on this machine's processes."""

from dragoman.engines.build import Built, build, decided_deeds, named, stood_reports
from dragoman.engines.case_names import case_gazetteer

__all__ = ["Built", "build", "case_gazetteer", "decided_deeds", "named", "stood_reports"]
