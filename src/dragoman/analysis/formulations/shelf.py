"""The index on disk: written shard by shard, so that memory holds one, and opened by mapping, so that it opens at once.

It is derived data like the rest of `.dragoman/`: named by what it was made from, and made again where that has changed.
"""

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from dragoman.analysis.formulations.index import SHARD, Heading, PhraseIndex, Shard, batches, shard_of
from dragoman.analysis.formulations.suffixes import Encoded, Numbers
from dragoman.analysis.formulations.texts import Text, period

_DONE = "headings.json"  # written last: where it is, the index is whole


class _Kept(msgspec.Struct):
    headings: list[Heading]
    registers: list[str]
    shards: int


def write_index(folder: Path, name: str, texts: Iterable[Text], size: int = SHARD) -> PhraseIndex:
    """Index texts into `folder`/`name` and open it; indexes of other names in the folder are taken away."""
    home = folder / name
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    kept = _Kept([], [], 0)
    registers: dict[str, int] = {"body": 0}
    for batch in batches(texts, size):
        _write_shard(home, kept.shards, shard_of(batch, registers))
        kept.headings += [Heading(one.document, period(one.published), one.outlet, one.rung, one.key) for one in batch]
        kept.shards += 1
    kept.registers = list(registers)
    (home / _DONE).write_bytes(msgspec.json.encode(kept))
    for other in folder.iterdir():
        if other.name != name and other.is_dir():
            shutil.rmtree(other, ignore_errors=True)
    return _opened(home)


def open_index(folder: Path, name: str) -> PhraseIndex | None:
    """The index of that name, None where it is not there, or not whole."""
    home = folder / name
    try:
        return _opened(home)
    except (OSError, ValueError, EOFError):
        return None


def _opened(home: Path) -> PhraseIndex:
    kept = msgspec.json.decode((home / _DONE).read_bytes(), type=_Kept)
    return PhraseIndex(kept.headings, [_shard(home, number) for number in range(kept.shards)], kept.registers)


def _columns(shard: Shard) -> dict[str, Numbers]:
    return {
        "codes": shard.encoded.codes,
        "alphabet": shard.encoded.alphabet,
        "starts": shard.encoded.starts,
        "suffixes": shard.suffixes,
        "passages": shard.passages,
        "owners": shard.owners,
        "registers": shard.registers,
    }


def _write_shard(home: Path, number: int, shard: Shard) -> None:
    for name, column in _columns(shard).items():
        np.save(home / f"{number}-{name}.npy", column, allow_pickle=False)


def _shard(home: Path, number: int) -> Shard:
    def column(name: str) -> Any:
        return np.asarray(np.load(home / f"{number}-{name}.npy", mmap_mode="r", allow_pickle=False))

    encoded = Encoded(column("codes"), column("alphabet"), column("starts"))
    return Shard(encoded, column("suffixes"), column("passages"), column("owners"), column("registers"))
