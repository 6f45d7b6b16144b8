"""From a citation to the characters it names: the source, its current version, and the place of the quote."""

from dataclasses import dataclass
from difflib import get_close_matches

from dragoman.brief.citations import CitedPart
from dragoman.brief.evidence import Catalogue
from dragoman.brief.quotes import describe, nearest, places, spellings
from dragoman.model import Anchor, Document, Source


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a cited part comes to: its anchor, or the reason why there is none and what to do.

    `source` is None where the key is unknown. `warning` is said of a quote that does stand in its source.
    """

    part: CitedPart
    source: Source | None = None
    anchor: Anchor | None = None
    reason: str = ""
    hint: str = ""
    warning: str = ""


def resolve(part: CitedPart, catalogue: Catalogue) -> Resolution:
    """Find the characters that a cited part names; see Resolution.

    >>> from pathlib import Path
    >>> from dragoman.model import Case
    >>> from dragoman.brief.evidence import Evidence
    >>> empty = Catalogue(Evidence(Case(Path("case"), "Empty"), (), {}, {}, ()))
    >>> resolve(CitedPart("n5", "会晤"), empty).reason
    'no source has the key "n5"'
    """
    source = catalogue.source(part.key)
    if source is None:
        near = get_close_matches(part.key, catalogue.keys, n=1, cutoff=0.4)
        hint = f'the nearest key is "{near[0]}"' if near else "add the source, or mend the key"
        return Resolution(part, reason=f'no source has the key "{part.key}"', hint=hint)
    document = catalogue.document(source)
    if document is None or document.state == "refused":
        why = "; ".join(document.warnings) if document else "nothing of it is stored"
        return Resolution(part, source, reason=f'source "{part.key}" was refused: {why}', hint=f"mend {source.path}")
    if not part.quote.strip():
        return Resolution(part, source, reason=f'the citation of "{part.key}" quotes nothing', hint="quote its words")
    return _in_document(part, source, document, catalogue)


def _in_document(part: CitedPart, source: Source, document: Document, catalogue: Catalogue) -> Resolution:
    for quote in spellings(part.quote):
        found = places(document.text, quote)
        if found:
            return _choose(part, source, document, quote, found)
    reason = f'"{_short(part.quote)}" is not in "{part.key}"'
    for older in catalogue.older(source):
        if any(quote in older.text for quote in spellings(part.quote)):
            reason = f'"{_short(part.quote)}" stood in {_version(older)} of "{part.key}"; the source has changed'
            break
    near = nearest(document.text, part.quote)
    return Resolution(part, source, reason=reason, hint=describe(near) if near else "nothing in the source is like it")


def _choose(part: CitedPart, source: Source, document: Document, quote: str, found: tuple[int, ...]) -> Resolution:
    nth = part.occurrence
    if nth is None and len(found) > 1:
        reason = f'"{_short(quote)}" stands {len(found)} times in "{part.key}": ambiguous'
        return Resolution(part, source, reason=reason, hint="add words, or say which one with #n, from #1")
    if nth is not None and not 1 <= nth <= len(found):
        times = "once" if len(found) == 1 else f"{len(found)} times"
        reason = f'"{_short(quote)}" stands {times} in "{part.key}": there is no #{nth}'
        return Resolution(part, source, reason=reason, hint=f"give a number from #1 to #{len(found)}")
    start = found[(nth or 1) - 1]
    anchor = Anchor(document.id, start, start + len(quote), quote)
    warning = ""
    if document.state == "partial":
        warning = f'source "{part.key}" was read in part: {"; ".join(document.warnings) or "too little text came out"}'
    return Resolution(part, source, anchor, warning=warning)


def _version(document: Document) -> str:
    dated = f" published {document.published}" if document.published else ""
    return f"the version {document.sha256[:8]}{dated}"


def _short(quote: str) -> str:
    return quote if len(quote) <= 40 else f"{quote[:39]}…"
