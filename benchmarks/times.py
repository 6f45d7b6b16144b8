"""Times and quantities a second, beside the libraries one might use instead, on the same texts in the same run.

    python benchmarks/times.py CORPORA [PEERS_PYTHON]

CORPORA is the folder of corpora that lies beside the repository. PEERS_PYTHON is an interpreter of a virtual
environment with `pip install dateparser jionlp ja-timex`; without it only our own figures are printed. The peers run in
a process of their own, since one of them pulls in a library whose licence keeps it out of ours. The Japanese text is
made from the bundled case's notices, for want of a corpus.
"""

import gzip
import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

PEERS = """
import json, sys, time, warnings
warnings.simplefilter("ignore")
texts = json.load(sys.stdin)
def rate(call, some):
    call(some[0][:200])
    begun, done = time.perf_counter(), 0
    for text in some:
        call(text)
        done += len(text.encode())
        if time.perf_counter() - begun > 20:
            break
    return round(done / 1e6 / (time.perf_counter() - begun), 4)
figures = {}
try:
    from dateparser.search import search_dates
    for language, some in texts.items():
        figures["dateparser " + language] = rate(lambda text: search_dates(text, languages=[language]), some)
except ImportError as error:
    figures["dateparser"] = f"not installed: {error}"
try:
    import jionlp
    figures["jionlp zh"] = rate(lambda text: jionlp.ner.extract_time(text), texts["zh"])
except Exception as error:
    figures["jionlp zh"] = f"did not run: {type(error).__name__}: {error}"
try:
    from ja_timex import TimexParser
    parser = TimexParser()
    figures["ja-timex ja"] = rate(parser.parse, texts["ja"])
except Exception as error:
    figures["ja-timex ja"] = f"did not run: {type(error).__name__}: {error}"
print(json.dumps(figures))
"""


def corpora(folder: Path) -> dict[str, list[str]]:
    """Up to about a megabyte of text in each language."""

    def lines(name: str) -> list[str]:
        with gzip.open(folder / name, "rt", encoding="utf-8") as file:
            return [json.loads(line)["text"] for line in file]

    notices = Path(__file__).parents[1] / "src" / "dragoman" / "cases" / "three_visits" / "sources"
    japanese = [path.read_text("utf-8") for path in sorted(notices.glob("*.txt")) if "の" in path.read_text("utf-8")]
    texts = {
        "zh": lines("mfa_presscon_2020_2022_zh.jsonl.gz"),
        "en": lines("kcna_2011h1_en.jsonl.gz"),
        "ja": japanese * 100,
        "ko": lines("dprk_new_year_speeches_ko.jsonl.gz"),
    }
    return {language: _megabyte(some) for language, some in texts.items()}


def _megabyte(texts: list[str]) -> list[str]:
    kept, size = [], 0
    for text in texts:
        if size > 1_000_000:
            break
        kept.append(text)
        size += len(text.encode())
    return kept


def rate(call: Callable[[str], object], texts: list[str]) -> float:
    """Megabytes of UTF-8 a second, the first call (which loads the grammar) not counted."""
    call(texts[0][:200])
    begun = time.perf_counter()
    for text in texts:
        call(text)
    return round(sum(len(text.encode()) for text in texts) / 1e6 / (time.perf_counter() - begun), 2)


def main(folder: Path, peers: str | None) -> None:
    """Print one JSON object with all rates."""
    from dragoman import languages

    texts = corpora(folder)
    figures: dict[str, object] = {}
    for language, some in texts.items():
        figures[f"times {language}"] = rate(lambda text, code=language: languages.times(text, code, "2018-07-18"), some)
        figures[f"quantities {language}"] = rate(lambda text, code=language: languages.quantities(text, code), some)
    if peers:
        done = subprocess.run([peers, "-c", PEERS], input=json.dumps(texts).encode(), capture_output=True, check=True)
        figures["peers"] = json.loads(done.stdout.splitlines()[-1])
    print(json.dumps({"megabytes a second": figures}, ensure_ascii=False, indent=2))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else None)
