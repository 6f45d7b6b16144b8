"""The case's own gazetteer: new names offered, accepted, read at the next build."""

import json

import pytest
import yaml

from dragoman.cli.app import app
from dragoman.engines import build, case_gazetteer
from dragoman.engines.case_names import accept_name, new_names, row_for
from dragoman.model import Candidate, Mention, Statement
from dragoman.sources import CaseError, load_case
from dragoman.store import open_store, read_judgements

TEXT = "外交部副部长陈大明同金正恩举行会谈。外交部副部长陈大明表示，中方支持对话。"


@pytest.fixture
def case(tmp_path):
    (tmp_path / "case.toml").write_text('title = "T"\n', encoding="utf-8")
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "a.txt").write_text(TEXT, encoding="utf-8")
    return load_case(tmp_path)


def candidates(case, judgements=()):
    build(case, jobs=1)
    with open_store(case.store) as store:
        return new_names(store.observations("candidate"), judgements)


def test_a_new_name_is_offered_with_its_count_and_place(case):
    (one,) = candidates(case)
    assert (one.name, one.kind, one.title, one.of, one.count, one.documents) == (
        "陈大明",
        "person",
        "副部长",
        "chn-mfa",
        2,
        1,
    )
    assert TEXT[one.first.reading.start : one.first.reading.end] == "陈大明"


def test_an_accepted_name_speaks_at_the_next_build(case):
    (one,) = candidates(case)
    with open_store(case.store) as store:
        (document,) = store.documents()
    assert isinstance(one.first.reading, Candidate)
    accept_name(case, row_for(one.name, one.first.reading, document, "a", case_gazetteer(case.gazetteer)))
    assert candidates(case) == []
    with open_store(case.store) as store:
        spoken = {row.reading.speaker for row in store.observations("statement") if isinstance(row.reading, Statement)}
        named = {row.reading.entity for row in store.observations("mention") if isinstance(row.reading, Mention)}
    assert spoken == {"陈大明"}
    assert "陈大明" in named


def test_a_name_is_accepted_once(case):
    row = {"id": "chen-daming", "type": "person", "names": {"zh": ["陈大明"]}, "source": "a"}
    accept_name(case, row)
    with pytest.raises(CaseError, match="chen-daming"):
        accept_name(case, row)
    assert yaml.safe_load(case.gazetteer.read_text("utf-8")) == [row]


def test_a_row_that_cannot_be_read_is_told_before_the_build(case):
    case.gazetteer.write_text("- {id: x, type: wizard, names: {en: [X]}, source: s}\n", encoding="utf-8")
    with pytest.raises(CaseError, match=r"gazetteer\.yaml, row 1.*wizard"):
        build(case, jobs=1)


def test_the_commands_offer_accept_and_reject(case):
    from typer.testing import CliRunner

    def run(*arguments):
        return CliRunner().invoke(app, [str(one) for one in arguments])

    shown = json.loads(run("candidates", case.folder, "--format", "json").stdout)
    assert [(one["name"], one["where"]) for one in shown] == [("陈大明", "a:6-9")]
    assert yaml.safe_load(run("candidates", case.folder, "--rows").stdout)[0]["names"] == {"zh": ["陈大明"]}
    assert run("judge", case.folder, shown[0]["id"], "reject").exit_code == 0
    assert json.loads(run("candidates", case.folder, "--format", "json").stdout) == []
    assert run("judge", case.folder, shown[0]["id"], "accept").exit_code == 0
    judgements, _ = read_judgements(case.judgements)
    assert [(one.kind, one.quote, one.decision) for one in judgements] == [
        ("candidate", "陈大明", "reject"),
        ("candidate", "陈大明", "accept"),
    ]
    assert "陈大明" in case_gazetteer(case.gazetteer)
