"""The frozen rules of a case: frozen.jsonl, one a line, only ever added to."""

from pathlib import Path

from dragoman.analysis.linkage import Rule, read_rules
from dragoman.model import Case


def rules_path(case: Case) -> Path:
    """Where a case keeps its frozen rules; may be absent."""
    return case.folder / "frozen.jsonl"


def rules_in(case: Case) -> list[Rule]:
    """The rules of a case, the earliest first."""
    path = rules_path(case)
    rules = read_rules(path.read_text("utf-8").splitlines()) if path.is_file() else ()
    return sorted(rules, key=lambda rule: (rule.first, rule.id))
