"""Sentences, times and quantities in English, Chinese, Japanese and Korean.

Usable alone: `from dragoman import languages`. Nothing heavy is loaded before it is needed.

>>> [t.first.isoformat() for t in times("中方于3月25日至28日接待来访。", "zh", published="2018-03-28")]
['2018-03-25']
"""

from datetime import date

from dragoman.languages.scripts import detect
from dragoman.model import Quantity, Sentence, TimeExpression

__all__ = ["LANGUAGES", "detect", "edtf", "from_edtf", "numbers", "quantities", "sentences", "times", "timex3"]

LANGUAGES = ("en", "zh", "ja", "ko")


def sentences(text: str, lang: str) -> list[Sentence]:
    """Cut a text into sentences with exact spans; see `dragoman.languages.segmentation`.

    >>> [s.text for s in sentences("会谈在北京举行。双方达成共识。", "zh")]
    ['会谈在北京举行。', '双方达成共识。']
    """
    from dragoman.languages.segmentation import sentences as cut

    return cut(text, _known(lang))


def times(text: str, lang: str, published: date | str | None = None) -> list[TimeExpression]:
    """Read every time expression of a whole document, in text order, without overlap.

    `published` is the day of publication, a date or ISO 8601 text; without it, what is told relative to it stays
    unresolved unless the discourse gives an anchor. Raises ValueError where `published` is no date or `lang` is not one
    of LANGUAGES; no text raises.

    >>> (t,) = times("金正恩于3月25日至28日访华。", "zh", "2018-03-28")
    >>> t.text, t.first.isoformat(), t.last.isoformat(), t.precision, t.basis
    ('3月25日至28日', '2018-03-25', '2018-03-28', 'range', 'relative to publication')
    """
    from dragoman.languages.resolver import times as read

    return read(text, _known(lang), _day(published))


def edtf(time: TimeExpression) -> str:
    """A time as text in the Extended Date/Time Format; see `dragoman.languages.edtf_text`.

    >>> edtf(times("since April 12, 1985", "en")[0])
    '1985-04-12/..'
    """
    from dragoman.languages.edtf_text import edtf as write

    return write(time)


def from_edtf(text: str) -> tuple[date | None, date | None, str]:
    """First day, last day and precision of a text in the Extended Date/Time Format; ValueError where it is none.

    >>> from_edtf("2004-06/2006-08")
    (datetime.date(2004, 6, 1), datetime.date(2006, 8, 31), 'range')
    """
    from dragoman.languages.edtf_text import from_edtf as read

    return read(text)


def timex3(time: TimeExpression) -> str:
    """The TIMEX3 value of a time (TimeML 1.2.1).

    >>> timex3(times("the third quarter of 1996", "en")[0])
    '1996-Q3'
    """
    from dragoman.languages.edtf_text import timex3 as write

    return write(time)


def quantities(text: str, lang: str) -> list[Quantity]:
    """Read numbers, percentages, amounts of money, counts and ordinals that are not part of a time expression.

    >>> [(q.kind, q.low, q.currency) for q in quantities("a tariff of 25% on about $50 billion", "en")]
    [('percent', 25.0, None), ('money', 50000000000.0, 'USD')]
    """
    from dragoman.languages.amounts import quantities as read

    return read(text, _known(lang))


def numbers(text: str, lang: str) -> list[Quantity]:
    """Read every numeral as a plain number, whatever it counts, also inside dates and amounts.

    >>> [(n.text, n.low) for n in numbers("三千八百项", "zh")]
    [('三千八百', 3800.0)]
    """
    from dragoman.languages.amounts import numbers as read

    return read(text, _known(lang))


def _known(lang: str) -> str:
    if lang not in LANGUAGES:
        raise ValueError(f"the language is {lang!r}: it must be one of {', '.join(LANGUAGES)}")
    return lang


def _day(published: date | str | None) -> date | None:
    if published is None or isinstance(published, date):
        return published
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        raise ValueError(f"published is {published!r}: write a day as 2018-03-28") from None
