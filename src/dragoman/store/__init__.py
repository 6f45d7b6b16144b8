"""The evidence store: one SQLite file with every version of every text and all that was read off it."""

from dragoman.store.codec import decode, encode, kind_of
from dragoman.store.evidence import Store, open_store
from dragoman.store.faults import StoreError
from dragoman.store.files import FileRow, FromFile
from dragoman.store.judgement_file import append_judgement, latest, read_judgements
from dragoman.store.reanchoring import Fate, reanchor
from dragoman.store.search import SearchHit
from dragoman.store.search_form import SearchForm, search_form
from dragoman.store.standing import Standing, stand

__all__ = [
    "Fate",
    "FileRow",
    "FromFile",
    "SearchForm",
    "SearchHit",
    "Standing",
    "Store",
    "StoreError",
    "append_judgement",
    "decode",
    "encode",
    "kind_of",
    "latest",
    "open_store",
    "read_judgements",
    "reanchor",
    "search_form",
    "stand",
]
