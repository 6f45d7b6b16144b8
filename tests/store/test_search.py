"""Search against a scan of every text."""

import random

import pytest

from dragoman.store import open_store
from tests.store.filling import fill

TEXTS = {
    "a.txt": "习近平同金正恩在大连举行会晤。会晤期间，双方就半岛局势交换意见。",
    "b.txt": "習近平國家主席與金正恩委員長在大連舉行會晤。G7峰会也在同日。",
    "c.txt": "日中首脳会談、米朝首脳会談、日米韓の外相会談。",
    "d.txt": "북중 정상회담이 다롄에서 열렸다. 정상회담 결과를 발표했다.",
    "e.txt": "The tariffs on 1,102 items; a Tariff list. Tariffs!",
}


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "evidence.db") as opened:
        fill(opened, TEXTS)
        yield opened


def scan(texts, query):
    """Every overlapping occurrence, by brute force over the plain texts; 談 is 谈."""
    texts = {path: text.replace("談", "谈") for path, text in texts.items()}
    query = query.replace("談", "谈")
    return sorted(
        (path, start)
        for path, text in texts.items()
        for start in range(len(text) - len(query) + 1)
        if text[start : start + len(query)] == query
    )


def found(store, query):
    sources = {source.id: source.path for source in store.sources()}
    owner = {document.id: sources[document.source] for document in store.documents()}
    hits = list(store.search(query))
    texts = {document.id: document.text for document in store.documents()}
    assert all(hit.anchor.holds(texts[hit.anchor.document]) for hit in hits)
    return sorted((owner[hit.anchor.document], hit.anchor.start) for hit in hits)


def test_a_word_of_two_characters_is_found(store):
    assert found(store, "会晤") == [("a.txt", 12), ("a.txt", 15), ("b.txt", 19)]


def test_traditional_and_simplified_find_each_other(store):
    assert found(store, "會晤") == found(store, "会晤")


def test_one_character_is_found_everywhere(store):
    assert found(store, "朝") == scan(TEXTS, "朝")


def test_words_of_spaced_scripts_match_whole_whatever_their_case(store):
    assert found(store, "tariffs") == [("e.txt", 4), ("e.txt", 43)]
    assert found(store, "TARIFF list") == [("e.txt", 30)]


def test_punctuation_counts(store):
    assert found(store, "会談、米") == scan(TEXTS, "会談、米")
    assert found(store, "会談米") == []
    assert found(store, "。") == scan(TEXTS, "。")


def test_quotes_and_operators_of_the_index_are_plain_text(store):
    for query in ('"', "a OR b", "NEAR(x)", "*", "col:x", "'", "(", "\x00", " "):
        found(store, query)


def test_an_old_version_is_not_found(store):
    fill(store, {"c.txt": "何もない。"})
    assert found(store, "米朝") == []


def test_the_number_of_hits_can_be_limited(store):
    assert len(list(store.search("会", limit=2))) == 2


def test_a_thousand_random_queries_equal_a_scan(tmp_path):
    draw = random.Random(2018)
    alphabet = "中美朝韩日会谈晤见访问习金特朗普的了在和、。国际はがをにのです米朝会談한국의회담을했다"
    texts = {
        f"{number:03}.txt": "".join(draw.choice(alphabet) for _ in range(draw.randrange(5, 400)))
        for number in range(60)
    }
    with open_store(tmp_path / "evidence.db") as store:
        fill(store, texts)
        for _ in range(1000):
            length = draw.randrange(1, 7)
            if draw.random() < 0.7:
                text = draw.choice(list(texts.values()))
                start = draw.randrange(0, max(1, len(text) - length))
                query = text[start : start + length]
            else:
                query = "".join(draw.choice(alphabet) for _ in range(length))
            assert found(store, query) == scan(texts, query), query
