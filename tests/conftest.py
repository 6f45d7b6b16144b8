"""What every room's tests share."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of corpora and gold sets that lies beside the repository, where it does."""
    if not SHARED.is_dir():
        pytest.skip("the corpora beside the repository are absent: this test measures on them")
    return SHARED
