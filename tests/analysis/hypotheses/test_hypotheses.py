"""Competing hypotheses weighed by hand; the tests of process tracing; every fault of the file on its line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.analysis.hypotheses import (
    Cell,
    Evidence,
    Hypothesis,
    Matrix,
    findings,
    read_hypotheses,
    weigh,
)
from dragoman.analysis.hypotheses.sayings import caveats_of, verdict_of
from dragoman.model import Anchor

FILE = """# why
[[hypotheses]]
id = "H1"
says = "China answered tariffs with visits"

[[hypotheses]]
id = "H2"
says = "Visits bracket summits"

[[evidence]]
id = "E1"
says = "A visit followed a tariff"
cite = '''
[@n5 "来访";
 @n7 "血"]'''
test = "hoop"
of = "H1"
[evidence.cells]
H1 = ["CC", "as it must"]
H2 = ["N", "says nothing"]

[[evidence]]
id = "E2"
says = "No tariff before May"
cite = '[@n10 "访问"]'
cells.H1 = ["II", "nothing to answer", '[@n9 "磋商"]']
cells.H2 = ["C", "a summit was near"]
"""


def matrix(rows: dict[str, str], **tests: tuple[str, str]) -> Matrix:
    """Rows of marks for H1, H2, …, as E1="CC I N"."""
    made = []
    for name, marks in rows.items():
        cells = {f"H{number}": Cell(mark, "why") for number, mark in enumerate(marks.split(), 1)}
        test, of = tests.get(name, ("", ""))
        made.append(Evidence(name, "says", "", cells, test, of))
    count = max(len(marks.split()) for marks in rows.values())
    return Matrix(tuple(Hypothesis(f"H{number}", f"says {number}") for number in range(1, count + 1)), tuple(made))


def test_the_file_is_read_with_every_part() -> None:
    found, faults = read_hypotheses(FILE)
    assert faults == ()
    assert found is not None
    assert [one.id for one in found.hypotheses] == ["H1", "H2"]
    one, two = found.evidence
    assert (one.test, one.of, one.cells["H1"].mark, one.cells["H2"].why) == ("hoop", "H1", "CC", "says nothing")
    assert one.cite == '[@n5 "来访";\n @n7 "血"]'
    assert (two.cells["H1"].mark, two.cells["H1"].cite, two.test) == ("II", '[@n9 "磋商"]', "")
    lines = FILE.split("\n")
    assert lines[one.lines["cite"] - 1].startswith("cite = '''")
    assert lines[two.lines["H1"] - 1].startswith("cells.H1")


class TestWeighing:
    """Heuer: the hypothesis with least against it stands first; what fits all tells none apart."""

    def test_inconsistency_counts_and_consistency_does_not(self) -> None:
        # H1 has three for it and one against; H2 has nothing for it and nothing against.
        weighed = weigh(matrix({"E1": "CC N", "E2": "CC N", "E3": "C N", "E4": "I N"}))
        assert [(one.hypothesis, one.against, one.rank) for one in weighed.standings] == [("H2", 0, 1), ("H1", 1, 2)]
        assert verdict_of(weighed.standings[0], weighed) == "least inconsistent"

    def test_very_inconsistent_counts_twice_and_equals_share_a_rank(self) -> None:
        weighed = weigh(matrix({"E1": "II I C", "E2": "C I C"}))
        assert [(one.hypothesis, one.against, one.strongly, one.weight, one.rank) for one in weighed.standings] == [
            ("H3", 0, 0, 0, 1), ("H1", 1, 1, 2, 2), ("H2", 2, 0, 2, 2),
        ]  # fmt: skip

    def test_diagnosticity_is_the_spread_of_a_row(self) -> None:
        weighed = weigh(matrix({"E1": "CC II", "E2": "C C", "E3": "N I", "E4": "CC N"}))
        assert weighed.diagnosticity == {"E1": 4, "E2": 0, "E3": 1, "E4": 2}
        assert any(caveat.startswith("E2 fits every hypothesis alike") for caveat in caveats_of(weighed))

    def test_the_item_on_which_the_first_place_hangs_is_named(self) -> None:
        weighed = weigh(matrix({"E1": "N II", "E2": "I N"}))  # without E1 it is 1 to 0 the other way
        assert weighed.pivots == ("E1",)
        assert weigh(matrix({"E1": "N I", "E2": "N I"})).pivots == ()

    def test_a_matrix_of_equals_has_no_alone_in_front(self) -> None:
        weighed = weigh(matrix({"E1": "C C"}))
        assert verdict_of(weighed.standings[0], weighed) == "least inconsistent, with others"


class TestProcessTracing:
    """Van Evera's four tests: a failed hoop puts out, a smoking gun confirms, straws do neither."""

    @pytest.mark.parametrize(
        ("test", "mark", "result", "out", "confirmed"),
        [
            ("hoop", "C", "passed", False, False), ("hoop", "I", "failed", True, False),
            ("smoking gun", "CC", "passed", False, True), ("smoking gun", "II", "failed", False, False),
            ("straw in the wind", "C", "passed", False, False), ("straw in the wind", "I", "failed", False, False),
            ("doubly decisive", "C", "passed", False, True), ("doubly decisive", "I", "failed", True, False),
            ("hoop", "N", "undecided", False, False),
        ],
    )  # fmt: skip
    def test_each_kind(self, test: str, mark: str, result: str, out: bool, confirmed: bool) -> None:
        weighed = weigh(matrix({"E1": f"{mark} N"}, E1=(test, "H1")))
        standing = next(one for one in weighed.standings if one.hypothesis == "H1")
        (outcome,) = standing.outcomes
        assert (outcome.result, outcome.out, outcome.confirmed, standing.out) == (result, out, confirmed, out)

    def test_a_doubly_decisive_test_that_is_passed_puts_the_rivals_out(self) -> None:
        weighed = weigh(matrix({"E1": "CC N N"}, E1=("doubly decisive", "H1")))
        assert {one.hypothesis for one in weighed.standings if one.out} == {"H2", "H3"}

    def test_what_is_out_is_out_whatever_its_rank(self) -> None:
        weighed = weigh(matrix({"E1": "I N", "E2": "N II"}, E1=("hoop", "H1")))
        assert verdict_of(weighed.standings[0], weighed) == "out"


