"""Looking for many patterns at once finds what trying each of them finds."""

import re
from functools import lru_cache
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.extraction import FrameError, extractor, load_frames
from dragoman.extraction.frames import Pattern, read_pattern
from dragoman.extraction.lexicon import Lexicon
from dragoman.extraction.operators import load_operators
from dragoman.extraction.wording import WORDS, beginnings, expression, following, size
from dragoman.languages.literals import fold, literals

LANGUAGES = ("en", "zh", "ja", "ko")
TEXTS = yaml.safe_load((Path(__file__).parent / "sentences.yaml").read_text(encoding="utf-8"))


@lru_cache
def lines(language: str) -> list[Pattern]:
    frames = [line for frame in load_frames().values() for line in frame.patterns.get(language, ())]
    return frames + [line for operator in load_operators(language).values() for line in operator.patterns]


@lru_cache
def lexicon(language: str) -> Lexicon:
    return Lexicon(lines(language))


@lru_cache
def words(language: str) -> list[str]:
    """Words of the sentences, and the literals of the lines."""
    found = [word for row in TEXTS[language] for word in re.split(r"\s+|(?<=[一-鿿가-힣])", row[0])]
    return found + [text for line in lines(language) if line.literals for text in sorted(line.literals.strings)]


def brute(language: str, text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int, int]]:
    end = len(text) if end is None else end
    return sorted(
        (*m.span(), n) for n, line in enumerate(lines(language)) for m in line.stem.finditer(text, start, end)
    )


def regular(words: str) -> Pattern:
    return read_pattern("x.zh[0]", {"stem": words}, {}, "zh")


@st.composite
def texts(draw: st.DrawFn, language: str) -> str:
    """Words of the sentences and of the patterns, shuffled, with odd letters and cases between them."""
    piece = (
        st.sampled_from(words(language))
        | st.sampled_from(words(language)).map(str.upper)
        | st.text(" \n.,İſKıß’-“", max_size=2)
    )
    return draw(st.sampled_from((" ", ""))).join(draw(st.lists(piece, max_size=30)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lexicon_finds_what_every_pattern_finds(language: str) -> None:
    @settings(max_examples=60, deadline=None)
    @given(texts(language))
    def finds(text: str) -> None:
        assert list(lexicon(language).find(text)) == brute(language, text)

    finds()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_is_searched_within_its_bounds(language: str) -> None:
    text = " ".join(row[0] for row in TEXTS[language])
    start, end = len(text) // 3, len(text) * 2 // 3
    assert list(lexicon(language).find(text, start, end)) == brute(language, text, start, end)


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_a_letter_that_is_compared_without_case_is_folded_alike() -> None:
    assert list(Lexicon([regular("(?i:kisses)")]).find("KıſſES")) == [(0, 6, 0)]


def test_what_must_stand_in_a_match_is_known() -> None:
    known = literals(r"(?<![\w-])(?:held|open(?:s|ed)) (?:\w+ ){0,3}talks")
    assert known is not None
    assert known.strings == {"held ", "opens ", "opened "}
    assert literals(r"\w+ing?|x*") is None


def test_a_line_of_which_nothing_is_known_is_tried_on_every_text() -> None:
    assert list(Lexicon([regular(r"\d+"), regular("met")]).find("In 1992 they met.")) == [(3, 7, 0), (13, 16, 1)]


@pytest.mark.parametrize(
    ("wording", "text", "found"),
    [
        ("impos* .. (sanction* | an embargo)", "It imposed tough new sanctions.", "imposed tough new sanctions"),
        ("impos* .. (sanction* | an embargo)", "Imposing\nan embargo", "Imposing\nan embargo"),
        ("impos* .. (sanction* | an embargo)", "It is impossible: sanctions came.", None),
        ("impos* .. sanction*", "They imposed, said one, sanctions.", None),
        ("impos* ... sanction*", "They imposed, said one, sanctions.", "imposed, said one, sanctions"),
        ("gave .. up", "She gave one two three four five up.", None),
        ("met [with] envoys", "They met envoys.", "met envoys"),
        ("met [with] envoys", "They met with envoys.", "met with envoys"),
        ("charge d'affaires", "the charge d’affaires", "charge d’affaires"),
        ("war", "the anti-war party", None),
    ],
)
def test_a_wording_says_what_it_finds(wording: str, text: str, found: str | None) -> None:
    match = re.search(expression(wording), text)
    assert (match[0] if match else None) == found


def test_the_named_words_are_part_of_what_an_extractor_is(monkeypatch: pytest.MonkeyPatch) -> None:
    before = extractor()
    read = Path.read_bytes
    extractor.cache_clear()
    monkeypatch.setattr(Path, "read_bytes", lambda path: read(path) + (b"#" if path == WORDS else b""))
    assert extractor() != before
    monkeypatch.undo()
    extractor.cache_clear()
    assert extractor() == before


@pytest.mark.parametrize("wording", ["(a | b", "a)", "a | ", "<nothing>", "[a"])
def test_a_wording_that_cannot_be_read_is_named(wording: str) -> None:
    with pytest.raises(FrameError, match=re.escape(wording.strip())):
        expression(wording)


def test_a_wording_knows_how_its_matches_begin_and_how_many_words_it_asks_for() -> None:
    assert beginnings("[the] (cut* | cutting | sever) ties") == {"the cut", "the sever ties", "cut", "sever ties"} | {
        "the  ",
        "the sever  ",
        "sever  ",
    }
    assert beginnings("met .. envoys | see~ ... ties") >= {"met ", "met,", "saw ", "saw,"}
    assert following("cut* .. (aiding | [the] loan) to Iran") == ({"aiding", "the loan", "the  ", "loan"}, {"iran"})
    assert following("met | met with") == following("[so] sue*") == ()
    assert (size("cut* .. (aid | the loan)"), size("[so] met | met with"), size("sue")) == (2, 1, 1)
