"""A row of shares as a line of bars, for a terminal."""

from collections.abc import Sequence

from dragoman.analysis.formulations.history import History

BARS = "▁▂▃▄▅▆▇█"
MONTHS = 48  # months up to which they are shown one by one


def sparkline(values: Sequence[float]) -> str:
    """One bar a value, the highest the largest; nothing at all is a dot.

    >>> sparkline([0, 0.1, 0.2, 0.4])
    '·▂▄█'
    """
    largest = max(values, default=0)
    return "".join("·" if value <= 0 else BARS[min(7, int(value / largest * 8 - 1e-9))] for value in values)


def shown_over_time(history: History) -> str:
    """The history's months, year by year, where every use is dated to a month of a few years; else its years."""
    months = [month for month in history.months if month.of]
    dated = sum(month.documents for month in months) >= history.documents - history.undated
    if months and dated and len(months) <= MONTHS:
        line = sparkline([month.share for month in months])
        years: dict[str, str] = {}
        for month, bar in zip(months, line, strict=True):
            years[month.period[:4]] = years.get(month.period[:4], "") + bar
        return "  ".join(f"{year} {bars}" for year, bars in years.items())
    if not history.years:
        return ""
    line = sparkline([year.share for year in history.years])
    return f"{history.years[0].period} {line} {history.years[-1].period}"
