"""What a record takes from where."""

from dragoman.model import BibliographicField
from dragoman.sources.bibliography import SidecarRecord, record_of


def test_the_first_line_of_a_text_is_not_passed_off_as_the_title_of_a_published_work():
    guessed = [BibliographicField("title", "金正恩氏が訪中", "text, line 1")]
    record = SidecarRecord("n.toml", fields=(BibliographicField("container-title", "読売新聞", "sidecar n.toml"),))
    assert record_of([record], guessed, "n.txt").value("title") is None
    dated = SidecarRecord("n.toml", fields=(BibliographicField("issued", "2018-05-09", "sidecar n.toml"),))
    assert record_of([dated], guessed, "n.txt").value("title") == "金正恩氏が訪中"
