"""What a history says, as findings: each a sentence with its figures, the anchors it rests on and its caveats."""

from collections.abc import Iterator

from dragoman.analysis.formulations.chains import Link
from dragoman.analysis.formulations.history import History, Use
from dragoman.analysis.formulations.ladders import Ladders
from dragoman.model import Anchor, Finding, content_id

ANALYSIS = "formulations"
_IMPRECISE = "A text dated only to a year or a month counts before every day of it."
_QUESTION = "The first use is in a question put to the source, not in its own words."
_CHANCE = "Words may stand together by chance: read the line before you doubt the date."
_PEOPLES_DAILY = "The upper lines of the scale were drawn for a year's articles of the People's Daily."


def history_findings(history: History, ladders: Ladders) -> tuple[Finding, ...]:
    """The findings of one history, in a fixed order: use, anachronism, spread, jumps, silence."""
    if not history.documents:
        sentence = f"“{history.phrase}” stands nowhere in {documents_in_words(history.of)}."
        return (_finding(history, "absent", sentence, ()),)
    return (
        _use(history),
        *_anachronism(history),
        *_spread(history, ladders),
        *_jumps(history),
        *_silence(history),
    )


def chain_findings(links: tuple[Link, ...]) -> tuple[Finding, ...]:
    """A finding for each short form that took the place of its long form."""
    found = []
    for link in links:
        if link.overtaken is None:
            continue
        long, short = sum(year.long for year in link.years), sum(year.short for year in link.years)
        sentence = (
            f"From {link.overtaken} on, the short form “{link.short}” stands in more documents a year, outside "
            f"“{link.long}”, than the long form does."
        )
        figures = (("documents with the long form", str(long)), ("documents with the short form alone", str(short)))
        parameters = (("short", link.short), ("long", link.long), ("kind", link.kind))
        caveats = ("Only the years with documents in the corpus are compared.",)
        identity = content_id("fi", ANALYSIS, sentence)
        found.append(Finding(identity, ANALYSIS, "shortened", sentence, (), (), figures, parameters, caveats))
    return tuple(found)


def _use(history: History) -> Finding:
    first, last = history.first, history.last
    figures = (
        ("documents", str(history.documents)), ("of", str(history.of)), ("occurrences", str(history.occurrences)),
        ("share", f"{history.share:.4f}"), ("tier", history.tier),
    )  # fmt: skip
    stands = f"“{history.phrase}” stands in {history.documents} of {documents_in_words(history.of)}"
    if first is None or last is None:
        return _finding(history, "descriptive", f"{stands}, none of them dated.", (), figures)
    sentence = f"{stands}, first on {first.published}{_asked(first)} and last on {last.published}."
    caveats = [_IMPRECISE] if len(first.published or "") < 10 else []
    caveats += [_QUESTION] if first.register == "question" else []
    caveats += [f"{documents_in_words(history.undated)} with it have no date."] if history.undated else []
    return _finding(history, "descriptive", sentence, (first.anchor, last.anchor), figures, tuple(caveats))


def _asked(use: Use) -> str:
    return " (in a question)" if use.register == "question" else ""


def _anachronism(history: History) -> Iterator[Finding]:
    coined = history.coinage
    if coined is None or not history.anachronisms:
        return
    early = history.anachronisms
    having = documents_in_words(len(early))
    sentence = (
        f"“{history.phrase}” was first used in public on {coined.day}, but stands in {having} dated before, the "
        f"earliest {early[0].published}: their dates are wrong."
    )
    yield _finding(
        history, "anachronism", sentence, tuple(use.anchor for use in early),
        (("coined", coined.day), ("source", coined.source)), (_CHANCE,),
    )  # fmt: skip


def _spread(history: History, ladders: Ladders) -> Iterator[Finding]:
    """On a ladder with two rungs or more: whether use went straight from one end to the other."""
    by_ladder: dict[str, list[tuple[str, str, int]]] = {}
    for rung, day in history.first_by_rung:
        known = ladders.rungs.get(rung)
        if known:
            by_ladder.setdefault(known.ladder, []).append((known.title, day, known.level))
    for steps in by_ladder.values():
        if len(steps) < 2:
            continue
        levels = [level for _, _, level in steps]
        if levels not in (sorted(levels), sorted(levels, reverse=True)):
            continue
        way = "down" if levels == sorted(levels) else "up"
        told = ", ".join(f"{title} {day}" for title, day, _ in steps)
        yield _finding(
            history, f"{way}ward spread", f"“{history.phrase}” spread {way} its ladder: {told}.",
            (history.first.anchor,) if history.first else (), caveats=(_IMPRECISE,),
        )  # fmt: skip


def _jumps(history: History) -> Iterator[Finding]:
    for jump in history.jumps:
        verb = "rose" if jump.tiers > 0 else "fell"
        sentence = (
            f"“{history.phrase}” {verb} {abs(jump.tiers)} tiers between {jump.before} and {jump.after}, "
            f"{jump.from_tier} to {jump.to_tier}."
        )
        anchors: tuple[Anchor, ...] = (history.first.anchor,) if history.first else ()
        yield _finding(history, "jump", sentence, anchors, (("tiers", str(jump.tiers)),), (_PEOPLES_DAILY,))


def _silence(history: History) -> Iterator[Finding]:
    quiet = history.silence
    if quiet is None or quiet.verdict != "silent" or history.last is None:
        return
    sentence = (
        f"“{history.phrase}” has not been used since {quiet.since}: {quiet.days} days, longer than any gap before "
        f"({quiet.longest}); {documents_in_words(quiet.documents)} came out without it."
    )
    yield _finding(
        history, "silent", sentence, (history.last.anchor,),
        (("days", str(quiet.days)), ("usual gap", f"{quiet.usual:g}"), ("chance", f"{quiet.chance:.4f}")),
        ("The chance takes documents as independent draws at the phrase's earlier share.",),
    )  # fmt: skip


def _finding(  # noqa: PLR0913, PLR0917
    history: History,
    verdict: str,
    sentence: str,
    anchors: tuple[Anchor, ...],
    figures: tuple[tuple[str, str], ...] = (),
    caveats: tuple[str, ...] = (),
) -> Finding:
    identity = content_id("fi", ANALYSIS, sentence, *(anchor.id for anchor in anchors))
    return Finding(
        identity, ANALYSIS, verdict, sentence, anchors, (), figures, (("phrase", history.phrase),), caveats
    )  # fmt: skip


def documents_in_words(number: int) -> str:
    """
    >>> documents_in_words(1), documents_in_words(2)
    ('1 document', '2 documents')
    """
    return f"{number} document{'' if number == 1 else 's'}"
