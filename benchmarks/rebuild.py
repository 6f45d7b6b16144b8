"""One changed document among many: the full build, a build with nothing changed, and the rebuild."""

import json
import random
import resource
import sys
import tempfile
import time
from pathlib import Path

from dragoman.engines import build
from dragoman.sources import load_case

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from tests.engines.making import make_case, text


def timed(case) -> float:
    begun = time.perf_counter()
    build(case)
    return round(time.perf_counter() - begun, 2)


def main(documents: int) -> None:
    with tempfile.TemporaryDirectory() as place:
        case = load_case(make_case(Path(place) / "case", documents))
        full = timed(case)
        unchanged = timed(case)
        (case.sources / "n0007.txt").write_text(text(random.Random(9), "zh"), "utf-8")
        changed = timed(case)
    figures = {
        "documents": documents,
        "seconds": {"full build": full, "nothing changed": unchanged, "one changed": changed},
        "peak megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
