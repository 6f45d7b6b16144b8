"""init, add, build, check: a case from an empty folder to evidence that holds."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.console import AGAINST, REFUSED, WrongUse, built, opened_case, plain
from dragoman.model import Case

if TYPE_CHECKING:
    from dragoman.engines import Built

Folder = Annotated[Path, typer.Argument(metavar="CASE", help="The case's folder.")]


def register(app: typer.Typer) -> None:
    """Add this group's commands."""
    app.command()(init)
    app.command()(add)
    app.command()(build)
    app.command()(check)


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new or empty folder.")],
    title: Annotated[str | None, typer.Option(help="What the case is called.")] = None,
) -> None:
    """Make a case: a folder with case.toml, sources/, judgements.jsonl and brief.md."""
    from dragoman.sources import CaseError, create_case

    try:
        case = create_case(folder, title)
    except CaseError as error:
        raise WrongUse(str(error)) from error
    print(f'Made the case "{case.title}" in {folder}.')
    print(f"Next: dragoman add {folder} FILE…    then: dragoman build {folder}")


def add(
    folder: Folder,
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE…", help="Files or folders; records beside them come too.")
    ],
) -> None:
    """Copy files into the case's sources, as they came. Nothing is overwritten."""
    from dragoman.sources import add_files

    added = add_files(opened_case(folder), files)
    for one in added:
        if one.note or one.outcome in {"refused", "skipped"}:
            print(plain(f"{one.file}: {one.outcome}{': ' if one.note else ''}{one.note}"))
    count = {outcome: sum(one.outcome == outcome for one in added) for outcome in ("added", "already there", "refused")}
    print(f"{count['added']} added, {count['already there']} already there, {count['refused']} refused")
    if count["refused"]:
        raise typer.Exit(REFUSED)


def build(
    folder: Folder,
    jobs: Annotated[int, typer.Option(min=1, max=64, help="Processes that read and observe at once.")] = 2,
) -> None:
    """Read what is new or changed, observe it, join reports into events, and make the findings."""
    case = opened_case(folder)
    now = built(case, jobs)
    if not now.changed:
        print(f"Nothing has changed. {_standing(now)}")
        return
    print(f"{now.files} files read, {now.documents} documents observed. {_standing(now)}")
    show_warnings(now)


def show_warnings(now: "Built") -> None:
    """What a person should see to, at the end, each line with its file."""
    if now.warnings:
        print(f"\n{len(now.warnings)} to see to:")
        for line in now.warnings:
            print(f"  {plain(line)}")


def _standing(now: "Built") -> str:
    counts = now.counts
    spoken = " · ".join(
        f"{name.removeprefix('language ')} {number}" for name, number in sorted(counts.items())
        if name.startswith("language ") and number
    )  # fmt: skip
    return (
        f"{counts['documents']} documents ({spoken}); {counts['time']} times, {counts['quantity']} quantities, "
        f"{counts['report']} event reports; {counts['events']} events, {counts['findings']} findings."
    )


def check(folder: Folder) -> None:
    """Check every quotation of the brief and every anchor of the findings, character by character.

    Ends with 1 where something does not hold: a claim without an anchor, a quote that no longer matches, a judgement
    whose words have changed.
    """
    case = opened_case(folder)
    lines = problems(case)
    for line in lines:
        print(plain(line))
    if lines:
        print(f"\n{len(lines)} do not hold.")
        raise typer.Exit(AGAINST)
    print(
        "Everything holds: every claim of the brief has its anchor, and every quote stands where it is said to stand."
    )


def problems(case: Case) -> list[str]:
    """Every way in which the case does not hold, a line each."""
    from dragoman.brief import check_brief, false_anchors, gather
    from dragoman.store import open_store

    built(case)
    with open_store(case.store) as store:
        evidence = gather(case, store)
        lines = false_anchors(evidence)
        if case.brief.is_file():
            text = case.brief.read_text("utf-8")
            lines += [f"brief.md, {problem}" for problem in check_brief(evidence, text) if not problem.warning]
        lines += [
            f"judgements.jsonl, {one.judgement}: {one.fate}"
            for one in store.standings()
            if one.fate not in {"kept", "moved"}
        ]
    return lines
