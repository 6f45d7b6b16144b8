"""Sentence ends and scripts, by hand."""

import pytest

from dragoman import languages


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Mr. Kim left the U.S. embassy. He flew home.", ["Mr. Kim left the U.S. embassy.", "He flew home."]),
        ("en", "They left the U.S. The talks ended.", ["They left the U.S.", "The talks ended."]),
        ("en", "It rose 3.5 percent. “Good.” She agreed.", ["It rose 3.5 percent.", "“Good.”", "She agreed."]),
        ("en", '"Is it so?" he asked. Yes.', ['"Is it so?" he asked.', "Yes."]),
        ("en", "A headline\nThe text.", ["A headline", "The text."]),
        ("zh", "双方会谈；气氛良好。“很好！”他说。", ["双方会谈；气氛良好。", "“很好！”", "他说。"]),
        ("ja", "「友好は続く。」と述べた。会談は終わった。", ["「友好は続く。」と述べた。", "会談は終わった。"]),
        ("ko", "회담은 2018. 5. 7. 열렸다. “좋다.”라고 말했다.", ["회담은 2018. 5. 7. 열렸다.", "“좋다.”라고 말했다."]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(lang: str, text: str, expected: list[str]) -> None:
    assert [s.text for s in languages.sentences(text, lang)] == expected


@pytest.mark.parametrize(
    ("text", "prior", "expected"),
    [
        ("金正恩同志访问中国", None, "zh"),
        ("日米首脳会談", "ja", "ja"),
        ("日米首脳会談", "ko", "zh"),
        ("米朝首脳会談がシンガポールで開かれた", "zh", "ja"),
        ("조선민주주의인민공화국 國務委員會", None, "ko"),
        ("Joint statement of Kim (金正恩)", None, "en"),
        ("2018", "ja", "ja"),
        ("", None, "en"),
    ],
)
def test_the_script_tells_the_language(text: str, prior: str | None, expected: str) -> None:
    assert languages.detect(text, prior) == expected
