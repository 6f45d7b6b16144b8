"""Missing: what the last five reports let expect of each, and what it lacks, checked by brute force.

    python benchmarks/missing.py DATA [--read YEAR]

DATA is the folder that lies beside the repository (corpora/). For each work report
and each report to a Party congress the table has the formulations that the last five of its kind (at least four of
them) let expect, how many were kept, how many are missing, came back and moved. The brute force knows nothing of suffix
arrays: it folds the texts anew, cuts all strings of 4, 6 and 10 characters out of the five reports, asks Python of each
in which of them it stands, and whether the report has it. `strings` counts those expected and absent; `agree` says that
they are exactly those that lie in the repeats which the program found expected and absent. Then every missing phrase
told is looked for in each text with `str.count`: `wrong` counts those told falsely. `unled` are strings of 10
characters, expected and absent, that share no stretch of 5 with a phrase that was told. The second table holds the
chances against what happened: each report's expected formulations by the chance of absence that its earlier ones gave,
and the share that was absent in fact, a report and record weighing as one. `--read` prints what is told of one report.
"""

import argparse
import gzip
import json
import time
from pathlib import Path
from unicodedata import category

from dragoman.analysis.formulations import Settings, Text
from dragoman.analysis.formulations.repeats import maximal_repeats
from dragoman.analysis.formulations.streams import stream
from dragoman.analysis.omissions import Omissions, earlier_members, omissions
from dragoman.analysis.omissions.carried import FEWEST, LONGEST, carried
from dragoman.analysis.omissions.chances import chance_of
from dragoman.analysis.omissions.records import expected_at
from dragoman.store import search_form

LAST, LEAST = 5, 4
LENGTHS = (4, 6, 10)
QUOTES = set("‘’\"'〝〞＂“”「」『』《》〈〉")
KEPT = set("、·・•-‐–—/%&+ー々〇")
YEARS = {"9": 1969, "10": 1973, "11": 1977, "12": 1982, "13": 1987, "14": 1992, "15": 1997, "16": 2002, "17": 2007,
         "18": 2012, "19": 2017, "20": 2022}  # fmt: skip


