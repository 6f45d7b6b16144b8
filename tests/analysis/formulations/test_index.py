"""The index finds every place of any string, as a scan of the texts does."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.analysis.formulations import FormulationError, PhraseIndex, Text, phrase_index
from dragoman.analysis.formulations.shelf import open_index, write_index
from tests.analysis.formulations.making import NOTICES, answered

few = st.text(alphabet="ab\n", max_size=30)
short = st.text(alphabet="ab\n", min_size=1, max_size=4).filter(str.strip)


def scanned(texts: list[str], phrase: str) -> list[tuple[int, int]]:
    """(text, start) of every place, the slow way."""
    found = []
    for number, text in enumerate(texts):
        at = text.find(phrase)
        while at >= 0:
            found.append((number, at))
            at = text.find(phrase, at + len(phrase))
    return found


def placed(index: PhraseIndex, phrase: str) -> list[tuple[int, int]]:
    places = index.places(phrase)
    return list(zip(places.documents.tolist(), places.starts.tolist(), strict=True))


@settings(deadline=None)
@given(st.lists(few, max_size=6), short, st.integers(1, 40))
def test_places_are_those_of_a_scan_however_the_shards_fall(texts: list[str], phrase: str, size: int) -> None:
    index = phrase_index([Text(f"do-{number}", text) for number, text in enumerate(texts)], size)
    assert placed(index, phrase) == scanned(texts, phrase)


@pytest.mark.parametrize("language", sorted(NOTICES))
def test_any_string_of_our_notices_is_found_and_quoted(language: str) -> None:
    texts = NOTICES[language]
    index = phrase_index(Text(f"do-{number}", text) for number, text in enumerate(texts))
    for text in texts:
        for at in range(0, len(text), 3):
            phrase = text[at : at + 1 + at % 7]
            if phrase.strip():
                places = placed(index, phrase)
                assert places == scanned(texts, phrase)
                assert {index.quote(number, start, start + len(phrase)) for number, start in places} == {phrase}


def test_a_string_never_runs_from_one_document_into_the_next() -> None:
    index = phrase_index([Text("do-1", "双方会"), Text("do-2", "晤谈\n")])
    assert placed(index, "会晤") == []
    assert placed(index, "会\n晤") == []
    assert placed(index, "谈\n") == [(1, 1)]


def test_characters_beyond_the_basic_plane_and_half_surrogates_are_found() -> None:
    texts = ["𠮷田😀会晤", "\ud83d会晤\U0010ffff"]
    index = phrase_index(Text(str(number), text) for number, text in enumerate(texts))
    for phrase in ("𠮷", "😀会", "\ud83d会", "晤\U0010ffff", "\x00"):
        assert placed(index, phrase) == scanned(texts, phrase)


def test_more_characters_than_two_bytes_number_are_told_apart() -> None:
    text = "".join(chr(code) for code in range(0x20, 0x20000) if not 0xD800 <= code < 0xE000)
    index = phrase_index([Text("do-1", text)])
    for phrase in ("一丁", "\U0001fffe\U0001ffff", "!"):
        assert placed(index, phrase) == scanned([text], phrase)


def test_registers_are_those_of_the_passages() -> None:
    index = phrase_index([answered("do-1", None, "记者：会晤？", "答：会晤。"), Text("do-2", "会晤")])
    registers = [index.registers[number] for number in index.places("会晤").registers.tolist()]
    assert registers == ["question", "answer", "body"]


def test_an_index_on_disk_answers_as_the_one_in_memory(tmp_path: Path) -> None:
    texts = [Text(f"do-{number}", text, "2018-05") for number, text in enumerate(NOTICES["zh"] + NOTICES["ko"])]
    written = write_index(tmp_path, "ix-1", texts, size=60)
    opened = open_index(tmp_path, "ix-1")
    assert opened is not None
    assert len(opened.shards) > 1
    for phrase in ("分歧", "협력", "。"):
        assert placed(opened, phrase) == placed(written, phrase) == placed(phrase_index(texts), phrase)
    assert open_index(tmp_path, "ix-2") is None


def test_an_index_cut_short_is_not_opened_and_the_old_one_goes(tmp_path: Path) -> None:
    write_index(tmp_path, "ix-1", [Text("do-1", "会晤")])
    write_index(tmp_path, "ix-2", [Text("do-1", "会谈")])
    assert open_index(tmp_path, "ix-1") is None
    (tmp_path / "ix-2" / "0-suffixes.npy").write_bytes(b"")
    assert open_index(tmp_path, "ix-2") is None


def test_no_documents_give_no_places() -> None:
    assert placed(phrase_index([]), "会晤") == []


def test_an_empty_string_is_refused() -> None:
    with pytest.raises(FormulationError, match="an empty phrase"):
        phrase_index([Text("do-1", "会晤")]).places("")
