"""Event tables: rows of day, source, relation and target that others coded (ICEWS, GDELT), as tracks for `link`.

A table lies in the case under tables/, as it came; it is read when a claim names it, and each event keeps the place of
its row. Its events stand in no chronology: nobody has seen their sources.
"""

from dragoman.analysis.event_tables.reading import EventTable, Row, TableError, read_table
from dragoman.analysis.event_tables.sides import table_line
from dragoman.analysis.event_tables.tables import load_tables, tables_folder

__all__ = ["EventTable", "Row", "TableError", "load_tables", "read_table", "table_line", "tables_folder"]
