"""The file itself: shapes, versions, transactions."""

import sqlite3
import threading

import pytest

from dragoman.model import Mention, Quantity, Sentence, TimeExpression
from dragoman.store import FileRow, FromFile, StoreError, open_store
from dragoman.store import connection as connection_module
from tests.store.filling import document, fill, source


@pytest.fixture
def path(tmp_path):
    return tmp_path / "evidence.db"


def test_text_is_stored_as_it_was_read(path):
    text = "第一行\r\n\u202eＦullwidth\ufeff e\u0301 👨‍👩‍👧\t訪問\u3000 "
    with open_store(path) as store:
        fill(store, {"a.txt": text})
    with open_store(path) as store:
        assert [one.text for one in store.documents()] == [text]


def test_a_text_that_returns_is_the_version_it_was(path):
    with open_store(path) as store:
        for text in ("一", "二", "一"):
            fill(store, {"a.txt": text})
        assert [one.text for one in store.documents()] == ["一"]
        assert [one.text for one in store.versions(source("a.txt").id)] == ["一", "二"]
        assert store.current_of(source("a.txt").id).text == "一"


def test_a_source_that_its_file_no_longer_holds_leaves_the_case(path):
    with open_store(path) as store:
        both = [FromFile(source(name), document(name, name)) for name in ("z.zip!a.txt", "z.zip!b.txt")]
        store.keep_files([("z.zip", FileRow("1", ""), both)])
        store.keep_files([("z.zip", FileRow("2", ""), both[:1])])
        assert [one.path for one in store.sources()] == ["z.zip!a.txt"]
        assert store.document(both[1].document.id).text == "z.zip!b.txt"


def test_readings_of_every_kind_come_back_as_they_went(path):
    from datetime import date

    readings = [
        Sentence(0, 2, "会晤", "title"),
        TimeExpression(0, 2, "会晤", date(2018, 5, 7), None, "after", "stated"),
        Quantity(0, 2, "会晤", "money", 3.4e10, None, None, "USD", True),
        Mention(0, 2, "会晤", "CHN", "state"),
    ]
    one = document("a.txt", "会晤")
    with open_store(path) as store:
        fill(store, {"a.txt": "会晤"})
        store.keep_readings([(one.id, "x/1", "fp-1", readings)])
        found = [
            observation.reading
            for kind in ("sentence", "time", "quantity", "mention")
            for observation in store.observations(kind)
        ]
        assert found == readings
        assert store.unread([(one.id, "fp-1")]) == []
        assert store.unread([(one.id, "fp-2")]) == [one.id]


def test_a_failed_write_leaves_nothing_behind(path):
    with open_store(path) as store:
        fill(store, {"a.txt": "一"})
        with pytest.raises(AttributeError):
            store.keep_files(
                [("b.txt", FileRow("", ""), [FromFile(source("b.txt"), document("b.txt", "二"))]), ("c", None, [0])]
            )
        assert [one.text for one in store.documents()] == ["一"]
        assert store.is_sound()


def test_a_reader_does_not_wait_for_a_writer(path):
    with open_store(path) as writer, connection_module.writing(writer._connection):
        counts = []

        def read():
            with open_store(path) as reader:
                counts.append(reader.counts()["documents"])

        thread = threading.Thread(target=read)
        thread.start()
        thread.join(10)
        assert counts == [0]


def test_what_is_no_store_is_refused_with_the_cure(path):
    path.write_bytes(b"this is a text file, and a long one" * 100)
    with pytest.raises(StoreError, match=r"move the file away.*dragoman build"):
        open_store(path)


def test_a_newer_store_is_refused(path):
    open_store(path).close()
    with sqlite3.connect(path) as raw:
        raw.execute("PRAGMA user_version = 999")
    raw.close()
    with pytest.raises(StoreError, match="newer Dragoman"):
        open_store(path)


def test_an_older_store_is_copied_before_it_is_changed(path, monkeypatch):
    with open_store(path) as store:
        fill(store, {"a.txt": "会晤"})
    steps = [*connection_module.migrations(), (2, "CREATE TABLE added (x INTEGER) STRICT;\n-- end\n")]
    monkeypatch.setattr(connection_module, "migrations", lambda: steps)
    with open_store(path) as store:
        assert store.counts()["documents"] == 1
        store._connection.execute("SELECT x FROM added")
    backup = path.with_name("evidence.db.shape-1.backup")
    with sqlite3.connect(backup) as old:
        assert old.execute("SELECT text FROM document").fetchall() == [("会晤",)]
        assert old.execute("PRAGMA user_version").fetchone() == (1,)
    old.close()


def test_a_migration_that_fails_leaves_the_store_as_it_was(path, monkeypatch):
    with open_store(path) as store:
        fill(store, {"a.txt": "会晤"})
    steps = [*connection_module.migrations(), (2, "CREATE TABLE added (x INTEGER) STRICT;\nNONSENSE;\n")]
    monkeypatch.setattr(connection_module, "migrations", lambda: steps)
    with pytest.raises(StoreError):
        open_store(path)
    with sqlite3.connect(path) as raw:
        assert raw.execute("SELECT name FROM sqlite_master WHERE name = 'added'").fetchall() == []
        assert raw.execute("PRAGMA user_version").fetchone() == (1,)
    raw.close()
