"""A page for each study of a case."""

from collections.abc import Iterator

from markupsafe import Markup

from dragoman.brief.compose import Composition
from dragoman.brief.doctrine_page import doctrine_page
from dragoman.brief.formulations_page import formulations_page
from dragoman.brief.hypotheses_page import hypotheses_page
from dragoman.brief.ledgers_page import ledgers_page
from dragoman.brief.linkage_page import linkage_page
from dragoman.brief.readouts_page import readouts_page
from dragoman.brief.watch_page import watch_page


def study_pages(composition: Composition) -> Iterator[tuple[str, Markup]]:
    """The name and text of every study's page, in the order of the navigation."""
    studies = composition.studies
    if studies.formulations:
        yield "formulations.html", formulations_page(studies.formulations, composition)
    if studies.doctrine:
        yield "doctrine.html", doctrine_page(studies.doctrine, composition)
    if studies.readouts:
        yield "readouts.html", readouts_page(studies.readouts, composition)
    if studies.linkage:
        yield "linkage.html", linkage_page(studies.linkage, composition)
    if studies.hypotheses:
        yield "hypotheses.html", hypotheses_page(studies.hypotheses, composition)
    if studies.ledgers:
        yield "ledgers.html", ledgers_page(studies.ledgers, composition)
    if studies.watch:
        yield "watch.html", watch_page(studies.watch, composition)
