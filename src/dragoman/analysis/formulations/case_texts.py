"""The texts of a case by date, as often as they are asked for, so that no more of them than a shard is in memory."""

from collections.abc import Iterator

from dragoman.analysis.formulations.ladders import Ladders
from dragoman.analysis.formulations.texts import Text, period, texts_of
from dragoman.model import Document
from dragoman.store import Store


class CaseTexts:
    """The current documents of a store in the order of their dates, read anew each time they are gone through."""

    def __init__(self, store: Store, ladders: Ladders) -> None:
        self._store, self._ladders = store, ladders

    def __iter__(self) -> Iterator[Text]:
        sources = {source.id: source for source in self._store.sources()}
        return texts_of(self._documents(), sources, self._ladders)

    def _documents(self) -> Iterator[Document]:
        heads = sorted((period(head.published), at, head.id) for at, head in enumerate(self._store.heads()))
        for _, _, identity in heads:
            document = self._store.document(identity)
            if document is not None:
                yield document
