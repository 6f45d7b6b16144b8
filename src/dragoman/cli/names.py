"""candidates: names that the gazetteer does not have, offered for acceptance."""

from typing import Annotated

import typer

from dragoman.cli.cases import Folder
from dragoman.cli.console import Format, built, opened_case, print_rows
from dragoman.model import Candidate
from dragoman.store import latest, open_store, read_judgements


def register(app: typer.Typer) -> None:
    """Add this group's commands."""
    app.command()(candidates)


def candidates(
    folder: Folder,
    form: Annotated[Format, typer.Option("--format", help="How to print.")] = Format.table,
    rows: Annotated[bool, typer.Option("--rows", help="Print gazetteer rows instead, to paste and mend.")] = False,
) -> None:
    """New names of the case by title and form, the most frequent first; `dragoman judge CASE ID accept` takes one."""
    from dragoman.engines.case_names import as_yaml, case_gazetteer, new_names, row_for

    case = opened_case(folder)
    built(case)
    judgements, _ = read_judgements(case.judgements)
    with open_store(case.store) as store:
        keys = {source.id: source.key for source in store.sources()}
        documents = {document.id: document for document in store.heads()}
        found = new_names(store.observations("candidate"), latest(judgements))
    places = [keys[documents[one.first.document].source] for one in found]
    if rows:
        known = case_gazetteer(case.gazetteer)
        lines = [
            row_for(one.name, one.first.reading, documents[one.first.document], key, known)
            for one, key in zip(found, places, strict=True)
            if isinstance(one.first.reading, Candidate)
        ]
        print(as_yaml(lines), end="")
        return
    shown = [
        {
            "name": one.name,
            "kind": one.kind,
            "title": one.title,
            "of": one.of,
            "count": one.count,
            "documents": one.documents,
            "where": f"{key}:{one.first.reading.start}-{one.first.reading.end}",
            "id": one.first.id,
        }
        for one, key in zip(found, places, strict=True)
    ]
    columns = ("name", "kind", "title", "of", "count", "documents", "where", "id")
    print_rows(shown, columns, form, "No new names: the gazetteer has every name that stands beside a title.")
