"""One claim that holds and one that does not, on a table of twenty thousand coded events, by the default test of
linkage and by the tests that get it wrong.

    python benchmarks/linkage_lesson.py TABLE.csv.gz [PICTURE.svg]

TABLE has rows of day, source, event and target as ICEWS gives them (the figures in docs/linkage_lesson.md are of the
ICEWS events among China, Japan, the Koreas and the United States from January to October 2018). Needs scipy. Prints the
table of the page in Markdown, and writes its picture where a file is named.
"""

import gzip
import sys
from datetime import date, timedelta
from math import erfc, log, sqrt
from pathlib import Path

from dragoman.analysis.event_tables import EventTable, read_table, table_line
from dragoman.analysis.linkage import Claim, Line, Tested, Window, adjusted, try_claim, verdict
from dragoman.analysis.linkage.excitement import excitement
from dragoman.analysis.linkage.hawkes import Times, fit, moments
from dragoman.gazetteer import load

DEEDS, WORDS_AND_DEEDS = "material-conflict", "conflict"
CLAIMS = (
    ("US hostile deeds, then China's, within a day", f"t:{DEEDS}@USA>CHN", f"t:{DEEDS}@CHN>USA", 1),
    ("US hostile deeds, then China-DPRK visits, within a week", f"t:{DEEDS}@USA>CHN", "t:042@CHN<>PRK", 7),
    ("US hostile words and deeds, then China's, within a day", f"t:{WORDS_AND_DEEDS}@USA>CHN",
     f"t:{WORDS_AND_DEEDS}@CHN>USA", 1),
    ("US hostile words and deeds, then China-DPRK visits, within a week", f"t:{WORDS_AND_DEEDS}@USA>CHN",
     "t:042@CHN<>PRK", 7),
    ("anything the US does to China, then anything the other way, within a day", "t@USA>CHN", "t@CHN>USA", 1),
)  # fmt: skip
WINDOWS = (0, 1, 2, 3, 7, 14)
HEAD = ("claim", "events", "days", "followed", "base rate", "default", "… of six windows", "random days", "shift",
        "Hawkes", "Hawkes, acts alone", "reverse: default", "reverse: random days", "verdict")  # fmt: skip


class Lesson:
    """The claims of a table, tested in every way."""

    def __init__(self, table: EventTable) -> None:
        self.table, self.known = table, load()
        self.days = {row.event.id: row.event.first for row in table.rows if row.event.first}
        self.first, self.last = min(self.days.values()), max(self.days.values())
        self.length = (self.last - self.first).days + 1

    def claim(self, acts: str, answers: str, days: int) -> Claim:
        """A claim over the whole table."""
        one, other = (table_line(asked, self.table, self.known) for asked in (acts, answers))
        return Claim(one, other, Window(0, days), self.first, self.last)

    def counts(self, side: Line) -> list[int]:
        """The day of each event, from 0."""
        return [(self.days[one] - self.first).days for one in side.events]

    def row(self, name: str, acts: str, answers: str, days: int) -> list[str]:
        """A line of the table."""
        claim = self.claim(acts, answers, days)
        tested = try_claim(claim)
        back = try_claim(Claim(claim.answers, claim.acts, claim.window, self.first, self.last))
        times = moments(self.counts(claim.acts), seed=1), moments(self.counts(claim.answers), seed=2)
        family = [claim, *(self.claim(acts, answers, other) for other in WINDOWS if other != days)]
        whole = adjusted(family)[0]
        return [
            name, f"{len(times[0])}, {len(times[1])}", f"{tested.acts}, {tested.count}", f"{tested.seen}",
            f"{tested.base:.0%}", _p(tested.jitter.p), _p(whole), _p(tested.uniform.p), _p(tested.shift.p),
            _p(excitement(*times, float(self.length)).p), _p(self.acts_alone(*times)), _p(back.jitter.p),
            _p(back.uniform.p), self.said(tested, whole),
        ]  # fmt: skip

    def said(self, tested: Tested, whole: float) -> str:
        """The verdict, the windows tried counted."""
        return verdict(tested, whole, len(WINDOWS)).word

    def acts_alone(self, acts: Times, answers: Times) -> float:
        """A likelihood ratio that forgets that answers come in bursts of their own: half chi-square."""
        alone = len(answers) * log(len(answers) / self.length) - len(answers)
        ratio = 2 * (fit((acts, answers), 1, float(self.length), without=1).likelihood - alone)
        return 0.5 * erfc(sqrt(ratio / 2)) if ratio > 0 else 1.0


def _p(value: float) -> str:
    return "<.0001" if value < 0.0001 else "1" if value > 0.9995 else f"{value:.{4 if value < 0.001 else 3}f}"[1:]


def picture(lesson: Lesson) -> str:
    """Events a day: hostile deeds of the United States upwards, in each lane what is said to answer them downwards."""
    step, high, left = 3.0, 60.0, 10.0
    width = left * 2 + step * lesson.length
    parts = []
    for number, (title, acts, answers, days) in enumerate(CLAIMS[:2]):
        middle = 90.0 + number * 170.0
        claim = lesson.claim(acts, answers, days)
        shaded = sorted({act + timedelta(more) for act in claim.acts.days for more in range(days + 1)})
        inside = [(day - lesson.first).days for day in shaded if day <= lesson.last]
        parts.append(_path([(left + step * day, middle, high) for day in inside], "#9a2c22", step, 0.13))
        for side, sign, colour in ((claim.acts, -1, "#9a2c22"), (claim.answers, 1, "#3d5a80")):
            held = lesson.counts(side)
            counts = [(left + step * day, middle, sign * min(7.0 * held.count(day), high)) for day in sorted(set(held))]
            parts.append(_path(counts, colour, step - 0.6, 1.0))
        parts.append(f'<path d="M{left} {middle}H{width - left}" stroke="#675d50" stroke-width=".6"/>')
        parts.append(f'<text x="{left}" y="{middle - 68}">{title}</text>')
    for month in range(lesson.first.month, lesson.last.month + 1):
        x = left + step * (date(lesson.first.year, month, 1) - lesson.first).days
        parts.append(f'<text x="{x:g}" y="345" fill="#675d50">{date(2018, month, 1):%b}</text>')
    said = (
        "Events a day: acts upwards, what is said to answer them downwards, the days in the windows after acts shaded"
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} 355" role="img" aria-label="{said}" '
        'font-family="sans-serif" font-size="13"><rect width="100%" height="100%" fill="#faf6ee"/>' + "".join(parts)
        + "</svg>\n"
    )  # fmt: skip


def _path(bars: list[tuple[float, float, float]], colour: str, width: float, opacity: float) -> str:
    drawn = "".join(f"M{x:g} {y:g}v{height:g}" for x, y, height in bars)
    return f'<path d="{drawn}" stroke="{colour}" stroke-width="{width:g}" opacity="{opacity:g}"/>'


def main(path: Path, drawn: Path | None) -> None:
    """Print the table; write the picture."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        lesson = Lesson(read_table("t", file.read(), load()))
    print(f"{len(lesson.days)} events, {lesson.first} to {lesson.last}\n")
    print(f"| {' | '.join(HEAD)} |\n|{'---|' * len(HEAD)}")
    for claim in CLAIMS:
        print(f"| {' | '.join(lesson.row(*claim))} |")
    if drawn:
        drawn.write_text(picture(lesson), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
