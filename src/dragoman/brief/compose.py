"""What every page of one case shares: look-ups, links, letters and templates."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dragoman.analysis.day_words import day_in_words
from dragoman.brief.cite import Run
from dragoman.brief.contents import Entry, contents
from dragoman.brief.evidence import Catalogue, Evidence
from dragoman.brief.lettering import language_tag, lettered, plain, runs
from dragoman.brief.names import page_names
from dragoman.brief.null_chart import in_words, p_in_words
from dragoman.brief.studies import NOTHING, Studies
from dragoman.model import Anchor


@dataclass(frozen=True, slots=True)
class Composition:
    """One case on its way to the page. `known` tells the language of names that are written in Han alone."""

    evidence: Evidence
    catalogue: Catalogue
    page_names: Mapping[str, str]
    known: Mapping[str, str]
    studies: Studies = NOTHING

    @property
    def contents(self) -> tuple[Entry, ...]:
        """The pages of the case, for the navigation."""
        return contents(self.studies)

    def letters(self, text: str, prior: str = "en") -> Markup:
        """Text as HTML with a `lang` on each East Asian run."""
        return lettered(text, prior, self.known)

    def letters_svg(self, text: str, prior: str = "en") -> Markup:
        """Text for a picture: as `letters`, in tspans."""
        return Markup("").join(
            Markup('<tspan lang="{}">{}</tspan>').format(tag, plain(run)) if tag else Markup("{}").format(plain(run))
            for run, tag in runs(text, prior, self.known)
        )

    def anchor_link(self, anchor: Anchor, root: str = "") -> str:
        """The address of an anchor's characters on the page of their source; empty where the source is not at hand."""
        source = self.catalogue.source_of(anchor.document)
        return f"{root}{self.source_page(source.id)}#a-{anchor.start}-{anchor.end}" if source else ""

    def source_page(self, source: str) -> str:
        """The address of a source's page from the folder of the brief."""
        return f"sources/{quote(self.page_names[source])}"

    def runs(self, cited: tuple[Run, ...]) -> Markup:
        """A citation as HTML: titles in italics, every East Asian run in its language."""
        return Markup("").join(
            Markup("<i>{}</i>").format(self.letters(run.text, run.language))
            if run.italic
            else self.letters(run.text, run.language)
            for run in cited
        )

    def render(self, template: str, **values: Any) -> Markup:
        """Fill a template. Values are escaped unless they are Markup already."""
        return Markup(environment().get_template(template).render(page=self, **values))


def compose(evidence: Evidence, studies: Studies = NOTHING) -> Composition:
    """Make ready to set the pages of a case.

    >>> from pathlib import Path
    >>> from dragoman.model import Case
    >>> compose(Evidence(Case(Path("case"), "Empty"), (), {}, {}, ())).letters("大連で")
    Markup('<span lang="ja">大連で</span>')
    """
    catalogue = Catalogue(evidence)
    known: dict[str, str] = {}
    for source in catalogue.sources:
        language = catalogue.language(source)
        for name in ("container-title", "publisher", "title", "author"):
            if value := source.record.value(name):
                known.setdefault(value, language)
    return Composition(evidence, catalogue, page_names(catalogue.sources), known, studies)


@cache
def environment() -> Environment:
    """The templates, with autoescape on for every one of them."""
    made = Environment(
        loader=PackageLoader("dragoman.brief"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    made.filters["tag"] = language_tag
    made.filters["plain"] = plain
    made.filters["chance"] = in_words
    made.filters["p"] = p_in_words
    made.filters["day"] = day_in_words
    made.filters["px"] = lambda number: f"{number:.1f}".removesuffix(".0")
    return made