def test_findings_rest_on_the_anchors_of_the_items_that_speak() -> None:
    places = {name: (Anchor("do-1", number, number + 1, "x"),) for number, name in enumerate(("E1", "E2"))}
    one, two = findings(matrix({"E1": "N I", "E2": "N C"}), places)
    assert (one.verdict, two.verdict) == ("least inconsistent", "more inconsistent")
    assert one.anchors == ()
    assert [anchor.start for anchor in two.anchors] == [0, 1]
    assert two.sentence == "H2, “says 2”: 1 item of 2 speaks against it; rank 2 of 2."


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ('id = "E2"', "id = ", 23, "not valid TOML"),
        ('"CC", "as it must"', '"CCC", "as it must"', 19, '"CCC" is no mark; there are CC, C, N, I, II'),
        ('"CC", "as it must"', '"CC", " "', 19, "no reason"),
        ('["N", "says nothing"]', '"N"', 20, "a cell is a mark and its reason"),
        ('H2 = ["N", "says nothing"]\n', "", 10, "E1: no cell for H2"),
        ('H2 = ["N", "says nothing"]', 'H3 = ["N", "says nothing"]', 20, 'no hypothesis "H3"'),
        ('test = "hoop"', 'test = "loop"', 16, '"loop" is no test; there are: straw in the wind, hoop'),
        ('of = "H1"', 'of = "H9"', 17, '"H9" is no hypothesis'),
        ('id = "E2"', 'id = "E1"', 23, 'the id "E1" is taken'),
        ('id = "H2"', 'id = "H1"', 7, 'the id "H1" is taken'),
        ('says = "Visits bracket summits"', "", 6, "hypotheses: no says"),
        ('says = "No tariff before May"', 'say = "No tariff"', 24, 'unknown key "say"; did you mean "says"?'),
        ("cite = '[@n10", "cites = '[@n10", 25, 'unknown key "cites"; did you mean "cite"?'),
        ("# why", "why = 1", 1, 'unknown key "why"'),
    ],
)  # fmt: skip
def test_every_fault_is_told_on_its_line(old: str, new: str, line: int, words: str) -> None:
    assert FILE.count(old) == 1
    _, faults = read_hypotheses(FILE.replace(old, new))
    assert any(fault.line == line and words in fault.reason for fault in faults), faults


def test_what_cannot_be_weighed_is_said() -> None:
    assert read_hypotheses("")[1][0].reason == "no [[hypotheses]]; add two"
    assert read_hypotheses('hypotheses = 1\nevidence = ["x"]')[0] is None
    alone = FILE[: FILE.index("[[evidence]]")]
    assert read_hypotheses(alone)[1][0].reason == "no [[evidence]]; nothing can be weighed"


@given(st.text(max_size=400))
def test_no_text_raises(text: str) -> None:
    read_hypotheses(text)
    read_hypotheses(FILE + text)


def test_a_header_inside_a_long_text_does_not_move_the_lines() -> None:
    text = FILE.replace("\n @n7", "\n[[evidence]]\n @n7").replace('"N", "says nothing"', '"X", "y"')
    _, faults = read_hypotheses(text)
    assert [fault.line for fault in faults] == [21]


def test_the_example_of_the_documentation_has_no_fault() -> None:
    text = (Path(__file__).parents[3] / "docs" / "hypotheses.md").read_text("utf-8")
    found, faults = read_hypotheses(text.split("```toml\n")[1].split("```")[0])
    assert faults == ()
    assert found is not None
    assert found.evidence[0].cells["H2"].cite.startswith("[@n8")
