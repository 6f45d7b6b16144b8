"""A file may fail in any way: it is listed, its reader is replaced, and the others are read."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from dragoman.model import Case
from dragoman.sources import Child, Limits, SourceFile, read_file, read_sources
from dragoman.sources.frames import TooLong, receive
from tests.sources.samples import archive

SLOW = "\n".join(f'{{"id": "{n}", "text": "双方举行会谈。记者：何时？"}}' for n in range(120_000))


@pytest.fixture
def slow(tmp_path: Path) -> SourceFile:
    (tmp_path / "slow.jsonl").write_text(SLOW, encoding="utf-8")
    return SourceFile("slow.jsonl", tmp_path / "slow.jsonl")


@pytest.fixture
def good(tmp_path: Path) -> SourceFile:
    (tmp_path / "good.txt").write_text("双方举行会谈。", encoding="utf-8")
    return SourceFile("good.txt", tmp_path / "good.txt")


def test_a_reader_that_takes_too_long_is_ended_and_the_next_file_is_read(slow: SourceFile, good: SourceFile) -> None:
    with Child() as child:
        late = child.ask(slow, Limits(seconds=0.3))
        assert late.documents == ()
        assert late.refused == (
            "took longer than the limit seconds = 0.3 (case.toml, [limits] seconds); its reader was ended"
        )
        assert child.ask(good, Limits()).documents[0].text == "双方举行会谈。"


def test_a_reader_that_dies_costs_its_own_file_only(slow: SourceFile, good: SourceFile) -> None:
    with Child() as child:
        assert child.ask(good, Limits()).refused is None
        process = child._process
        assert process is not None
        threading.Timer(0.2, process.kill).start()
        assert str(child.ask(slow, Limits()).refused).startswith("its reader died (signal 9)")
        assert child.ask(good, Limits()).refused is None


def test_a_reader_that_died_between_two_files_costs_none(good: SourceFile) -> None:
    with Child() as child:
        child.ask(good, Limits())
        assert child._process is not None
        child._process.kill()
        child._process.wait()
        assert child.ask(good, Limits()).refused is None


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="address space is bounded by the system on Linux only")
def test_a_file_that_wants_too_much_memory_is_refused_by_the_limits_name(tmp_path: Path, good: SourceFile) -> None:
    (tmp_path / "big.txt").write_text("会晤" * 30_000_000, encoding="utf-8")
    with Child() as child:
        answer = child.ask(
            SourceFile("big.txt", tmp_path / "big.txt"), Limits(memory_megabytes=400, file_megabytes=300)
        )
        assert "the limit memory_megabytes = 400" in str(answer.refused)
        assert child.ask(good, Limits()).refused is None


def test_a_file_larger_than_the_limit_is_refused(good: SourceFile) -> None:
    with Child() as child:
        answer = child.ask(good, Limits(file_megabytes=0.00001))
    assert answer.refused == "larger than the limit file_megabytes = 1e-05 (case.toml, [limits] file_megabytes)"


def test_a_message_that_announces_too_much_is_not_awaited() -> None:
    import io

    import msgspec

    stream = io.BytesIO((1 << 60).to_bytes(8, "big") + b"x")
    with pytest.raises(TooLong):
        receive(stream, msgspec.msgpack.Decoder(str), 1 << 20)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs POSIX signals")
def test_children_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    (tmp_path / "slow.jsonl").write_text(SLOW, encoding="utf-8")
    code = (
        "import sys, threading, time\n"
        "from pathlib import Path\n"
        "from dragoman.sources import Child, Limits, SourceFile\n"
        "child = Child()\n"
        "child._running()\n"
        "print(child._process.pid, flush=True)\n"
        f"child.ask(SourceFile('slow.jsonl', Path({str(tmp_path / 'slow.jsonl')!r})), Limits())\n"
        "time.sleep(60)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    pid = int(parent.stdout.readline())
    assert _alive(pid)
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    parent.stdout.close()
    for _ in range(300):
        if not _alive(pid):
            break
        time.sleep(0.1)
    assert not _alive(pid)


def _alive(pid: int) -> bool:
    """Whether a process runs (one that has ended and waits to be collected does not)."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_a_reading_that_is_broken_off_leaves_no_child_behind(case: Case) -> None:
    for number in range(20):
        (case.sources / f"{number:02d}.txt").write_text("双方举行会谈。", encoding="utf-8")
    others = _children()
    reading = read_sources(case)
    assert next(reading).path == "00.txt"
    mine = _children() - others
    reading.close()  # type: ignore[attr-defined]
    assert mine
    assert not any(_alive(pid) for pid in mine)


def _children() -> set[int]:
    found = set()
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            line = (folder / "cmdline").read_bytes().replace(b"\0", b" ")
            parent = int((folder / "stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[1])
        except (OSError, IndexError):
            continue
        if b"dragoman.sources.worker" in line and parent == os.getpid():
            found.add(int(folder.name))
    return found


def test_one_file_can_be_read_without_a_case(tmp_path: Path) -> None:
    (tmp_path / "会晤.txt").write_text("双方举行会谈。", encoding="utf-8")
    (tmp_path / "会晤.toml").write_text('key = "n1"\n', encoding="utf-8")
    answer = read_file(tmp_path / "会晤.txt")
    assert (answer.path, answer.documents[0].key) == ("会晤.txt", "n1")
    assert read_file(tmp_path).refused == "a folder, not a file"
    (tmp_path / "a.zip").write_bytes(archive({"b.txt": "x y"}))
    assert read_file(tmp_path / "a.zip", Limits(archive_members=1)).documents[0].path == "a.zip!b.txt"
