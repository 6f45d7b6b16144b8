"""The evidence store: one SQLite file with every version of every text and all that was read off it."""

from dragoman.store.evidence import Store, open_store
from dragoman.store.faults import StoreError
from dragoman.store.reanchoring import Fate, reanchor
from dragoman.store.search import SearchHit
from dragoman.store.search_form import SearchForm, search_form

__all__ = ["Fate", "SearchForm", "SearchHit", "Store", "StoreError", "open_store", "reanchor", "search_form"]
