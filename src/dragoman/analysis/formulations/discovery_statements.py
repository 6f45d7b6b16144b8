"""What a discovery says, as findings: each formulation with its first use, and how it was found."""

from collections.abc import Iterable

from dragoman.analysis.formulations.candidates import Settings
from dragoman.analysis.formulations.found import Discovered
from dragoman.analysis.formulations.statements import documents_in_words
from dragoman.model import Finding, content_id

ANALYSIS = "discovery"
_FOLDED = "Width, case, quotation marks and traditional characters are folded; questions, titles and captions left out."
_CORPUS = "New is what no earlier document of this corpus has; an older use elsewhere is not known to it."


def discovery_findings(found: Iterable[Discovered], settings: Settings) -> tuple[Finding, ...]:
    """A finding for each formulation, in the order given."""
    return tuple(_finding(one, settings) for one in found)


def _finding(one: Discovered, settings: Settings) -> Finding:
    new = settings.since is not None
    first = f", first on {one.published}" if one.published else ", none of them dated"
    sentence = f"“{one.phrase}” stands in {documents_in_words(one.documents)}{first}."
    if new:
        sentence = f"New since {settings.since}: {sentence}"
    anchors = (one.first,) if one.first else ()
    return Finding(
        content_id("fi", ANALYSIS, sentence, *(anchor.id for anchor in anchors)),
        ANALYSIS, "new" if new else "descriptive", sentence, anchors, (),
        (
            ("documents", str(one.documents)), ("occurrences", str(one.occurrences)), ("outlets", str(one.outlets)),
            ("entropy left", f"{one.left:.2f}"), ("entropy right", f"{one.right:.2f}"), ("score", f"{one.score:.2f}"),
        ),
        (
            ("min characters", str(settings.min_chars)), ("min documents", str(settings.min_documents)),
            ("since", settings.since or ""), ("registers left out", ", ".join(settings.left_out)),
        ),
        (_FOLDED, _CORPUS) if new else (_FOLDED,),
    )  # fmt: skip
