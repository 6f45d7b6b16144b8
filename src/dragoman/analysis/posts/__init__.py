"""Posts and rank (move M3): who held what, who was there and in which order, whose post had changed."""

from dragoman.analysis.posts.holding import Holder, appointments, changed_posts, departures, holders
from dragoman.analysis.posts.occasions import Occasion, Present, occasions
from dragoman.analysis.posts.rank import absences, order_findings
from dragoman.analysis.posts.titles import Titled, titled
from dragoman.analysis.reportage import Reportage
from dragoman.model import Finding

__all__ = ["Holder", "Occasion", "Present", "Titled", "holders", "occasions", "post_findings", "titled"]


def post_findings(reportage: Reportage) -> tuple[Finding, ...]:
    """What a case's texts show of posts and rank: changes first, then orders, absences, appointments, differences."""
    rows = tuple(row for document in sorted(reportage.documents) for row in titled(document, reportage))
    found = occasions(reportage)
    return (
        *changed_posts(rows, reportage),
        *order_findings(found, reportage),
        *absences(found, reportage),
        *appointments(reportage),
        *departures(rows, reportage),
    )
