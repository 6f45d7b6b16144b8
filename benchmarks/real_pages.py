"""A folder of real pages made into a case, a chronology and a brief: what is kept, how fast, in how much memory.

The date of a page is compared with the one in its file's name (2020-10-20_962.html), where there is one.
"""

import json
import re
import resource
import sys
import tempfile
import time
from html.parser import HTMLParser
from pathlib import Path

from dragoman.brief import gather, write_pages
from dragoman.engines import build, observing, reading
from dragoman.engines.progress import silent
from dragoman.sources import add_files, create_case, limits_from, scan
from dragoman.store import open_store


class Shown(HTMLParser):
    """The text that a page shows, without scripts and styles; the standard library's parser, not the reader's."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.hidden = 0
        self.script: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.hidden += tag in {"script", "style"}

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in {"script", "style"}

    def handle_data(self, data: str) -> None:
        if self.hidden and len(data.strip()) > 20:
            self.script.append(data.strip()[:40])


def main(folder: Path) -> None:
    files = sorted(folder.glob("*.htm*"))
    megabytes = sum(file.stat().st_size for file in files) / 1e6
    figures: dict[str, object] = {"pages": len(files), "megabytes": round(megabytes, 2)}
    with tempfile.TemporaryDirectory() as place:
        case = create_case(Path(place) / "case", "Real pages")
        add_files(case, [folder])
        times: dict[str, float] = {}
        with open_store(case.store) as store:
            begun = time.perf_counter()
            reading.read_changed(case, store, scan(case), limits_from(()), 2, silent)
            times["read"] = time.perf_counter() - begun
            begun = time.perf_counter()
            observing.observe_changed(store, 2, silent, case.gazetteer)
            times["observe"] = time.perf_counter() - begun
        begun = time.perf_counter()
        build(case)
        times["join"] = time.perf_counter() - begun
        begun = time.perf_counter()
        again = build(case)
        times["nothing changed"] = time.perf_counter() - begun
        with open_store(case.store) as store:
            begun = time.perf_counter()
            evidence = gather(case, store)
            written = write_pages(evidence, case.brief.read_text("utf-8"), case.pages)
            times["brief"] = time.perf_counter() - begun
        names = {source.id: source.path for source in evidence.sources}
        dated = [
            document.published == match.group()
            for document in evidence.documents.values()
            if (match := re.match(r"\d{4}-\d\d-\d\d", names[document.source]))
        ]
        kept = sum(document.kept for document in evidence.documents.values())
        counted = sum(document.counted for document in evidence.documents.values())
        lowest = min(document.kept / document.counted for document in evidence.documents.values())
        leaked = 0
        for document in evidence.documents.values():
            page = Shown()
            page.feed((case.sources / names[document.source]).read_text("utf-8"))
            leaked += sum(script in document.text for script in page.script)
        pages = list(case.pages.rglob("*.html"))
        figures |= {
            "dated as their names say": f"{sum(dated)} of {len(dated)}",
            "characters kept": f"{kept} of {counted} ({100 * kept / counted:.3f} %), lowest page {100 * lowest:.3f} %",
            "scripts of a page in its text": leaked,
            "scripts in the pages written": sum("<script" in path.read_text("utf-8") for path in pages),
            "counts": again.counts,
            "claims that do not hold": len(written.problems),
            "seconds": {stage: round(seconds, 2) for stage, seconds in times.items()},
            "megabytes a second": {stage: round(megabytes / times[stage], 2) for stage in ("read", "observe", "brief")},
            "peak megabytes": {
                "program": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
                "largest child": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024,
            },
        }
    print(json.dumps(figures, ensure_ascii=False, indent=2))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
