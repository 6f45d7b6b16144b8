"""Discovery finds every maximal repeat and nothing else, folds variants, and ranks without a list."""

from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.analysis.formulations import Discovered, FormulationError, Settings, Text, discover, load_ladders
from dragoman.analysis.formulations.discovering import candidates
from dragoman.analysis.formulations.recount import recounted
from dragoman.analysis.formulations.repeats import maximal_repeats
from dragoman.analysis.formulations.streams import stream
from dragoman.model import Passage
from tests.analysis.formulations.making import NOTICES, answered

LADDERS = load_ladders()


def by_hand(texts: list[str], shortest: int, longest: int, documents: int) -> dict[str, tuple[int, int]]:
    """Maximal repeats the slow way: a stretch without a stop, with something different (or a stop) at both ends."""
    places: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    for number, text in enumerate(texts):
        marked = f"。{text}。"
        for start in range(1, len(marked) - 1):
            for end in range(start + shortest, min(start + longest, len(marked) - 1) + 1):
                if "。" not in marked[start:end]:
                    places[marked[start:end]].append((number, marked[start - 1], marked[end]))
    found = {}
    for words, standing in places.items():
        before, after = ({one[side] for one in standing} for side in (1, 2))
        free = all("。" in ends or len(ends) > 1 for ends in (before, after))
        if free and len({one[0] for one in standing}) >= documents:
            found[words] = (len({one[0] for one in standing}), len(standing))
    return found


def found_in(texts: list[str], shortest: int, longest: int, documents: int) -> dict[str, tuple[int, int]]:
    made = stream([Text(str(number), text) for number, text in enumerate(texts)])
    repeats, _ = maximal_repeats(made, shortest, longest, documents)
    columns = (repeats.firsts, repeats.lengths, repeats.documents, repeats.occurrences)
    rows = zip(*(column.tolist() for column in columns), strict=True)
    return {made.phrase(int(repeats.places[first]), length): (some, often) for first, length, some, often in rows}


@settings(deadline=None, max_examples=200)
@given(st.lists(st.text(alphabet="甲乙。", max_size=14), max_size=6), st.integers(1, 3), st.integers(2, 3))
def test_repeats_are_those_of_a_search_by_hand(texts: list[str], shortest: int, documents: int) -> None:
    assert found_in(texts, shortest, 8, documents) == by_hand(texts, shortest, 8, documents)


@settings(deadline=None)
@given(st.lists(st.lists(st.sampled_from(["peace", "talks", "go", "on", "."]), max_size=10), max_size=5))
def test_english_repeats_are_runs_of_whole_words(texts: list[list[str]]) -> None:
    letters = {"peace": "甲", "talks": "乙", "go": "丙", "on": "丁", ".": "。"}
    made = stream([Text(str(at), " ".join(words), language="en") for at, words in enumerate(texts)], language="en")
    repeats, _ = maximal_repeats(made, 2, 8, 2)
    spots = zip(repeats.firsts.tolist(), repeats.lengths.tolist(), strict=True)
    phrases = {made.phrase(int(repeats.places[first]), length) for first, length in spots}
    expected = by_hand(["".join(letters[word] for word in words) for words in texts], 2, 8, 2)
    assert {"".join(letters[word] for word in phrase.split()) for phrase in phrases} == set(expected)


@pytest.mark.parametrize(
    ("language", "phrase"),
    [("zh", "保持沟通"), ("en", "the two sides"), ("ja", "緊密に連携していく"), ("ko", "긴밀히 협력해 나")],
)
def test_a_formulation_of_our_notices_is_found_in_each_language(language: str, phrase: str) -> None:
    texts = [Text(f"do-{at}", text, language=language) for at, text in enumerate(NOTICES[language])]
    found = {one.phrase for one in candidates(texts, Settings(min_documents=2))}
    folded = {"緊密に連携していく": "紧密に连携していく"}.get(phrase, phrase)
    assert any(folded in one for one in found)
    assert all(not one.startswith(" ") and not one.endswith(" ") for one in found)


def padding(number: int, size: int) -> str:
    """Characters that stand in no padding of another number."""
    return "".join(chr(0x5000 + number * 40 + step) for step in range(size))


def scattered(phrase: str, documents: int, opening: int = 0, day: str = "2018-05-0") -> list[Text]:
    """A phrase twice in so many texts, each time with other words around it and elsewhere in the text."""
    texts = []
    for at in range(documents):
        words = padding(opening + at, 40)
        text = f"{words[: 3 + at]}，{phrase}{words[13 : 15 + at]}{phrase}。{words[25 : 27 + at * 3 % 10]}"
        texts.append(Text(f"do-{opening}-{at}", text, f"{day}{1 + at % 9}"))
    return texts


def phrases_of(texts: list[Text], wanted: Settings | None = None) -> set[str]:
    return {one.phrase for one in discover(texts, wanted or Settings(), LADDERS)}


