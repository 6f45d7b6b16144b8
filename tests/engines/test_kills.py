"""An ingest that is killed leaves a sound store, and the next one ends where an undisturbed one ends."""

import contextlib
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dragoman.interchange import export_records
from dragoman.sources import load_case
from dragoman.store import open_store
from tests.engines.making import make_case

KILLS = 50
UNMEASURED = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}


def ingest(folder: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "dragoman", "build", str(folder)],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=UNMEASURED,
    )  # fmt: skip


def exported(folder: Path) -> str:
    with open_store(load_case(folder).store) as store:
        assert store.is_sound()
        return "".join(export_records(store))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_fifty_kills_leave_a_sound_store_and_the_same_export(tmp_path):
    undisturbed = make_case(tmp_path / "undisturbed", 200)
    begun = time.monotonic()
    assert ingest(undisturbed).wait() == 0
    whole = time.monotonic() - begun
    wanted = exported(undisturbed)
    assert wanted.count('"noun":"document"') == 200

    disturbed = make_case(tmp_path / "disturbed", 200)
    store = load_case(disturbed).store
    draw = random.Random(50)
    killed = 0
    while killed < KILLS:
        process = ingest(disturbed)
        time.sleep(draw.uniform(0.1, 1.0) * whole)
        if process.poll() is None:
            process.kill()
            killed += 1
        process.wait()
        if store.exists():
            with open_store(store) as opened:
                assert opened.is_sound()
                done = opened.state("made from") is not None
            if done:  # it was through: check it, and begin again from nothing
                assert exported(disturbed) == wanted
                for file in store.parent.iterdir():
                    file.unlink()
    assert ingest(disturbed).wait() == 0
    assert exported(disturbed) == wanted


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs /proc to see processes")
def test_nothing_outlives_a_killed_ingest(tmp_path):
    def children(process: int) -> set[int]:
        found = set()
        for status in Path("/proc").glob("[0-9]*/stat"):
            with contextlib.suppress(OSError):
                fields = status.read_text().rpartition(")")[2].split()
                if int(fields[1]) == process and fields[0] != "Z":
                    found.add(int(status.parent.name))
        return found

    process = ingest(make_case(tmp_path / "case", 400))
    seen: set[int] = set()
    ends = time.monotonic() + 60
    while len(children(process.pid)) < 3 and process.poll() is None and time.monotonic() < ends:
        seen |= children(process.pid)
    seen |= children(process.pid)
    process.kill()
    process.wait()
    assert seen
    ends = time.monotonic() + 30
    while any(Path(f"/proc/{one}").exists() for one in seen) and time.monotonic() < ends:
        time.sleep(0.2)
    assert not [one for one in seen if Path(f"/proc/{one}").exists()]
