"""From files to texts: the case folder, the readers of each format, and the bibliographic record.

Reading runs in child processes within named limits; a file that breaks one is listed, and the others go on.
"""

from dragoman.sources.adding import Added, add_files
from dragoman.sources.bounded import Child
from dragoman.sources.case_folder import load_case
from dragoman.sources.case_reading import read_file, read_sources
from dragoman.sources.errors import CaseError, Refused, SourcesError
from dragoman.sources.keys import unique_keys
from dragoman.sources.limits import Limits, limits_from
from dragoman.sources.new_case import create_case
from dragoman.sources.records import FileRead, ReadDocument, SourceFile
from dragoman.sources.scanning import passed_over, scan

__all__ = [
    "Added",
    "CaseError",
    "Child",
    "FileRead",
    "Limits",
    "ReadDocument",
    "Refused",
    "SourceFile",
    "SourcesError",
    "add_files",
    "create_case",
    "limits_from",
    "load_case",
    "passed_over",
    "read_file",
    "read_sources",
    "scan",
    "unique_keys",
]
