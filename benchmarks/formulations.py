"""Formulations: counting, discovery and histories, beside the tools one might use instead, in the same run.

    python benchmarks/formulations.py DATA [PART…]

DATA is the folder that lies beside the repository (corpora/ and gold/). The parts are gold, count, discover, cost and
history; all of them where none is named. A peer (pyahocorasick, duckdb, gensim, jieba) that is not installed is told in
a plain line. Rates are megabytes of UTF-8 a second of processor time in one process; memory is what the process holds
at its peak above what it held with numpy loaded, the texts included.
"""

import csv
import gzip
import json
import random
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from importlib import import_module, resources
from pathlib import Path
from typing import Any

from dragoman.analysis.formulations import (
    Calendar,
    PhraseIndex,
    Settings,
    Text,
    count,
    discover,
    load_ladders,
    phrase_index,
    totals,
    trace,
)
from dragoman.analysis.formulations.discovering import candidates
from dragoman.analysis.formulations.shelf import write_index
from dragoman.analysis.formulations.tiers import load_scale
from dragoman.sources.registers import passages_in

SEED = 20180507
DOCUMENTS = 200_000
STRINGS = 1_000
SIZES = (5, 15, 50, 150)


def rows_of(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def measured_texts(data: Path) -> list[Text]:
    """The press conferences and the dated work reports: what the gold set was counted over."""
    rung = load_ladders().rung
    conferences = rows_of(data / "corpora" / "mfa_presscon_2020_2022_zh.jsonl.gz")
    reports = [row for row in rows_of(data / "corpora" / "government_work_reports.jsonl.gz") if row["year"]]
    rows = [(row["id"], row["text"], row["date"], "mfa", row["title"]) for row in conferences]
    rows += [(f"report-{row['year']}", row["content"], str(row["year"]), "npc", row["title"]) for row in reports]
    return [
        Text(name, text, day, "zh", outlet, found.id if (found := rung("", "", title)) else "", "", passages_in(text))
        for name, text, day, outlet, title in rows
    ]


def chinese_texts(data: Path) -> list[Text]:
    """Those and the reports to the Party's congresses."""
    more = rows_of(data / "corpora" / "cpc_congress_reports.jsonl.gz")
    return measured_texts(data) + [Text(f"cpc-{at}", row["content"], outlet="cpc") for at, row in enumerate(more)]


def known(data: Path) -> list[dict[str, str]]:
    with (data / "gold" / "formulations_zh.csv").open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def by_language(data: Path) -> dict[str, list[str]]:
    """Texts of each language; Japanese from the bundled case, for want of a corpus."""
    corpora = data / "corpora"
    notices = resources.files("dragoman.cases") / "three_visits" / "sources"
    notes = [one.read_text("utf-8") for one in notices.iterdir() if one.name.endswith(".txt")]
    return {
        "zh": [text.text for text in measured_texts(data)],
        "en": [row["text"] for row in rows_of(corpora / "kcna_2011h1_en.jsonl.gz")],
        "ja": [note for note in notes if any("\u3041" <= character <= "\u30ff" for character in note)],
        "ko": [row["text"] for row in rows_of(corpora / "dprk_new_year_speeches_ko.jsonl.gz")],
    }


def cut_anywhere(texts: list[str], number: int, seed: int = SEED) -> list[str]:
    """Random strings of 2 to 12 characters out of texts, wherever they fall."""
    dice = random.Random(seed)
    strings: list[str] = []
    while len(strings) < number:
        text = dice.choice(texts)
        at = dice.randrange(max(1, len(text) - 12))
        piece = text[at : at + dice.randint(2, 12)]
        if piece.strip():
            strings.append(piece)
    return strings


def megabytes(texts: list[str]) -> float:
    return sum(len(text.encode()) for text in texts) / 1e6


def rate(size: float, work: Callable[[], Any]) -> float:
    begun = time.process_time()
    work()
    return round(size / (time.process_time() - begun), 2)


def peer(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError:
        print(f"{name} is not installed: its figures are left out", file=sys.stderr)
        return None


def gold(data: Path) -> dict[str, Any]:
    """Histories against the gold set, and against a scan of all texts for random strings of each language."""
    texts = measured_texts(data)
    index, rows = phrase_index(texts), known(data)
    calendar, scale = Calendar(index), load_scale()
    right = sum(
        (told.documents, told.occurrences, told.first.published if told.first else "")
        == (int(row["documents"]), int(row["occurrences"]), row["first_document"])
        for row in rows
        for told in (trace(index, row["formulation"], scale, {}, calendar),)
    )
    figures: dict[str, Any] = {"rows": len(rows), "rows right": right}
    for language, own in by_language(data).items():
        indexed = phrase_index(Text(str(at), text) for at, text in enumerate(own))
        strings = cut_anywhere(own, 200)
        figures[f"{language} strings right of {len(strings)}"] = sum(
            as_traced(indexed, string) == scanned(own, string) for string in strings
        )
    return figures


def as_traced(index: PhraseIndex, string: str) -> tuple[int, int]:
    told = trace(index, string, load_scale(), {})
    return told.documents, told.occurrences


def scanned(texts: list[str], string: str) -> tuple[int, int]:
    return sum(string in text for text in texts), sum(text.count(string) for text in texts)


def counting(data: Path) -> dict[str, Any]:
    """A thousand phrases: the known ones and random strings of 4 to 10 characters."""
    texts = measured_texts(data)
    bare = [text.text for text in texts]
    size = megabytes(bare)
    phrases = list(dict.fromkeys([row["formulation"] for row in known(data)] + cut_anywhere(bare, 3_000)))
    phrases = [phrase for phrase in phrases if len(phrase) >= 4][:1_000]
    ours = totals(bare, phrases)
    figures: dict[str, Any] = {
        "phrases": len(phrases),
        "MB": round(size, 2),
        "equal to str.count on": sum(ours[phrase] == scanned(bare, phrase) for phrase in phrases),
        "ours, documents and occurrences": rate(size, lambda: totals(bare, phrases)),
        "ours, by document and register": rate(size, lambda: list(count(texts, phrases))),
        "str.count": rate(size, lambda: [text.count(phrase) for text in bare for phrase in phrases]),
    }
    ahocorasick = peer("ahocorasick")
    if ahocorasick:
        automaton = ahocorasick.Automaton()
        for phrase in phrases:
            automaton.add_word(phrase, phrase)
        automaton.make_automaton()
        figures["pyahocorasick"] = rate(
            size, lambda: [Counter(hit for _, hit in automaton.iter(text)) for text in bare]
        )
    duckdb = peer("duckdb")
    if duckdb:
        base = duckdb.connect(config={"threads": 1})
        base.execute("CREATE TABLE document (body VARCHAR)")
        base.executemany("INSERT INTO document VALUES (?)", [[text] for text in bare])
        base.execute("CREATE TABLE phrase (words VARCHAR)")
        base.executemany("INSERT INTO phrase VALUES (?)", [[phrase] for phrase in phrases])
        asked = (
            "SELECT words, count(*), sum((length(body) - length(replace(body, words, ''))) // length(words)) "
            "FROM document JOIN phrase ON contains(body, words) GROUP BY words"
        )
        figures["duckdb"] = rate(size, lambda: base.execute(asked).fetchall())
    return figures


def discovery(data: Path) -> dict[str, Any]:
    """Speed end to end, recall of the known, and the peers on the same texts."""
    texts, ladders = measured_texts(data), load_ladders()
    bare = [text.text for text in texts]
    size = megabytes(bare)
    wanted = {row["formulation"] for row in known(data) if int(row["documents"]) >= 5 and len(row["formulation"]) >= 4}
    found = {one.phrase for one in candidates(texts, Settings())}
    new = [one.phrase for one in discover(texts, Settings(since="2021-06"), ladders, limit=30)]
    initiatives = ("全球发展倡议", "全球安全倡议", "中国式现代化")
    figures: dict[str, Any] = {
        "MB": round(size, 2),
        "ours": rate(size, lambda: discover(texts, Settings(), ladders)),
        "candidates": len(found),
        "recall": f"{len(wanted & found)} of {len(wanted)}",
        **judged(one.phrase for one in discover(texts, Settings(), ladders, limit=200)),
        "places among the new since 2021-06": {one: new.index(one) + 1 for one in initiatives if one in new},
    }
    jieba = peer("jieba")
    if jieba:
        jieba.setLogLevel(60)
        jieba.initialize()
        sample = bare[:: max(1, len(bare) // 60)]  # a tenth, for they are slow
        cut = megabytes(sample)
        grams: dict[str, set[int]] = {}

        def jieba_grams() -> None:
            for at, text in enumerate(sample):
                words = list(jieba.cut(text))
                for start in range(len(words)):
                    for end in range(start + 1, min(start + 6, len(words)) + 1):
                        grams.setdefault("".join(words[start:end]), set()).add(at)

        figures["jieba n-grams, on a tenth"] = rate(cut, jieba_grams)
        models = peer("gensim.models")
        if models:

            def phrases() -> None:
                lines = [list(jieba.cut(line)) for text in sample for line in text.split("\n")]
                first = models.Phrases(lines, min_count=5)
                second = models.Phrases(first[lines], min_count=5)
                for line in lines:
                    list(second[first[line]])

            figures["gensim Phrases over jieba, on a tenth"] = rate(cut, phrases)
    return figures


def judged(phrases: Iterable[str]) -> dict[str, Any]:
    """How many of the phrases a person has judged, and how many of those are clean."""
    with (Path(__file__).parents[1] / "evaluation" / "formulations" / "judged_zh.csv").open(encoding="utf-8") as lines:
        said = {row["phrase"]: row["judgement"] for row in csv.DictReader(lines) if row["list"] == "all"}
    known = [said[phrase] for phrase in phrases if phrase in said]
    return {"judged of the first 200": len(known), "clean of those": known.count("clean")}


def grown(texts: list[Text], size: float) -> list[Text]:
    """Texts up to so many megabytes: as they are, then paragraphs shuffled, 5 % of characters changed."""
    dice = random.Random(SEED)
    paragraphs = [line for text in texts for line in text.text.split("\n") if line.strip()]
    characters = sorted({character for line in paragraphs[:2_000] for character in line})
    made: list[Text] = []
    held = 0.0
    for text in texts:
        if held < size:
            made.append(text)
            held += len(text.text.encode()) / 1e6
    while held < size:
        lines = []
        for line in dice.choices(paragraphs, k=30):
            changed = list(line)
            for at in dice.sample(range(len(changed)), len(changed) // 20):
                changed[at] = dice.choice(characters)
            lines.append("".join(changed))
        day = date(2000, 1, 1) + timedelta(days=dice.randrange(9_000))
        made.append(Text(f"made-{len(made)}", "\n".join(lines), day.isoformat(), outlet=f"made-{len(made) % 7}"))
        held += len(made[-1].text.encode()) / 1e6
    return made


def held_memory() -> int:
    """Peak memory of this process in bytes; Linux tells it of this program alone, without the one that started it."""
    status = Path("/proc/self/status")
    if status.exists():
        (line,) = (line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def cost_of(data: Path, size: float) -> dict[str, Any]:
    """One point of the curve, in a process of its own so that its peak is its own."""
    phrase_index([Text("do-1", "会晤")])
    before = held_memory()
    texts = sorted(grown(chinese_texts(data), size), key=lambda text: text.published or "")
    characters = sum(len(text.text) for text in texts)
    loaded, begun = held_memory(), time.perf_counter()
    processor = time.process_time()
    discover(texts, Settings(), load_ladders())
    return {
        "MB": round(megabytes([text.text for text in texts]), 1),
        "documents": len(texts),
        "seconds": round(time.perf_counter() - begun, 2),
        "processor seconds": round(time.process_time() - processor, 2),
        "bytes a character, texts included": round((held_memory() - before) / characters, 1),
        "bytes a character, above the texts": round((held_memory() - loaded) / characters, 1),
    }


def cost(data: Path) -> dict[str, Any]:
    figures = {}
    for size in SIZES:
        run = [sys.executable, __file__, str(data), f"cost-of-{size}"]
        told = json.loads(subprocess.run(run, check=True, capture_output=True, text=True).stdout)
        figures[f"{size} MB"] = told[f"cost-of-{size}"]
    return figures


def shuffled(paragraphs: list[str], documents: int) -> Iterator[Text]:
    """Documents of three to eight real paragraphs each, dated over 25 years."""
    dice = random.Random(SEED)
    pool: list[str] = []
    for number in range(documents):
        some = dice.randint(3, 8)
        while len(pool) < some:
            pool += dice.sample(paragraphs, len(paragraphs))
        day = date(2000, 1, 1) + timedelta(days=dice.randrange(9_000))
        yield Text(f"do-{number:016x}", "\n".join(pool[:some]), day.isoformat(), outlet=f"outlet-{number % 5}")
        del pool[:some]


def histories(data: Path) -> dict[str, Any]:
    """Latency over 200,000 documents, a check by scan, and SQLite's trigram index over a tenth of them."""
    paragraphs = [line for text in measured_texts(data) for line in text.text.split("\n") if line.strip()]
    strings = cut_anywhere(paragraphs, STRINGS)
    figures: dict[str, Any] = {"documents": DOCUMENTS, "strings": STRINGS}
    with tempfile.TemporaryDirectory() as folder:
        begun = time.perf_counter()
        index = write_index(Path(folder), "ix", shuffled(paragraphs, DOCUMENTS))
        figures["seconds to index"] = round(time.perf_counter() - begun, 1)
        figures["MB peak to index"] = round(held_memory() / 1e6)
        calendar, scale = Calendar(index), load_scale()
        figures |= latency("ours", strings, lambda string: trace(index, string, scale, {}, calendar))
        sample = cut_anywhere(paragraphs, 40, SEED + 1)
        told = [as_traced(index, string) for string in sample]
        scan = [[0, 0] for _ in sample]
        for text in shuffled(paragraphs, DOCUMENTS):
            for row, string in zip(scan, sample, strict=True):
                often = text.text.count(string)
                row[0] += often > 0
                row[1] += often
        figures["equal to a scan, of 40"] = sum(one == tuple(row) for one, row in zip(told, scan, strict=True))
        figures |= trigram(Path(folder) / "peer.db", paragraphs, strings[:200])
    return figures


def latency(name: str, strings: list[str], ask: Callable[[str], Any]) -> dict[str, Any]:
    taken = []
    for string in strings:
        begun = time.perf_counter()
        ask(string)
        taken.append((time.perf_counter() - begun) * 1_000)
    cuts = statistics.quantiles(taken, n=100)
    return {f"{name}, ms median": round(cuts[49], 2), f"{name}, ms 99th percentile": round(cuts[98], 2)}


def trigram(path: Path, paragraphs: list[str], strings: list[str]) -> dict[str, Any]:
    """SQLite's trigram index: documents and days of those that hold a string of three characters or more."""
    documents = DOCUMENTS // 10
    base = sqlite3.connect(path)
    base.execute("CREATE VIRTUAL TABLE document USING fts5(day UNINDEXED, body, tokenize='trigram')")
    texts = [(text.published, text.text) for text in shuffled(paragraphs, documents)]
    base.executemany("INSERT INTO document VALUES (?, ?)", texts)

    def ask(string: str) -> list[tuple[str, str]]:
        quoted = '"' + string.replace('"', '""') + '"'
        found = base.execute("SELECT day, body FROM document WHERE document MATCH ?", (quoted,)).fetchall()
        return [(day, body.count(string)) for day, body in found]

    short = sum(len(string) < 3 for string in strings)
    figures = latency(f"SQLite trigram over {documents:,} documents", strings, ask)
    return {**figures, "strings too short for the trigram index": f"{short} of {len(strings)}"}


PARTS = {"gold": gold, "count": counting, "discover": discovery, "cost": cost, "history": histories}


def main() -> None:
    data, parts = Path(sys.argv[1]), sys.argv[2:] or list(PARTS)
    figures = {}
    for part in parts:
        if part.startswith("cost-of-"):
            figures[part] = cost_of(data, float(part.removeprefix("cost-of-")))
        else:
            figures[part] = PARTS[part](data)
    print(json.dumps(figures, ensure_ascii=False, indent=2))


if __name__ == "__main__":
    main()
