"""The texts of a case as often as they are asked for, so that no more of them than a shard is in memory."""

from collections.abc import Iterator

from dragoman.analysis.formulations.ladders import Ladders
from dragoman.analysis.formulations.texts import Text, texts_of
from dragoman.store import Store


class CaseTexts:
    """The current documents of a store, read anew each time they are gone through."""

    def __init__(self, store: Store, ladders: Ladders) -> None:
        self._store, self._ladders = store, ladders

    def __iter__(self) -> Iterator[Text]:
        sources = {source.id: source for source in self._store.sources()}
        return texts_of(self._store.documents(), sources, self._ladders)
