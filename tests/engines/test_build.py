"""What a build does again, and what it leaves alone."""

import pytest

from dragoman.engines import build
from dragoman.engines import observing as observing_module
from dragoman.model import Judgement, Report
from dragoman.sources import load_case
from dragoman.store import append_judgement, open_store
from tests.engines.making import make_case


@pytest.fixture
def case(tmp_path):
    return load_case(make_case(tmp_path / "case", 6))


def write(case, name, text, issued="2018-05-09", language="zh"):
    (case.sources / f"{name}.txt").write_text(text, "utf-8")
    record = f'key = "{name}"\nissued = "{issued}"\nlanguage = "{language}"\n'
    (case.sources / f"{name}.toml").write_text(record, "utf-8")


def reports(case, name):
    with open_store(case.store) as store:
        source = next(one for one in store.sources() if one.key == name)
        document = store.current_of(source.id)
        return source, document, list(store.observations("report", document.id))


def test_a_second_build_does_nothing(case, monkeypatch):
    assert build(case).changed
    monkeypatch.setattr(observing_module, "observe", None)
    again = build(case)
    assert not again.changed
    assert (again.files, again.documents) == (0, 0)


def test_only_the_changed_file_is_read_and_observed_again(case):
    build(case)
    write(case, "n0003", "金正恩5月7日访问中国。")
    again = build(case)
    assert (again.files, again.documents) == (1, 1)


def test_a_changed_source_keeps_its_earlier_version(case):
    write(case, "dalian", "金正恩5月7日访问中国。")
    build(case)
    write(case, "dalian", "金正恩5月8日访问中国。")
    build(case)
    with open_store(case.store) as store:
        source = next(one for one in store.sources() if one.key == "dalian")
        assert [version.text for version in store.versions(source.id)] == [
            "金正恩5月7日访问中国。",
            "金正恩5月8日访问中国。",
        ]
        assert store.current_of(source.id).text == "金正恩5月8日访问中国。"


def test_a_record_that_is_put_right_moves_the_dates_read_from_it(case):
    write(case, "dalian", "金正恩5月7日访问中国。", issued="2018-05-09")
    build(case)
    write(case, "dalian", "金正恩5月7日访问中国。", issued="2019-05-09")
    build(case)
    _, _, found = reports(case, "dalian")
    assert [one.reading.first.isoformat() for one in found if isinstance(one.reading, Report)] == ["2019-05-07"]


def test_a_file_that_leaves_takes_its_events_along_and_can_come_back(case):
    write(case, "dalian", "金正恩2011年5月7日访问中国。")
    build(case)
    with open_store(case.store) as store:
        assert "2011" in {str(event.first)[:4] for event in store.events()}
    (case.sources / "dalian.txt").unlink()
    (case.sources / "dalian.toml").unlink()
    build(case)
    with open_store(case.store) as store:
        assert "2011" not in {str(event.first)[:4] for event in store.events()}
        assert store.counts()["documents"] == 6
    write(case, "dalian", "金正恩2011年5月7日访问中国。")
    build(case)
    with open_store(case.store) as store:
        assert store.counts()["documents"] == 7


def test_a_rejected_report_is_in_no_event_and_the_judgement_follows_its_words(case):
    write(case, "dalian", "金正恩2011年5月7日访问中国。")
    build(case)
    source, document, (report,) = reports(case, "dalian")
    reading = report.reading
    append_judgement(
        case.judgements,
        Judgement(
            source.path, document.id, reading.start, reading.end, reading.text, "report", reading.frame, "reject",
            "2018-07-18T09:00:00+09:00",
        ),
    )  # fmt: skip

    def years():
        with open_store(case.store) as store:
            return {str(event.first)[:4] for event in store.events()}, [one.fate for one in store.standings()]

    build(case)
    assert years()[1] == ["kept"]
    assert "2011" not in years()[0]
    write(case, "dalian", "大连电。\n金正恩2011年5月7日访问中国。")
    build(case)
    assert years()[1] == ["moved"]
    assert "2011" not in years()[0]
    write(case, "dalian", "大连电。\n金正恩2012年5月9日访问中国。")
    built = build(case)
    assert years()[1] == ["changed"]
    assert "2012" in years()[0]
    assert any("judge it again" in line for line in built.warnings)
    case.store.unlink()
    write(case, "dalian", "金正恩2011年5月7日访问中国。")
    build(case)
    assert years()[1] == ["kept"]


def test_a_refused_file_stands_in_the_case_with_its_reason_and_the_rest_go_on(case):
    (case.sources / "scan.pdf").write_bytes(b"%PDF-1.4\ntruncated")
    built = build(case)
    assert built.counts["refused"] == 1
    assert built.counts["whole"] == 6
    assert [line for line in built.warnings if line.startswith("sources/scan.pdf")]


def test_a_judgement_line_that_is_broken_is_told_and_stays(case):
    case.judgements.write_text("{broken\n", "utf-8")
    built = build(case)
    assert any(line.startswith("judgements.jsonl, line 1:") for line in built.warnings)
    assert case.judgements.read_text("utf-8") == "{broken\n"
