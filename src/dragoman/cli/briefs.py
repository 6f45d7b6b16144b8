"""brief, serve: the pages, written and shown."""

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.cases import Folder
from dragoman.cli.console import AGAINST, WrongUse, built, opened_case, plain
from dragoman.model import Case


def register(app: typer.Typer) -> None:
    """Add this group's commands."""
    app.command()(brief)
    app.command()(serve)


def brief(
    folder: Folder,
    to: Annotated[str, typer.Option(help="Formats, parted by commas: html.")] = "html",
    out: Annotated[Path | None, typer.Option(help="Where to write (default: pages/ in the case).")] = None,
) -> None:
    """Write the brief, the chronology and every source with its highlights as pages that need no program to read.

    Ends with 1 where a claim of the brief does not hold; the pages are written all the same and mark it.
    """
    case = opened_case(folder)
    for form in to.split(","):
        if form.strip() != "html":
            raise WrongUse(f'--to "{form.strip()}": there is html')
    built(case)
    written = write_brief(case, out)
    print(written / "index.html")
    print(written / "chronology.html")


def write_brief(case: Case, out: Path | None) -> Path:
    """Write a built case's pages and return their folder; problems of the brief are told, then ended with."""
    from dragoman.brief import gather, study, write_pages
    from dragoman.store import open_store

    folder = out or case.pages
    text = case.brief.read_text("utf-8") if case.brief.is_file() else f"# {case.title}\n\n```{{chronology}}\n```\n"
    with open_store(case.store) as store:
        written = write_pages(gather(case, store), text, folder, study(case, store))
    for problem in written.problems:
        print(plain(f"brief.md, {problem}"))
    wrong = [problem for problem in written.problems if not problem.warning]
    if wrong:
        print(f"\n{len(wrong)} claims do not hold; the pages mark them: {folder / 'index.html'}")
        raise typer.Exit(AGAINST)
    return folder


def serve(
    folder: Folder,
    port: Annotated[int | None, typer.Option(min=1, max=65535, help="Default: a free one.")] = None,
) -> None:
    """Show the pages of a case in the browser, from this machine only."""
    case = opened_case(folder)
    built(case)
    serve_pages(write_brief(case, None), port)


def serve_pages(folder: Path, port: int | None) -> None:
    """Serve a folder of pages on the loopback address until Ctrl-C."""
    import webbrowser
    from functools import partial
    from http.server import ThreadingHTTPServer

    from dragoman.cli.local_pages import LocalPages

    try:
        server = ThreadingHTTPServer(("127.0.0.1", port or 0), partial(LocalPages, directory=str(folder)))
    except OSError as error:
        raise WrongUse(f"port {port}: {error.strerror}; give another with --port") from error
    address = f"http://127.0.0.1:{server.server_port}/"
    print(f"Open {address}    (Ctrl-C stops)", flush=True)
    webbrowser.open(address)
    with server:
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print("\nStopped.")
