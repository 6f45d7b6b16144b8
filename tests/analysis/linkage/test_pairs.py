"""What an answer is to an act, by who acts on whom (Goldstein and Freeman 1990)."""

import pytest

from dragoman.analysis.linkage.pairs import relation


def side(states: str) -> frozenset[str]:
    return frozenset(states.split())


@pytest.mark.parametrize(
    ("act", "answer", "name"),
    [
        (("USA", "CHN"), ("USA", "CHN"), "routine"),
        (("USA", "CHN"), ("CHN", "USA"), "reciprocity"),
        (("USA", "CHN"), ("CHN", "PRK"), "triangular response"),
        (("USA", "CHN"), ("PRK", "CHN"), "triangular response"),
        (("USA", "CHN"), ("PRK", "USA"), "triangular response"),
        (("USA", "CHN"), ("JPN", "KOR"), ""),
        (("USA", "CHN"), ("CHN", ""), ""),
        (("USA", "CHN"), ("", ""), ""),
    ],
)
def test_each_relation(act: tuple[str, str], answer: tuple[str, str], name: str) -> None:
    assert relation((side(act[0]), side(act[1])), (side(answer[0]), side(answer[1]))) == name
