"""decode: an address into its commitments."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli.cases import Folder
from dragoman.cli.console import AGAINST, Format, WrongUse, built, opened_case, plain, print_rows
from dragoman.cli.questions import Form

if TYPE_CHECKING:
    from dragoman.analysis.doctrine import Compared, Decoded


def register(app: typer.Typer) -> None:
    """Add this group's commands."""
    app.command()(decode)


def decode(
    folder: Folder,
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="The key of the address's source.")],
    against: Annotated[str, typer.Option(metavar="DOCUMENT", help="An earlier address to set it against.")] = "",
    form: Form = Format.table,
) -> None:
    """The commitments of an address: kept, reworded or new against another, and where their words were said before."""
    from dragoman.analysis.doctrine import DoctrineError, address_findings
    from dragoman.opened import OpenedCase, UnknownSource

    built(opened_case(folder))
    opened = OpenedCase(folder)
    try:
        address = opened.document(document)
        decoded = opened.decode(document, against or None)
    except UnknownSource as error:
        raise WrongUse(str(error)) from error
    except DoctrineError as error:
        raise WrongUse(f"{document}: {error}") from error
    if not decoded.commitments:
        print(f"{document}: no series of points is worded as commitments; nothing to decode")
        raise typer.Exit(AGAINST)
    keys = {source.id: source.key for source in opened.sources()}
    owners = {one.id: keys[one.source] for one in opened.documents()}
    rows = [_row(one, owners) for one in decoded.commitments] + [_dropped(one) for one in decoded.dropped]
    finding = address_findings(decoded, address)[0]
    if form is Format.table:
        print(plain(finding.sentence))
    columns = ("number", "commitment", "fate", "nearest", "earliest", "said before", "vector", "specificity")
    print_rows(rows, columns if form is not Format.json else tuple(rows[0]), form)
    if form is Format.table:
        print(*(f"note: {line}" for line in finding.caveats), sep="\n")


def _row(one: "Decoded", owners: dict[str, str]) -> dict[str, Any]:
    from dragoman.analysis.doctrine import telling

    said = telling(one.earlier)
    compared, share = one.compared, one.specificity.share
    return {
        "number": one.commitment.number,
        "commitment": one.commitment.head,
        "start": one.commitment.start,
        "end": one.commitment.end,
        "fate": compared.fate if compared else "",
        "likeness": compared.likeness if compared else None,
        "nearest": compared.nearest.quote if compared and compared.nearest else "",
        "changes": [list(change) for change in compared.changes] if compared else [],
        "earliest": f"{said.published} {owners[said.anchor.document]}" if said else "",
        "said before": said.anchor.quote if said else "",
        "earlier": [
            {
                "part": [earlier.start, earlier.end],
                "quote": earlier.anchor.quote,
                "source": owners[earlier.anchor.document],
                "published": earlier.published,
                "start": earlier.anchor.start,
                "end": earlier.anchor.end,
                "whole": earlier.whole,
            }
            for earlier in one.earlier
        ],
        "vector": one.vector or "",
        "weights": [{"vector": w.vector, "term": w.term, "start": w.start, "end": w.end} for w in one.weights],
        "specificity": None if share is None else f"{share:.2f}",
        "specific parts": {
            name: [list(span) for span in getattr(one.specificity, name)]
            for name in ("figures", "days", "sums", "programmes", "places", "abstract")
        },
    }


def _dropped(one: "Compared") -> dict[str, Any]:
    return {
        "number": one.commitment.number,
        "commitment": one.commitment.head,
        "fate": "dropped",
        "likeness": one.likeness,
        "nearest": one.nearest.quote if one.nearest else "",
    }
