"""hypotheses: explanations that compete, weighed by what speaks against them."""

import json
import re
from typing import TYPE_CHECKING, Any

import msgspec
import typer

from dragoman.cli.cases import Folder
from dragoman.cli.console import AGAINST, Format, WrongUse, built, opened_case, plain, print_rows
from dragoman.cli.questions import Form
from dragoman.store import open_store

if TYPE_CHECKING:
    from dragoman.brief.hypothesis_study import HypothesisStudy


def register(app: typer.Typer) -> None:
    """Add this group's commands."""
    app.command()(hypotheses)


def hypotheses(folder: Folder, form: Form = Format.table) -> None:
    """The hypotheses of the case's hypotheses.toml: the matrix, what speaks against each, and the tests they failed.

    Ends with 1 where a citation does not hold or the file has another fault; each is told with its line, and an item
    whose words do not stand is not weighed.
    """
    from dragoman.brief.hypothesis_study import NAME, hypothesis_study

    case = opened_case(folder)
    if not (folder / NAME).is_file():
        raise WrongUse(
            f"{folder}: no {NAME}; write in it [[hypotheses]] with id and says, and [[evidence]] with id, says, "
            'cite = \'[@key "words"]\' and under [evidence.cells] H1 = ["I", "why"] for each hypothesis'
        )
    built(case)
    with open_store(case.store) as store:
        study = hypothesis_study(case, store)
    if study is None:
        raise typer.Exit(AGAINST)
    if form is Format.json:
        print(json.dumps(_whole(study), ensure_ascii=False, indent=2))
    else:
        names = [one.id for one in study.matrix.hypotheses] if study.matrix else []
        print_rows(
            _rows(study, form is Format.table),
            ("item", "evidence", *names, "spread", "test", "sources"),
            form,
            "Nothing to weigh.",
        )
    if form is Format.table:
        print(*map(plain, _said(study)), *(plain(f"{NAME}, {fault}") for fault in study.faults), sep="\n")
    if study.faults:
        raise typer.Exit(AGAINST)


def _said(study: "HypothesisStudy") -> list[str]:
    from dragoman.analysis.hypotheses import outcome_in_words
    from dragoman.analysis.hypotheses.sayings import caveats_of

    if study.weighed is None:
        return []
    lines = []
    for standing, finding in zip(study.weighed.standings, study.findings, strict=True):
        lines.append(f"{finding.verdict}: {finding.sentence}")
        lines += [f"  {outcome_in_words(one)}" for one in standing.outcomes]
    return [*lines, *(f"note: {caveat}" for caveat in caveats_of(study.weighed))]


def _whole(study: "HypothesisStudy") -> dict[str, Any]:
    from dragoman.analysis.hypotheses import outcome_in_words

    standings = study.weighed.standings if study.weighed else ()
    return {
        "hypotheses": [
            {
                "id": one.hypothesis,
                "verdict": finding.verdict,
                "rank": one.rank,
                "against": one.against,
                "strongly": one.strongly,
                "for": one.speaking,
                "tests": [outcome_in_words(outcome) for outcome in one.outcomes],
                "sentence": finding.sentence,
                "anchors": [msgspec.to_builtins(anchor) for anchor in finding.anchors],
            }
            for one, finding in zip(standings, study.findings, strict=True)
        ],
        "evidence": _rows(study),
        "caveats": [line.removeprefix("note: ") for line in _said(study) if line.startswith("note: ")],
        "faults": [{"line": fault.line, "reason": fault.reason} for fault in study.faults],
    }


def _rows(study: "HypothesisStudy", short: bool = False) -> list[dict[str, Any]]:
    if study.matrix is None:
        return []
    spread = study.weighed.diagnosticity if study.weighed else {}
    return [
        {
            "item": item.id,
            "evidence": item.says,
            **{name: cell.mark for name, cell in item.cells.items()},
            "spread": spread.get(item.id, "not weighed"),
            "test": f"{item.test} of {item.of}" if item.test else "",
            "sources": ", ".join(dict.fromkeys(re.findall(r'@([^\s"]+)', item.cite))) if short else item.cite,
            "reasons": {name: cell.why for name, cell in item.cells.items()},
        }
        for item in study.matrix.evidence
    ]
