"""Every block of output in the README is what the program prints."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.M | re.S)


def sessions() -> list[tuple[str, str]]:
    """(command, output) of each console block."""
    blocks = BLOCK.findall((ROOT / "README.md").read_text("utf-8"))
    parts = [part for block in blocks for part in re.split(r"^\$ ", block, flags=re.M) if part]
    return [(command, output) for command, _, output in (part.partition("\n") for part in parts)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("readme")
    command = [sys.executable, "-m", "dragoman", "demo", "--no-serve", "--dir", str(place / "case")]
    subprocess.run(command, check=True, capture_output=True)
    program = place / "bin" / "dragoman"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m dragoman "$@"\n')
    program.chmod(0o755)
    return place


@pytest.mark.parametrize(("command", "output"), sessions())
def test_a_console_block_is_what_the_program_prints(folder, command, output):
    environment = {**os.environ, "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, check=True
    )
    trimmed = "\n".join(line.rstrip() for line in done.stdout.splitlines())
    assert trimmed == output.rstrip("\n")


def test_the_table_of_accuracy_is_the_frozen_result():
    frozen = json.loads((ROOT / "evaluation" / "results" / "0.1.0.json").read_text("utf-8"))
    rows = re.findall(r"^\| ([^|]+) ((?:\| \.\d{3} ){4})\|$", (ROOT / "README.md").read_text("utf-8"), re.M)
    stated = {name.strip(): [float(share) for share in re.findall(r"\.\d{3}", shares)] for name, shares in rows}

    def shares(name, half=None):
        languages = [frozen[name]["languages"][code] for code in ("en", "zh", "ja", "ko")]
        return [(one["halves"][half] if half else one)["share"] for one in languages]

    found = [shares("passages"), shares("passages", "odd"), shares("dates"), shares("quantities")]
    assert [pytest.approx(row, abs=0.00051) for row in stated.values()] == found


def test_there_are_console_blocks():
    assert len(sessions()) >= 2
