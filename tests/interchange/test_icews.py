"""A table of coded events brought into a case, as it came; and what is refused."""

import gzip
from pathlib import Path

import pytest

from dragoman.analysis.event_tables import TableError
from dragoman.interchange.icews import import_icews
from dragoman.sources import load_case
from tests.analysis.event_tables.test_event_tables import ICEWS


@pytest.fixture
def case(tmp_path: Path):
    (tmp_path / "case.toml").write_text(
        'title = "x"\n[[tracks]]\nid = "trade"\ntitle = "Trade"\n[limits]\nfile_megabytes = 0.001\n', "utf-8"
    )
    return load_case(tmp_path)


def test_a_packed_table_lies_in_the_case_as_it_came(case, tmp_path: Path):
    path = tmp_path / "icews18_2018.csv.gz"
    path.write_bytes(gzip.compress(ICEWS.encode()))
    found = import_icews(case, path)
    assert found.path == tmp_path / "tables" / "icews18_2018.csv"
    assert found.path.read_bytes() == ICEWS.encode()
    assert (len(found.table.rows), str(found.first), str(found.last)) == (5, "2018-03-22", "2018-03-27")
    assert import_icews(case, path).path == found.path  # a second time is no second table


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"\x1f\x8b broken", "a.csv.gz", "cannot be read"),
        (gzip.compress(ICEWS.encode())[:-20], "a.csv.gz", "cannot be read"),
        (gzip.compress(b"0" * 10_000_000), "a.csv.gz", "more than 0 megabytes"),
        (b"\xff\xfe\x00", "a.csv", "byte 0 is not UTF-8"),
        (b"date,source,event,target\nsoon,A,Consult,B\n", "a.csv", 'none of its rows is an event; a, line 2: "soon"'),
        (b"date,source,event,target\n", "a.csv", "it has no rows"),
        (ICEWS.encode(), "trade.csv", '"trade" is a track of the case'),
    ],
)
def test_what_cannot_be_read_is_refused_and_leaves_nothing(case, tmp_path: Path, data: bytes, name: str, words: str):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(TableError, match=words):
        import_icews(case, tmp_path / name)
    assert not (tmp_path / "tables").exists()


def test_another_table_of_the_same_name_is_not_overwritten(case, tmp_path: Path):
    (tmp_path / "a.csv").write_text(ICEWS, "utf-8")
    import_icews(case, tmp_path / "a.csv")
    (tmp_path / "b.csv").write_text(ICEWS.replace("Threaten", "Reject"), "utf-8")
    with pytest.raises(TableError, match="another table has this name"):
        import_icews(case, tmp_path / "b.csv", "a")
    for bad in ("../a", "a b", ".", "é"):
        with pytest.raises(TableError, match="no name for a table"):
            import_icews(case, tmp_path / "b.csv", bad)
    with pytest.raises(TableError, match="no such file"):
        import_icews(case, tmp_path / "c.csv")
