"""Habits: usual answers and departures from them on real press conferences, to be judged by eye.

    python benchmarks/habits.py DATA [--most N] [--read]

DATA is the folder that lies beside the repository (corpora/). Prints how many exchanges, topics, phrases, usual answers
and departures there are, the seconds of processor time a megabyte, and the first N departures; with `--read` also what
was asked and answered, and where the habit last stood.
"""

import argparse
import gzip
import json
import time
from pathlib import Path

from dragoman.analysis.formulations import Text
from dragoman.analysis.habits import Practice, Told, departures, exchanges, habits, practice, told, topics
from dragoman.gazetteer import load
from dragoman.sources.registers import passages_in


def conferences(data: Path) -> list[Text]:
    with gzip.open(data / "corpora" / "mfa_presscon_2020_2022_zh.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = sorted(map(json.loads, lines), key=lambda row: (row["date"], row["id"]))
    return [
        Text(row["id"], row["text"], row["date"], "zh", "mfa", "", row["id"], passages_in(row["text"])) for row in rows
    ]


def shown(known: Practice, number: int, one: Told, whole: bool) -> None:
    departure, near = one.departure, one.nearest
    answers = [known.exchanges[at] for at in departure.exchanges]
    chance = departure.chance
    print(
        f"{number}. {answers[0].published} {departure.topic}: {one.phrase}  {departure.carried}/{departure.last}, run "
        f"{departure.run}, lift {departure.lift:.0f}, usual {departure.usual}, later without "
        f"{departure.without}/{departure.later}, chance {chance.value:.2f} ({chance.low:.2f}-{chance.high:.2f}); "
        f"{f'{near.anchor.quote} {near.likeness}' if near else 'nothing near'}; also "
        f"{', '.join(known.phrases[other] for other in departure.also)}; new {', '.join(a.quote for a in one.instead)}"
    )
    for answer in answers if whole else ():
        print(f"    asked: {answer.asked[:160]!r}\n    said: {answer.answered[:700]!r}")
    if whole and one.before:
        last = next(known.exchanges[at] for at in departure.before)
        place = last.answered.find(one.before[0].quote)
        print(f"    before, {last.published}: {last.answered[max(0, place - 60) : place + 80]!r}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--most", type=int, default=20)
    parser.add_argument("--read", action="store_true")
    given = parser.parse_args()
    texts = conferences(given.data)
    gazetteer = load()
    begun = time.process_time()
    found = list(exchanges(texts))
    on = topics(found, gazetteer)
    known = practice(found, gazetteer)
    usual, departed = habits(known, on), departures(known, on)
    first = told(known, departed, {text.document: text for text in texts}, given.most)
    seconds = time.process_time() - begun
    size = sum(len(text.text.encode()) for text in texts) / 1e6
    print(
        f"{len(texts)} documents, {len(found)} exchanges, {len(on)} topics, {len(known.phrases)} phrases, {len(usual)} "
        f"usual answers, {len(departed)} departures; {seconds / size:.2f} s a MB"
    )
    for number, one in enumerate(first, 1):
        shown(known, number, one, given.read)


if __name__ == "__main__":
    main()
