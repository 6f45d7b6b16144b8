"""The page on formulations: phrases over time, their tiers, families and chains, and the lines they stand in."""

from collections.abc import Sequence

from markupsafe import Markup

from dragoman.analysis.formulations.families import Member
from dragoman.analysis.formulations.history import History, Use
from dragoman.analysis.formulations.tracing import Family
from dragoman.brief.compose import Composition
from dragoman.brief.formulation_study import FormulationStudy, PhraseStudy
from dragoman.brief.lettering import shown
from dragoman.brief.packing import text_width
from dragoman.brief.picture import NARROW, WIDE
from dragoman.brief.share_chart import chain_chart, share_chart, stretches
from dragoman.brief.tree import tree
from dragoman.model import Anchor, Event

ROOM = 380.0  # pixels on either side of a use
OPEN = 8  # lines that are shown before the rest is folded away


def formulations_page(study: FormulationStudy, composition: Composition) -> Markup:
    """The page; every first and last use, and every line, leads to its characters."""
    case = composition.evidence.case
    marked = _marked(study.track, composition)
    return composition.render(
        "formulations.html", root="", here="formulations", language="en", title="Formulations", case_title=case.title,
        study=study, open=OPEN, marked=marked, track=next((t.title for t in case.tracks if t.id == study.track), ""),
        of=study.phrases[0].history.of if study.phrases else None,
        phrases=[_phrase(one, number, marked, composition) for number, one in enumerate(study.phrases, 1)],
        tiers=[
            (tier, _line(tier.share), [one.history for one in study.phrases if one.history.tier == tier.name])
            for tier in study.tiers
        ],
        unused=[one.history for one in study.phrases if not one.history.documents],
        trees=[_tree(one, number, composition) for number, one in enumerate(_trees(study), 1)],
        chains=[(link, chain_chart(link)) for link in study.traced.chains if link.years],
        findings=[one for one in study.traced.findings if one.verdict not in ("descriptive", "absent")],
        numbers={one.history.phrase: number for number, one in enumerate(study.phrases, 1)},
        spoken_of={one.history.phrase: _spoken(one, composition) for one in study.phrases}, shown=shown,
        before=before, after=after, place=lambda use: _place(use, study),
        language_of=lambda anchor: _language(anchor, composition),
    )  # fmt: skip


def _marked(track: str, composition: Composition) -> tuple[Event, ...]:
    """The events of the track that is marked, as they happened or were announced, by day."""
    held = [one for one in composition.evidence.events if track and one.track == track and one.status != "denied"]
    return tuple(sorted(held, key=lambda one: (str(one.first or one.last), one.id)))


def _phrase(study: PhraseStudy, number: int, events: Sequence[Event], composition: Composition) -> dict[str, object]:
    history = study.history
    return {
        "number": number,
        "history": history,
        "language": _spoken(study, composition),
        "chart": share_chart(history, events),
        "stretches": stretches(history),
        "peak": _peak(history),
        "lines": study.lines,
        "more": history.occurrences - len(study.lines),
    }


def _spoken(study: PhraseStudy, composition: Composition) -> str:
    """The language of a phrase: that of the first document that has it."""
    return _language(study.lines[0].anchor, composition) if study.lines else "zh"


def _peak(history: History) -> str:
    highest = max(stretches(history), key=lambda one: one.share, default=None)
    if highest is None or not highest.documents:
        return ""
    return f"at most {highest.documents} of {highest.of} documents, in {highest.period}"


def _trees(study: FormulationStudy) -> tuple[Family, ...]:
    """The families asked for, then those of relatives that hold a phrase which no tree before them holds."""
    found = list(study.traced.families)
    held = {member.phrase for one in found for member in one.members}
    for one in study.traced.relatives:
        phrases = {member.phrase for member in one.members}
        if not phrases <= held:
            found.append(one)
            held |= phrases
    return tuple(found)


def _tree(one: Family, number: int, composition: Composition) -> dict[str, object]:
    first = next((use.anchor for member in one.members if (use := member.first)), None)
    return {
        "pattern": one.pattern,
        "number": number,
        "language": _language(first, composition) if first else "zh",
        "members": sorted(one.members, key=_order),
        "wide": tree(one.members, WIDE),
        "narrow": tree(one.members, NARROW),
    }


def _order(member: Member) -> tuple[str, str]:
    return (member.first.published or "~") if member.first else "~", member.phrase


def _place(use: Use, study: FormulationStudy) -> str:
    """Where a use stands, as a reader would name it: outlet or rung, and the register where it is not the body."""
    named = use.outlet or study.rungs.get(use.rung, "") or use.key
    return named if use.register == "body" else f"{named}, {use.register}"


def before(use: Use) -> str:
    """What stands before a use, as far back as a line of the page has room for it."""
    kept = len(use.before)
    while kept and text_width(use.before[-kept:], 16) > ROOM:
        kept -= 1
    return use.before[len(use.before) - kept :]


def after(use: Use) -> str:
    """What stands after a use, as far as a line has room for it."""
    kept = len(use.after)
    while kept and text_width(use.after[:kept], 16) > ROOM:
        kept -= 1
    return use.after[:kept]


def _line(share: float) -> str:
    """The line of a tier as one says it: 5.18 %."""
    return f"{share * 100:.4g} %"


def _language(anchor: Anchor, composition: Composition) -> str:
    document = composition.evidence.documents.get(anchor.document)
    return document.language if document else "zh"
