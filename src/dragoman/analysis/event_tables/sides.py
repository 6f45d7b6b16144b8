"""One side of a claim out of an event table."""

from dragoman.analysis.event_tables.codes import QUADS, picks, roots
from dragoman.analysis.event_tables.reading import EventTable, Row
from dragoman.analysis.linkage.lines import Line, line
from dragoman.analysis.linkage.parties import Between, between, read_between
from dragoman.analysis.linkage.tried import parts
from dragoman.analysis.linkage.window import LinkageError
from dragoman.gazetteer import Gazetteer


def table_line(asked: str, table: EventTable, gazetteer: Gazetteer) -> Line:
    """The events that one side of a claim means: TABLE:KIND,KIND@ACTOR>RECIPIENT.

    A kind is a CAMEO code or its beginning ("042", "19"), the name of a root ("threaten") or of a quad class
    ("conflict"). LinkageError where there is no such kind or party.

    >>> from dragoman.analysis.event_tables import read_table
    >>> from dragoman.gazetteer import load
    >>> rows = "date,source,event,target\\n2018-03-26,Kim Jong-Un,Make a visit,China\\n"
    >>> table_line("t:042@PRK>CHN", read_table("t", rows, load()), load()).name
    '042 by North Korea towards China (t)'
    """
    _, kinds, who = parts(asked)
    for kind in kinds:
        if picks(kind, "010") is None:
            names = [*QUADS, *(root.name for root in roots().values())]
            raise LinkageError(
                f'"{kind}" is no kind of event in a table; there are CAMEO codes (042, 19) and: {", ".join(names)}'
            )
    asked_of = read_between(who, gazetteer)
    held = [row.event for row in table.rows if _is(row, kinds, asked_of, gazetteer)]
    return line(f"{' or '.join(kinds) or 'an event'}{asked_of.words(gazetteer)} ({table.name})", held)


def _is(row: Row, kinds: tuple[str, ...], asked: Between, gazetteer: Gazetteer) -> bool:
    return (not kinds or any(picks(kind, row.code) for kind in kinds)) and between(
        asked, row.event.actors, row.event.recipients, gazetteer
    )
