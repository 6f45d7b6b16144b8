"""Running the pure functions of the other rooms over a whole case, on this machine's processes."""

from dragoman.engines.build import Built, build, named, stood_reports
from dragoman.engines.case_names import case_gazetteer

__all__ = ["Built", "build", "case_gazetteer", "named", "stood_reports"]