def test_variants_of_print_are_one_formulation() -> None:
    texts = [
        Text("do-1", "推进“一帶一路”建設，成果。", "2018-05-01"),
        Text("do-2", "共商一带一路大计。", "2018-05-02"),
        Text("do-3", "支持《一带一路》倡议，甚好，甚好。", "2018-05-03"),
    ]
    (found,) = discover(texts, Settings(min_documents=3), LADDERS)
    assert (found.phrase, found.documents, found.published) == ("一带一路", 3, "2018-05-01")
    assert found.first is not None
    assert (found.first.document, found.first.start, found.first.quote) == ("do-1", 3, "一帶一路")


def test_what_is_always_quoted_within_the_same_words_is_found_all_the_same() -> None:
    said = "增强“四个方向”，坚定“五个方向”、走下去"
    texts = [Text(str(at), padding(at, 2 + at) + said + padding(at + 9, 4 + at * 3 % 5)) for at in range(5)]
    assert "五个方向" in {one.phrase for one in candidates(texts, Settings())}


def test_questions_are_left_out_unless_asked_for() -> None:
    texts = []
    for at in range(5):
        question = f"记者：{padding(at, 2 + at)}和平共处{padding(at + 9, 3 + at)}？"
        texts.append(answered(f"do-{at}", None, question, f"答：{padding(at + 19, 5 + at * 3 % 7)}。"))
    assert phrases_of(texts) == set()
    assert {one.phrase for one in candidates(texts, Settings(left_out=()))} == {"和平共处"}


def test_new_is_only_what_no_earlier_text_has() -> None:
    texts = scattered("和平共处", 6) + scattered("互利共赢", 6, 50, "2019-05-0")
    old = Text("do-old", "记互利共赢。", "2017")
    assert phrases_of(texts, Settings(since="2018-06")) == {"互利共赢"}
    assert phrases_of([*texts, old], Settings(since="2018-06")) == set()


def test_headers_and_closing_lines_are_no_formulations() -> None:
    header = "本社专稿请勿转载"
    texts = [Text(str(at), f"{header}。{text.text}") for at, text in enumerate(scattered("和平共处", 6))]
    assert phrases_of(texts) == {"和平共处"}


def test_shards_are_merged_and_counted_over_all_of_them() -> None:
    texts = [*scattered("和平共处", 6), Text("do-x", "唯和平共处也，和平共处。", "2017-01-01")]
    whole = discover(texts, Settings(), LADDERS)
    parted = discover(texts, Settings(), LADDERS, size=sum(len(text.text) for text in texts) - 5)
    for found in (whole, parted):
        assert [(one.phrase, one.documents, one.occurrences) for one in found] == [("和平共处", 7, 14)]
    since = Settings(since="2018")
    assert discover(texts, since, LADDERS, size=sum(len(text.text) for text in texts) - 5) == ()


@pytest.mark.parametrize(("language", "phrase"), [("en", "candid talks"), ("ko", "긴밀한 협력")])
def test_over_shards_spaced_languages_are_counted_in_whole_words(language: str, phrase: str) -> None:
    one = Discovered(phrase, language, 5, 5, 5, 1, None, None, "", 1.0, 1.0, 1.0)
    said = [f"{phrase}. {phrase} {phrase}", f"un{phrase}", f"A\n{phrase}, {phrase.upper()}"]
    shards = [(language, [Text(str(at), text, language=language)]) for at, text in enumerate(said)]
    (counted,) = recounted([one], shards, Settings())
    assert (counted.documents, counted.occurrences) == (2, 5)


def test_a_time_or_a_sum_is_no_formulation() -> None:
    assert phrases_of(scattered("去年五月", 6) + scattered("和平共处", 6, 50)) == {"和平共处"}


def test_forms_of_one_formulation_stand_beside_its_best_form() -> None:
    (found,) = discover(scattered("和平共处", 9) + scattered("坚持和平共处", 6, 50), Settings(), LADDERS)
    assert {found.phrase, *found.forms} == {"和平共处", "坚持和平共处"}


@pytest.mark.parametrize("texts", [[], [""], ["一份文件里的话，一份文件里的话。"], ["。\n。"]])
def test_a_corpus_of_nothing_or_of_one_document_gives_nothing(texts: list[str]) -> None:
    assert phrases_of([Text("do-1", text) for text in texts]) == set()


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (Settings(min_chars=1), "at least 2 characters"),
        (Settings(min_documents=1), "at least 2 documents"),
        (Settings(since="spring"), "no date"),
        (Settings(since="2018-13"), "no date"),
        (Settings(since="2018-02-30"), "no date"),
    ],
)
def test_settings_that_cannot_be_meant_are_refused(wrong: Settings, told: str) -> None:
    with pytest.raises(FormulationError, match=told):
        discover([], wrong, LADDERS)


def test_passages_left_out_do_not_join_their_neighbours() -> None:
    text = "甲乙丙丁戊己"
    passages = (Passage(0, 2, "body"), Passage(2, 4, "caption"), Passage(4, 6, "body"))
    made = stream([Text("do-1", text, passages=passages)], ("caption",))
    assert next(made.folded()).strip("\n") == "甲乙\n戊己"
    english = stream([Text("do-1", text, language="en", passages=passages)], ("caption",), "en")
    assert next(english.folded()).strip("\n") == "\x02甲乙\x03\n\x02戊己\x03"
