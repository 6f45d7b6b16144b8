"""The accounts that a case sets side by side, compared, with what the comparison found."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.analysis.readouts import Account, Comparison, compare, findings, sentence_encoder
from dragoman.engines import case_gazetteer
from dragoman.engines.comparing import account
from dragoman.gazetteer import Gazetteer
from dragoman.model import AccountsAsked, Anchor, Case, Finding
from dragoman.sources import CaseError
from dragoman.sources.errors import nearest
from dragoman.store import Store


@dataclass(frozen=True, slots=True)
class ComparedAccounts:
    """One pair of accounts under the title that was asked for, compared, with its findings."""

    title: str
    comparison: Comparison
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class ReadoutsStudy:
    """The pairs in the order of case.toml."""

    pairs: tuple[ComparedAccounts, ...]

    @property
    def anchors(self) -> Iterator[Anchor]:
        """Every place that the page leads to."""
        for one in self.pairs:
            for finding in one.findings:
                yield from finding.anchors


def readouts_study(case: Case, store: Store) -> ReadoutsStudy | None:
    """Compare the accounts that a case lists; None where it lists none. CaseError for a key that there is not."""
    if not case.readouts:
        return None
    known = case_gazetteer(case.gazetteer)
    pairs = [
        ComparedAccounts(asked.title, one, findings(one))
        for number, asked in enumerate(case.readouts, 1)
        for one in compare(_accounts(asked, number, store, known), known, sentence_encoder())
    ]
    return ReadoutsStudy(tuple(pairs))


def _accounts(asked: AccountsAsked, number: int, store: Store, known: Gazetteer) -> list[Account]:
    sources = {source.key: source for source in store.sources()}
    found = []
    for key in asked.documents:
        where = f'case.toml, [[readouts]] number {number}: "documents"'
        if key not in sources:
            raise CaseError(f'{where}: no source has the key "{key}"{nearest(key, sources)}')
        document = store.current_of(sources[key].id)
        if document is None:
            raise CaseError(f'{where}: nothing of the source "{key}" could be read')
        found.append(account(store, sources[key], document, known))
    return found
