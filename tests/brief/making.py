"""A small case in four languages for the tests of this room: texts written for it, events placed by hand."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from dragoman.brief import Evidence
from dragoman.model import (
    BibliographicField,
    BibliographicRecord,
    Case,
    Conflict,
    Document,
    Event,
    Finding,
    Observation,
    Passage,
    Report,
    Source,
    Track,
    content_id,
)
from dragoman.model.document import State

HOSTILE = 'She said <script>alert(1)</script> and "><img src=x onerror=alert(2)> and \u202eturned\u202c & left.\x00'
TEXTS = {
    "n5": ("zh", "2018-03-29", "习近平同金正恩举行会谈\n应习近平邀请，金正恩于3月25日至28日访华。双方会谈，再次会谈。"),
    "n7": ("ja", "2018-03-29", "金正恩氏が訪中\n習氏は「血で結ばれた親善」と述べた。会談は北京で行われた。"),
    "k2": ("ko", "2018-03-28", "김정은 위원장 방중\n3월 25일부터 28일까지 중국을 비공식방문하였다."),
    "e1": ("en", "2018-05-08", f"Kim Jong-un returned to China on May 7-8, 2018.\n{HOSTILE}\nHe met Xi at Dalian."),
}
OUTLETS = {"n5": "人民日报", "n7": "読売新聞", "k2": "조선중앙통신", "e1": "public record"}
TITLES = {"n5": "习近平同金正恩举行会谈", "k2": "김정은 위원장 방중", "e1": 'Kim <b>"returns"</b> \u202eto China'}
READINGS = {"n7": ("Shuushi “chi de musubareta shinzen”", "Xi: “Amity Connected by Blood”")}
CASE = Case(
    Path("case"), "Three visits", date(2018, 3, 1), date(2018, 7, 18),
    tracks=(Track("visits", "China–North Korea"), Track("trade", "US–China trade")), author="A. Analyst",
)  # fmt: skip


def record(key: str) -> BibliographicRecord:
    values = {
        "type": "article-newspaper",
        "title": TITLES.get(key),
        "title-transliterated": READINGS.get(key, (None, None))[0],
        "title-translated": READINGS.get(key, (None, None))[1],
        "container-title": OUTLETS[key],
        "issued": TEXTS[key][1],
    }
    return BibliographicRecord(tuple(BibliographicField(n, v, f"sidecar {key}.toml") for n, v in values.items() if v))


def source(key: str) -> Source:
    return Source(f"so-{key}", f"press/{key}.txt", key, record(key), "readout", "B")


def document(key: str, text: str | None = None, state: State = "whole", warnings: tuple[str, ...] = ()) -> Document:
    language, issued, standing = TEXTS[key]
    body = standing if text is None else text
    title = Passage(0, len(body.split("\n", 1)[0]), "title")
    return Document(
        content_id("do", key, body), f"so-{key}", content_id("x", body)[2:] * 4, body, language, issued, "text 1",
        state, (title,), len(body), len(body), warnings,
    )  # fmt: skip


def report(key: str, words: str, first: date, last: date) -> Observation:
    start = TEXTS[key][2].index(words)
    reading = Report(
        start, start + len(words), words, "visit", "CONSULT", 1, ("PRK",), ("CHN",), first, last, "range", "stated",
        "beijing", "done", None, "visit.zh[0]", (start, start + 1),
    )  # fmt: skip
    return Observation(document(key).id, "report", "frames 1", reading)


MARCH = (date(2018, 3, 25), date(2018, 3, 28))
MAY = (date(2018, 5, 7), date(2018, 5, 8))
REPORTS = (
    report("n5", "金正恩于3月25日至28日访华", *MARCH),
    report("k2", "3월 25일부터 28일까지 중국을 비공식방문하였다", *MARCH),
    report("e1", "Kim Jong-un returned to China on May 7-8, 2018", *MAY),
)


def visit(name: str, days: tuple[date, date], reports: Iterable[Observation], **more: object) -> Event:
    held = tuple(one.id for one in reports)
    return Event(
        content_id("ev", name), "visit", "CONSULT", 1, ("PRK",), ("CHN",), *days, "range", "beijing", "done", "visits",
        name, held, len(held), **more,  # type: ignore[arg-type]
    )  # fmt: skip


EVENTS = (
    visit("Kim visits China: Beijing", MARCH, REPORTS[:2], conflicts=(
        Conflict("date", (("2018-03-25/2018-03-28", (REPORTS[0].id,)), ("2018-03-26/2018-03-28", (REPORTS[1].id,)))),)),
    visit("Kim visits China: Dalian <i>", MAY, REPORTS[2:]),
)  # fmt: skip
FINDING = Finding(
    "fi-1", "witnesses", "single witness", "1 of 2 events rests on a single witness.", (REPORTS[2].anchor,),
    (EVENTS[1].id,),
)  # fmt: skip


def evidence(**changes: object) -> Evidence:
    """The whole case; `changes` replace fields."""
    fields: dict[str, object] = {
        "case": CASE,
        "sources": tuple(source(key) for key in TEXTS),
        "documents": {document(key).id: document(key) for key in TEXTS},
        "observations": {one.id: one for one in REPORTS},
        "events": EVENTS,
        "findings": (FINDING,),
        "names": {"beijing": "Beijing"},
    }
    return Evidence(**{**fields, **changes})  # type: ignore[arg-type]


BRIEF = """---
title: Three visits
author: A. Analyst
date: 2018-07-18
---

## What happened

Kim came in March [@n5 "金正恩于3月25日至28日访华"; @k2 "비공식방문하였다"]. Xi spoke of blood. [@n7 "血で結ばれた親善"]

::: own
So we think, without a note.
:::

```{chronology}
tracks: [visits]
```

- He returned in May. [@e1 "returned to China on May 7-8, 2018"]

```{finding}
analysis: witnesses
```
"""
