"""The same sources give the same bytes, wherever and however they are read."""

import os
import subprocess
import sys

import pytest

from tests.engines.making import make_case


def export(folder, jobs="1", **environment):
    variables = {**os.environ, **environment}
    for command in (["build", str(folder), "--jobs", jobs], ["export", str(folder), "jsonl"]):
        done = subprocess.run(
            [sys.executable, "-m", "dragoman", *command], capture_output=True, env=variables, check=True
        )
    return done.stdout


@pytest.mark.parametrize(
    ("jobs", "environment"),
    [
        ("2", {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C"}),
        ("1", {"PYTHONHASHSEED": "12345", "TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "0"}),
    ],
)
def test_order_locale_time_zone_hash_seed_and_jobs_do_not_matter(tmp_path, jobs, environment):
    wanted = export(make_case(tmp_path / "one", 40), PYTHONHASHSEED="0", TZ="UTC")
    other = export(make_case(tmp_path / "other", 40, shuffled=True), jobs, **environment)
    assert wanted.count(b"\n") > 200
    assert other == wanted
