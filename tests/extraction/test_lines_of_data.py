"""The lines of YAML that statements, protocol and names are read by: whole, and refused where they are not."""

import pytest

from dragoman.extraction import FrameError
from dragoman.extraction.naming import names
from dragoman.extraction.protocol import acts
from dragoman.extraction.speech import tongue

LANGUAGES = ("en", "zh", "ja", "ko")


@pytest.fixture(autouse=True)
def fresh():
    yield
    tongue.load_tongue.cache_clear()
    acts.load_acts.cache_clear()
    names.load_rows.cache_clear()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_line_is_named_by_its_kind_language_and_number(lang):
    assert [verb.name for verb in tongue.load_tongue(lang).verbs][:2] == [f"say.{lang}[0]", f"say.{lang}[1]"]
    for kind in acts.ACTIONS:
        lines = [row.line for row in acts.load_acts(kind, lang).rows]
        assert lines == [f"{kind}.{lang}[{number}]" for number in range(len(lines))]
    assert names.load_rows(lang)[0].line == f"names.{lang}[0]"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_pattern_matches_nothing_at_all(lang):
    assert tongue.load_tongue(lang).speech.pattern.fullmatch("") is None
    for kind in acts.ACTIONS:
        assert all(row.verb.fullmatch("") is None for row in acts.load_acts(kind, lang).rows)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("- {verb: said, manner: shouting}", "manner"),
        ("- {manner: plain}", "verb"),
        ("- {verb: said, manner: plain, loud: true}", "loud"),
        ("- {verb: '(said', manner: plain}", "regular expression"),
    ],
)
def test_a_line_of_speech_that_cannot_be_read_names_its_file(tmp_path, monkeypatch, wrong, message):
    whole = (tongue.FOLDER / "ja.yaml").read_text(encoding="utf-8")
    head, rest = whole.split("verbs:\n")
    (tmp_path / "ja.yaml").write_text(f"{head}verbs:\n  {wrong}\n{rest}", encoding="utf-8")
    monkeypatch.setattr(tongue, "FOLDER", tmp_path)
    tongue.load_tongue.cache_clear()
    with pytest.raises(FrameError, match=f"ja.yaml.*{message}"):
        tongue.load_tongue("ja")


@pytest.mark.parametrize(
    ("wrong", "message"),
    [("{verb: x, as: signed}", "presided"), ("{as: spoke}", "verb"), ("{verb: '(', as: spoke}", "regular expression")],
)
def test_a_line_of_protocol_that_cannot_be_read_names_its_file_and_number(tmp_path, monkeypatch, wrong, message):
    row = f"{{stems: x, unless: y, rows: [{wrong}]}}"
    (tmp_path / "attend.yaml").write_text("\n".join(f"{lang}: {row}" for lang in LANGUAGES), encoding="utf-8")
    monkeypatch.setattr(acts, "FOLDER", tmp_path)
    acts.load_acts.cache_clear()
    with pytest.raises(FrameError, match=rf"attend\.yaml, attend\.ko\[0\].*{message}"):
        acts.load_acts("attend", "ko")


@pytest.mark.parametrize(
    ("wrong", "message"), [("{kind: person, match: x}", "group name"), ("{kind: ship, match: '(?P<name>x)'}", "kind"),
                           ("{kind: person, match: '(?P<name>x'}", "regular expression")],
)  # fmt: skip
def test_a_line_of_names_that_cannot_be_read_names_its_file_and_number(tmp_path, monkeypatch, wrong, message):
    row = f"{{parts: {{}}, rows: [{wrong}]}}"
    (tmp_path / "names.yaml").write_text("\n".join(f"{lang}: {row}" for lang in LANGUAGES), encoding="utf-8")
    monkeypatch.setattr(names, "DATA", tmp_path / "names.yaml")
    names.load_rows.cache_clear()
    with pytest.raises(FrameError, match=rf"names\.yaml, names\.ja\[0\].*{message}"):
        names.load_rows("ja")
