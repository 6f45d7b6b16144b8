"""The pages of a case: which there are, and where; the navigation of every page is made from this one list."""

from dataclasses import dataclass

from dragoman.brief.studies import Studies


@dataclass(frozen=True, slots=True)
class Entry:
    """A page in the navigation: its name, its address from the folder of the brief, what it is called."""

    name: str
    link: str
    label: str


STUDIED = (
    Entry("formulations", "formulations.html", "Formulations"),
    Entry("doctrine", "doctrine.html", "Doctrine"),
    Entry("readouts", "readouts.html", "Readouts"),
    Entry("linkage", "linkage.html", "Linkage"),
    Entry("hypotheses", "hypotheses.html", "Hypotheses"),
    Entry("ledgers", "ledgers.html", "Ledgers"),
    Entry("watch", "watch.html", "Watch"),
)


def contents(studies: Studies) -> tuple[Entry, ...]:
    """The pages that are written, in the order of the navigation; a study that is not there has no page.

    >>> [entry.label for entry in contents(Studies())]
    ['Brief', 'Chronology', 'Sources']
    """
    return (
        Entry("brief", "index.html", "Brief"),
        Entry("chronology", "chronology.html", "Chronology"),
        *(entry for entry in STUDIED if getattr(studies, entry.name)),
        Entry("sources", "sources/index.html", "Sources"),
    )