def rows_of(path: Path) -> list[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def work_reports(data: Path) -> list[Text]:
    rows = [row for row in rows_of(data / "corpora" / "government_work_reports.jsonl.gz") if row["year"]]
    return sorted(
        (Text(str(row["year"]), row["content"], str(row["year"])) for row in rows), key=lambda one: one.document
    )


def congress_reports(data: Path) -> list[Text]:
    rows = rows_of(data / "corpora" / "cpc_congress_reports.jsonl.gz")
    dated = [(YEARS[str(row["congress"])], row["content"]) for row in rows if str(row["congress"]) in YEARS]
    return [Text(str(year), text, str(year)) for year, text in sorted(dated)]


def folded(text: str) -> list[str]:
    """A text folded independently of the program's stream: its pieces between stops."""
    kept = []
    for character in text:
        if character in QUOTES or (character.isspace() and character not in "\n\r\x0b\x0c\x85\u2028\u2029"):
            continue
        shown = search_form(character).text
        shown = shown if len(shown) == 1 else character
        stays = shown.isalnum() or shown in KEPT or category(shown).startswith("M")
        kept.append(shown if stays else "\n")
    return [piece for piece in "".join(kept).split("\n") if piece]


def cut(pieces: list[str], length: int) -> set[str]:
    return {piece[at : at + length] for piece in pieces for at in range(len(piece) - length + 1)}


def by_force(texts: list[list[str]], length: int) -> set[str]:
    """All strings of a length in at least four of the first five texts and not in the last."""
    *before, now = (cut(pieces, length) for pieces in texts)
    return {one for one in set().union(*before) if sum(one in some for some in before) >= LEAST and one not in now}


def by_repeats(texts: list[Text], length: int) -> set[str]:
    """The same, out of the maximal repeats that the program starts from: what lies in one that the last text lacks, and
    in none that it has.
    """
    made = stream(texts, Settings().left_out, "zh")
    found, _ = maximal_repeats(made, 4, LONGEST, FEWEST)
    absent: set[str] = set()
    present: set[str] = set()
    for first, times, size in zip(
        found.firsts.tolist(), found.occurrences.tolist(), found.lengths.tolist(), strict=True
    ):
        owners = set(found.owners[first : first + times].tolist())
        has = len(texts) - 1 in owners
        if size >= length and len(owners) - has >= LEAST:
            phrase = made.phrase(int(found.places[first]), size)
            (present if has else absent).update(cut([phrase], length))
    return absent - present


def judged(told: Omissions, texts: list[list[str]]) -> int:
    """How many missing phrases are told falsely, by `str.count`."""
    joined = ["\n".join(pieces) for pieces in texts]
    return sum(
        sum(text.count(one.phrase) > 0 for text in joined[:-1]) != one.carried or joined[-1].count(one.phrase) > 0
        for one in told.missing
    )


def unled(told: Omissions, strings: set[str]) -> int:
    """Strings expected and absent that no missing phrase leads to: it shares none of their stretches of 5."""
    phrases = "\n".join(form for one in told.missing for form in (one.phrase, *one.forms))
    return sum(not any(one[at : at + 5] in phrases for at in range(len(one) - 4)) for one in strings)


def table(name: str, texts: list[Text]) -> None:
    print(f"{name}\nreport  expected  kept missing returned moved   strings of {LENGTHS}  agree  wrong  unled")
    size = seconds = 0.0
    for present in texts:
        earlier = earlier_members(present, texts)
        if len(earlier) < LAST:
            continue
        begun = time.process_time()
        told = omissions(present, texts, LAST)
        seconds += time.process_time() - begun
        size += sum(len(one.text.encode()) for one in (*earlier, present)) / 1e6
        window = [*earlier[-LAST:], present]
        pieces = [folded(one.text) for one in window]
        forced = [by_force(pieces, length) for length in LENGTHS]
        agree = all(by_repeats(window, length) == found for length, found in zip(LENGTHS, forced, strict=True))
        counts = ", ".join(str(len(found)) for found in forced)
        print(
            f"{present.document:>6}  {told.expected:8}{told.kept:6}{len(told.missing):8}{len(told.returned):9}"
            f"{len(told.moved):6}   {counts:>21}  {'yes' if agree else 'NO':>5}{judged(told, pieces):7}"
            f"{unled(told, forced[-1]):7}"
        )
    print(f"{seconds / size:.2f} s of processor time a MB of the class read\n")


def calibration(texts: list[Text]) -> None:
    """The chance of absence foretold for all expected formulations, kept or not, beside the share that was absent."""
    known = carried(texts)
    expected = [expected_at(known, member, LAST) for member in range(LAST, len(texts))]
    bins: dict[int, list[tuple[float, float, int]]] = {}
    for at, now in enumerate(expected):
        for strength in sorted(set(now.strength.tolist())):
            rows = now.strength == strength
            if chance := chance_of(expected[:at], strength, LAST):
                absent = 1 - float(now.kept[rows].mean())
                bins.setdefault(int(chance.value * 10), []).append((chance.value, absent, int(rows.sum())))
    print("foretold chance   absent in fact   reports and records   formulations")
    for _, some in sorted(bins.items()):
        told, happened = (sum(one[at] for one in some) / len(some) for at in (0, 1))
        print(f"{told:15.2f}{happened:17.2f}{len(some):22}{sum(one[2] for one in some):15}")
    print()


def read(texts: list[Text], year: str) -> None:
    present = next(one for one in texts if one.document == year)
    told = omissions(present, texts, LAST)
    for one in told.missing[:30]:
        near = f"{one.nearest.anchor.quote} {one.nearest.likeness}" if one.nearest else "nothing near"
        print(f"missing  {one.phrase}  {one.carried}/{one.last}, run {one.run}, chance {one.chance.value:.2f}; {near}")
    for one in told.returned[:15]:
        print(f"returned {one.phrase}  absent {one.absent}, {one.total} before")
    for one in told.moved[:15]:
        print(f"moved    {one.phrase}  {one.was} to {one.part}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--read", default="")
    given = parser.parse_args()
    kinds = {"work reports": work_reports(given.data), "congress reports": congress_reports(given.data)}
    for name, texts in kinds.items():
        if given.read and any(one.document == given.read for one in texts):
            print(name)
            read(texts, given.read)
        elif not given.read:
            table(name, texts)
            calibration(texts)


if __name__ == "__main__":
    main()
