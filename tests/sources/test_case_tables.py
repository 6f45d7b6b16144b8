"""The tables of case.toml that say what pages show: read whole, and each slip told with its place."""

from pathlib import Path

import pytest

from dragoman.model import AccountsAsked, AddressAsked, ClaimAsked, PhrasesAsked
from dragoman.sources import CaseError, load_case

HEAD = 'title = "x"\n[[tracks]]\nid = "trade"\ntitle = "Trade"\n[[tracks]]\nid = "visits"\ntitle = "Visits"\n'


def load(folder: Path, text: str):
    (folder / "case.toml").write_text(HEAD + text, "utf-8")
    return load_case(folder)


def test_every_key_of_the_tables_reaches_the_case(tmp_path: Path):
    case = load(
        tmp_path,
        '[[claims]]\nfrom = "trade:tariff@USA"\nto = "visits:visit"\nwindow = 14\ntitle = "Moves and visits"\n'
        '[[claims]]\nfrom = "visits"\nto = "trade"\n'
        '[formulations]\nphrases = ["会晤", " 命运共同体 ", "会晤"]\ntrack = "visits"\n'
        '[doctrine]\ndocument = "cpc-19"\nagainst = "cpc-18"\nby = "CHN"\n'
        '[[readouts]]\ndocuments = ["n11", "e7"]\ntitle = "The call"\n[[readouts]]\ndocuments = ["a", "b", "c"]\n',
    )
    assert case.claims == (
        ClaimAsked("trade:tariff@USA", "visits:visit", 14, "Moves and visits"),
        ClaimAsked("visits", "trade", 7, ""),
    )
    assert case.formulations == PhrasesAsked(("会晤", "命运共同体"), "visits")
    assert case.doctrine == AddressAsked("cpc-19", "cpc-18", "CHN")
    assert case.readouts == (AccountsAsked(("n11", "e7"), "The call"), AccountsAsked(("a", "b", "c")))


def test_a_case_without_them_asks_for_no_page(tmp_path: Path):
    case = load(tmp_path, "")
    assert (case.claims, case.formulations, case.doctrine, case.readouts) == ((), None, None, ())


CLAIM = '[[claims]]\nfrom = "trade"\nto = "visits"\n'


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('[claims]\nfrom = "x"', '"claims" must be written as [[claims]] tables'),
        ('[[claims]]\nfrom = "trade"', "[[claims]] number 1: no to; add a line"),
        (CLAIM + "windw = 3", '[[claims]] number 1: unknown key "windw"; did you mean "window"?'),
        (CLAIM + 'window = "7"', '"window" must be a whole number of days, and is "7"'),
        (CLAIM + "window = -1", '"window" must be a whole number of days, and is -1'),
        (CLAIM + "window = true", '"window" must be a whole number of days, and is True'),
        (CLAIM + "window = 99999", '"window" must be a whole number of days, and is 99999'),
        (CLAIM + CLAIM, "[[claims]] number 2: stands there already"),
        (CLAIM + '[[claims]]\nfrom = "trad:tariff"\nto = "visits"',
         '[[claims]] number 2: "from": no track "trad"; did you mean "trade"?'),
        ("[formulations]", "[formulations]: no phrase, or an empty one"),
        ('[formulations]\nphrases = [" "]', "[formulations]: no phrase, or an empty one"),
        ('[formulations]\nphrases = "会晤"', '[formulations]: "phrases" must be a list of texts'),
        ('[formulations]\nphrases = ["会晤"]\ntrack = "visit"', 'no track "visit"; did you mean "visits"?'),
        ("[doctrine]", "[doctrine]: no document; add a line"),
        ('[doctrine]\ndocument = ""', '[doctrine]: "document" must be text in quotes'),
        ('[doctrine]\ndocument = "a"\nagain = "b"', '[doctrine]: unknown key "again"; did you mean "against"?'),
        ("[[readouts]]", "[[readouts]] number 1: needs the keys of two sources or more, each once"),
        ('[[readouts]]\ndocuments = ["a", "a"]', "needs the keys of two sources or more, each once"),
        ('[[readouts]]\ndocuments = "a"', '"documents" must be a list of texts'),
        ('[[readouts]]\ndocument = ["a", "b"]', 'unknown key "document"; did you mean "documents"?'),
        ("[readouts]", '"readouts" must be written as [[readouts]] tables'),
        ("[[doctrine]]", '"doctrine" must be written as a [doctrine] table'),
    ],
)  # fmt: skip
def test_a_slip_in_a_table_is_told_with_its_place(tmp_path: Path, text: str, line: str):
    with pytest.raises(CaseError) as error:
        load(tmp_path, text)
    assert line in str(error.value)
    assert str(error.value).startswith("case.toml")


def test_a_claim_in_a_case_without_tracks_is_told(tmp_path: Path):
    (tmp_path / "case.toml").write_text('title = "x"\n' + CLAIM, "utf-8")
    with pytest.raises(CaseError, match=r'number 1: "from": no track "trade"$'):
        load_case(tmp_path)
