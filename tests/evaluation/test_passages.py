"""The evaluation passages are well formed: what they list stands in them, once, in order, and is a real time."""

import hashlib
import re
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

Passage = dict[str, Any]

KINDS = (
    "about anaphora bare_day century dateline decade era festival fiscal_year full_date half month month-day "
    "offset open part quarter range relative season unresolved weekday year"
)
PRECISIONS = (
    "day week month part season quarter half year decade century range before after about unresolved"  # of the model
)
FINAL = {"zh": r"。", "ja": r"。", "ko": r"(?<!\d)\.(?=\s|$)", "en": r"[.?](?=\s+[A-Z]|$)"}


def start_of(passage: Passage, time: dict[str, Any]) -> int:
    """The code point at which a listed time begins; -1 where it does not stand in the text so often."""
    at = -1
    for _ in range(time["occurrence"]):
        at = passage["text"].find(time["text"], at + 1)
        if at < 0:
            return -1
    return at


def days_of(time: dict[str, Any]) -> list[date]:
    """The ends that are not open."""
    return [date.fromisoformat(day) for day in (time["from"], time["to"]) if day is not None]


def test_there_are_at_least_sixty_passages_a_language(passages: dict[str, list[Passage]]) -> None:
    assert all(len(rows) >= 62 for rows in passages.values())
    assert all(row["lang"] == language for language, rows in passages.items() for row in rows)


def test_ids_and_texts_are_unique(everything: list[Passage]) -> None:
    assert len({passage["id"] for passage in everything}) == len(everything)
    assert len({passage["text"] for passage in everything}) == len(everything)


def test_every_passage_has_two_to_six_sentences(everything: list[Passage]) -> None:
    counts = {passage["id"]: len(re.findall(FINAL[passage["lang"]], passage["text"])) for passage in everything}
    assert {name: count for name, count in counts.items() if not 2 <= count <= 6} == {}


def test_every_listed_time_stands_in_its_passage_in_order_and_apart(everything: list[Passage]) -> None:
    for passage in everything:
        end = 0
        assert passage["times"], passage["id"]
        for time in passage["times"]:
            start = start_of(passage, time)
            assert start >= end, (passage["id"], time)
            assert time["text"] == time["text"].strip()
            end = start + len(time["text"])


def test_kinds_and_precisions_are_the_known_ones(everything: list[Passage]) -> None:
    times = [time for passage in everything for time in passage["times"]]
    assert {time["kind"].replace(" ", "_") for time in times} == set(KINDS.split())
    assert {time["precision"] for time in times} == set(PRECISIONS.split())


def test_open_and_unresolved_sides_agree_with_the_precision(everything: list[Passage]) -> None:
    for passage in everything:
        for time in passage["times"]:
            open_sides = (time["from"] is None, time["to"] is None)
            expected = {"after": (False, True), "before": (True, False), "unresolved": (True, True)}
            assert open_sides == expected.get(time["precision"], (False, False)), (passage["id"], time)
            assert (time["kind"] == "unresolved") == (time["precision"] == "unresolved")
            assert days_of(time) == sorted(days_of(time)), (passage["id"], time)


MONTHS_OF = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
BEGINS = {"quarter": (3, 1), "half": (6, 1), "season": (3, 0)}  # the first month, by its remainder


def fills_its_unit(first: date, last: date, precision: str) -> bool:
    """Whether the two days are the first and the last of one unit of that precision."""
    if precision in {"day", "about"}:
        return first == last
    if precision == "week":
        return first.weekday() == 0 and (last - first).days == 6
    if precision in {"range", "part"}:
        return first < last
    after = last + timedelta(1)
    months = (after.year - first.year) * 12 + after.month - first.month
    size, rest = BEGINS.get(precision, (1, 0))
    return first.day == after.day == 1 and months == MONTHS_OF[precision] and first.month % size == rest


def test_first_and_last_day_fill_the_unit_that_the_precision_names(everything: list[Passage]) -> None:
    for passage in everything:
        for time in passage["times"]:
            days = days_of(time)
            if len(days) == 2:
                assert fills_its_unit(days[0], days[1], time["precision"]), (passage["id"], time)


def test_unresolvable_expressions_are_there_in_every_language(passages: dict[str, list[Passage]]) -> None:
    for rows in passages.values():
        assert Counter(time["kind"] for row in rows for time in row["times"])["unresolved"] >= 5


def test_the_files_are_the_frozen_ones(folder: Path) -> None:
    for line in (folder / "SHA256SUMS").read_text("utf-8").splitlines():
        digest, name = line.split()
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest, f"{name} differs from the frozen set"


def test_the_counts_printed_in_the_readme_are_those_of_the_files(
    folder: Path, passages: dict[str, list[Passage]]
) -> None:
    readme = (folder.parent / "README.md").read_text("utf-8")
    counts = {name: Counter(time["kind"] for row in rows for time in row["times"]) for name, rows in passages.items()}
    rows = [line.strip("| ").split(" | ") for line in readme.splitlines() if re.match(r"\| [a-z -]+ \| \d", line)]
    printed = {kind: tuple(map(int, figures)) for kind, *figures in rows}
    assert printed == {kind: tuple(count[kind] for count in counts.values()) for kind in printed}
    assert set(printed) == {kind for count in counts.values() for kind in count}
