"""import, and link on an event table: two dyads made by hand, one that answers and one that does not."""

import json
from datetime import date, timedelta

import pytest

from tests.cli.test_commands import run

FIRST = date(2018, 1, 1)


@pytest.fixture
def folder(tmp_path):
    """Twelve threats, ten days apart, each answered the next day; and a visit every thirtieth day."""
    rows = ["date,source,event,target"]
    for number in range(12):
        day = FIRST + timedelta(10 * number)
        rows += [f"{day},United States,Threaten,China", f"{day + timedelta(1)},Ministry (China),Reject,Donald Trump"]
    rows += [f"{FIRST + timedelta(30 * number + 5)},Kim Jong-Un,Make a visit,China" for number in range(4)]
    (tmp_path / "coded.csv").write_text("\n".join(rows) + "\n", "utf-8")
    assert run("init", tmp_path / "case")[0] == 0
    code, out, err = run("import", tmp_path / "case", "icews", tmp_path / "coded.csv")
    assert code == 0, err
    assert "28 events, 2018-01-01 to 2018-04-22" in out
    return tmp_path / "case"


def asked(folder, acts, answers, *more):
    code, out, err = run("link", folder, "--from", acts, "--to", answers, "--format", "json", *more)
    assert code == 0, err
    return json.loads(out)


def test_an_answer_leads_to_its_row_and_to_that_of_the_act(folder):
    found = asked(folder, "coded:conflict@USA>CHN", "coded:conflict@CHN>USA", "--window", 1)
    assert (found["tests"][0]["followed"], found["tests"][0]["answers"]) == (12, 12)
    assert found["verdict"] == "established"
    assert found["pairs"][0]["answer row"] == "tables/coded.csv, line 3"
    assert found["pairs"][0]["act row"] == "tables/coded.csv, line 2"


def test_a_claim_on_a_table_is_kept_and_counted_like_any_other(folder):
    asked(folder, "coded:conflict@USA>CHN", "coded:conflict@CHN>USA", "--window", 1)
    found = asked(folder, "coded:conflict@USA>CHN", "coded:042@PRK>CHN", "--window", 7)
    assert any("2 claims were tried" in caveat for caveat in found["caveats"])
    other = asked(folder, "coded:13@USA", "coded:042", "--period", "2018-01-01/2018-03-31")
    assert any("also tried over 1 other period" in caveat for caveat in other["caveats"])


def test_a_hawkes_process_is_not_for_so_few_events(folder):
    found = asked(folder, "coded:conflict@USA>CHN", "coded:conflict@CHN>USA", "--hawkes")
    assert found["hawkes"]["notes"] == [
        "a Hawkes process is not for so few events: 12 acts and 12 answers, and at least 200 of each are needed"
    ]


def test_a_hawkes_process_of_many_events_is_given_with_its_caveats(folder):
    pytest.importorskip("scipy", reason="needs the extra [hawkes]")
    table = folder / "tables" / "coded.csv"
    table.write_text(table.read_text("utf-8") + table.read_text("utf-8").split("\n", 1)[1] * 19, "utf-8")
    found = asked(folder, "coded:conflict@USA>CHN", "coded:conflict@CHN>USA", "--window", 1, "--hawkes")["hawkes"]
    assert (found["acts"], found["answers"]) == (240, 240)
    assert found["p"] < 0.001
    assert any("a crisis that both tracks share" in note for note in found["notes"])


def test_wrong_uses_are_told_in_a_line(folder, tmp_path):
    for words, more in (
        ("no format", ("import", folder, "gdelt", tmp_path / "coded.csv")),
        ("no kind of event", ("link", folder, "--from", "coded:dance", "--to", "coded")),
        ("no track", ("link", folder, "--from", "other:13", "--to", "coded")),
    ):
        code, _, err = run(*more)
        assert (code, words in err) == (2, True), err
    code, _, err = run("import", folder, "icews", tmp_path / "none.csv")
    assert (code, "no such file" in err) == (3, True)
    (folder / "tables" / "coded.csv").write_bytes(b"\xff")
    code, _, err = run("link", folder, "--from", "coded", "--to", "coded:042")
    assert (code, "not UTF-8" in err) == (2, True), err
