"""The pages of a case: the brief, the chronology, and every source as it was read; static, linked relatively."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from itertools import groupby
from pathlib import Path

from markupsafe import Markup

from dragoman.analysis.chronology import chronology
from dragoman.analysis.day_words import MONTHS, day_in_words
from dragoman.brief.body import body
from dragoman.brief.claims import check_brief, claims
from dragoman.brief.compose import Composition, compose
from dragoman.brief.contents import STUDIED
from dragoman.brief.draft import Draft, Problem, read_draft, split_title
from dragoman.brief.event_rows import EventRow, event_rows
from dragoman.brief.evidence import Evidence
from dragoman.brief.notes import Note, notes
from dragoman.brief.picture import drawn_days, picture
from dragoman.brief.source_page import Resting, resting, source_page
from dragoman.brief.studies import NOTHING, Studies
from dragoman.brief.study_pages import study_pages
from dragoman.brief.writing import remove_stale, write_atomically
from dragoman.model import Source


@dataclass(frozen=True, slots=True)
class Written:
    """What `write_pages` left: every page's path in a fixed order, the problems of the brief, and how many notes."""

    paths: tuple[Path, ...]
    problems: tuple[Problem, ...]
    notes: int


def write_pages(evidence: Evidence, brief_text: str, out: Path, studies: Studies = NOTHING) -> Written:
    """Write all pages of a case into the folder `out`.

    index.html (the brief), chronology.html, a page for each of the `studies`, sources/index.html, sources/<key>.html
    and style.css; equal input gives equal bytes. A brief with problems is still set: each unsupported claim says so in
    its place. Pages of sources that left the case, and of studies that it no longer asks for, are removed.

    Raises OSError where the folder cannot be written.
    """
    composition = compose(evidence, studies)
    draft = read_draft(brief_text)
    numbered = notes(draft, composition.catalogue)
    paths = []
    for name, text in _pages(composition, draft, numbered):
        path = out / name
        write_atomically(path, text)
        paths.append(path)
    written = {path.name for path in paths}
    remove_stale(out / "sources", written)
    remove_stale(out, written | {path.name for path in out.glob("*.html")} - {entry.link for entry in STUDIED})
    return Written(tuple(paths), tuple(check_brief(evidence, brief_text)), len(numbered))


def _pages(composition: Composition, draft: Draft, numbered: Sequence[Note]) -> Iterator[tuple[str, str]]:
    yield "index.html", _brief_page(composition, draft, numbered)
    yield "chronology.html", _chronology_page(composition)
    yield from study_pages(composition)
    found = resting(composition, numbered)
    yield "sources/index.html", _sources_page(composition, found)
    for source in composition.catalogue.sources:
        document = composition.catalogue.document(source)
        held = found.get(document.id, Resting()) if document else Resting()
        yield f"sources/{composition.page_names[source.id]}", source_page(source, composition, held)
    yield "style.css", files("dragoman.brief").joinpath("templates/style.css").read_text("utf-8")


def _brief_page(composition: Composition, draft: Draft, numbered: Sequence[Note]) -> Markup:
    heading, draft = split_title(draft)
    unsupported = [claim for claim in claims(draft) if not claim.citations]
    case = composition.evidence.case
    front = {name: draft.front.get(name, "") for name in ("series", "number", "subtitle", "author", "date", "abstract")}
    return composition.render(
        "brief.html", root="", here="brief", language=draft.language, case_title=case.title,
        title=draft.front.get("title") or heading or case.title,
        front={**front, "author": front["author"] or case.author},
        day=_day_words(front["date"]), text=body(draft, composition, numbered, unsupported), notes=numbered,
    )  # fmt: skip


def _chronology_page(composition: Composition) -> Markup:
    evidence, case = composition.evidence, composition.evidence.case
    whole = chronology(evidence.events, case.tracks)
    drawn = chronology(evidence.events, case.tracks, *drawn_days(case, whole.events))
    if not drawn.events:
        drawn = whole
    rows = event_rows(whole.events, composition)
    undated = event_rows(whole.undated, composition)
    outside = len(whole.events) - len(drawn.events)
    months = [(month, tuple(held)) for month, held in groupby(rows, key=_month)]
    return composition.render(
        "chronology.html", root="", here="chronology", language="en", title="Chronology", case_title=case.title,
        rows=rows, undated=undated, outside=outside,
        months=[*months, *([("Without a date", undated)] if undated else [])],
        rounds=composition.studies.rounds,
        figure=(
            picture(drawn, (), composition, "c", outside=outside, rounds=composition.studies.rounds)
            if whole.events
            else ""
        ),
    )  # fmt: skip


def _sources_page(composition: Composition, found: dict[str, Resting]) -> Markup:
    rows = [_source_row(source, composition, found) for source in composition.catalogue.sources]
    rows.sort(key=lambda row: (str(row["date"]) or "9", str(row["key"])))
    languages = Counter(str(row["language"]) for row in rows if row["state"] != "refused")
    return composition.render(
        "sources.html", root="../", here="sources", language="en", title="Sources",
        case_title=composition.evidence.case.title, rows=rows, languages=sorted(languages.items()),
        refused=sum(row["state"] == "refused" for row in rows),
    )  # fmt: skip


def _source_row(source: Source, composition: Composition, found: dict[str, Resting]) -> dict[str, object]:
    document = composition.catalogue.document(source)
    language = composition.catalogue.language(source)
    record = source.record
    title = record.value("title") or record.value("title-transliterated") or source.path
    held = found.get(document.id) if document else None
    return {
        "key": source.key,
        "page": composition.source_page(source.id).removeprefix("sources/"),
        "date": record.value("issued") or (document.published if document else "") or "",
        "title": composition.letters(title, language),
        "gloss": record.value("title-translated"),
        "outlet": record.value("container-title") or record.value("publisher") or "",
        "language": language,
        "notes": len({number for number, _quote, _link in held.notes}) if held else 0,
        "state": document.state if document else "refused",
        "why": "; ".join(document.warnings) if document else "nothing of it is stored",
    }


def _month(row: EventRow) -> str:
    """The heading that a row stands under: its month, or its year where no more is known."""
    year, month, _day = row.iso.split("-")
    if row.event.precision in {"year", "decade", "century", "half", "season", "quarter"}:
        return year
    return f"{MONTHS[int(month) - 1]} {year}"


def _day_words(text: str) -> str:
    try:
        return day_in_words(date.fromisoformat(text))
    except ValueError:
        return text
