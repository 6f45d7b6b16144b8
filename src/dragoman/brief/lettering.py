"""Letters on a page: which language a run of Chinese, Japanese or Korean characters is in, and text made safe to show.

A Han character has one code point and different shapes in Chinese and Japanese, so each run carries a `lang`.
"""

import re
from collections.abc import Iterator, Mapping

from markupsafe import Markup, escape

HAN = "\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
KANA = "\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f"
HANGUL = "\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff"
MARKS = "\u3000-\u3004\u3006\u3008-\u3020\u302a-\u3037\u303c-\u303f\uff01-\uff65\uffe0-\uffee"
_RUN = re.compile(
    f"[{HAN}{KANA}{HANGUL}{MARKS}](?:[{HAN}{KANA}{HANGUL}{MARKS} ]*[{HAN}{KANA}{HANGUL}{MARKS}])?"
)  # a run keeps the spaces inside it: Korean writes them
_KANA, _HANGUL = re.compile(f"[{KANA}]"), re.compile(f"[{HANGUL}]")
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]")
EAST_ASIAN = frozenset({"zh-Hans", "zh-Hant", "ja", "ko"})
_TAGS = {"zh": "zh-Hans", "zh-cn": "zh-Hans", "zh-sg": "zh-Hans", "zh-hans": "zh-Hans", "zh-tw": "zh-Hant",
         "zh-hk": "zh-Hant", "zh-mo": "zh-Hant", "zh-hant": "zh-Hant"}  # fmt: skip


def language_tag(language: str) -> str:
    """The BCP 47 tag that picks the right shapes; "und" for what is no tag at all.

    >>> [language_tag(code) for code in ("zh", "zh-TW", "ja", "ko-KR", "en", "?")]
    ['zh-Hans', 'zh-Hant', 'ja', 'ko', 'en', 'und']
    """
    known = _TAGS.get(language.lower())
    if known:
        return known
    main = language.split("-", maxsplit=1)[0].lower()
    return _TAGS.get(main, main) if re.fullmatch(r"[a-z]{2,3}", main) else "und"


def runs(text: str, prior: str = "en", known: Mapping[str, str] | None = None) -> Iterator[tuple[str, str | None]]:
    """Cut a text into runs of East Asian letters, each with its tag, and the rest with None.

    Kana tell Japanese and Hangul tell Korean; a run of Han alone takes the language `known` for exactly that run (the
    name of an outlet, say), else `prior` where that is East Asian, else Chinese.

    >>> list(runs("met in 大連で", "en"))
    [('met in ', None), ('大連で', 'ja')]
    """
    tag = language_tag(prior)
    start = 0
    for match in _RUN.finditer(text):
        if match.start() > start:
            yield text[start : match.start()], None
        yield match[0], _tag_of(match[0], tag, known or {})
        start = match.end()
    if start < len(text):
        yield text[start:], None


def _tag_of(run: str, prior: str, known: Mapping[str, str]) -> str:
    if run in known:
        return language_tag(known[run])
    if _HANGUL.search(run):
        return "ko"
    if _KANA.search(run):
        return "ja"
    return prior if prior in EAST_ASIAN else "zh-Hans"


def shown(text: str) -> Markup:
    """Text escaped for HTML; characters that would be unseen or turn the line around are replaced by a mark.

    >>> str(shown("<b> & \\u202e"))
    '&lt;b&gt; &amp; <span class="control" data-code="U+202E"></span>'
    """
    pieces: list[Markup] = []
    start = 0
    for match in _UNSEEN.finditer(text):
        pieces.append(escape(text[start : match.start()]))
        pieces.append(Markup('<span class="control" data-code="U+{:04X}"></span>').format(ord(match[0])))
        start = match.end()
    pieces.append(escape(text[start:]))
    return Markup("").join(pieces)


def plain(text: str) -> str:
    """Text for a title or an attribute: unseen characters left out; not escaped yet.

    >>> plain("a\\u202eb")
    'ab'
    """
    return _UNSEEN.sub("", text)


def lettered(text: str, prior: str = "en", known: Mapping[str, str] | None = None) -> Markup:
    """Text as HTML, with a `lang` around each run of East Asian letters.

    >>> str(lettered("人民日报, 2018", "zh"))
    '<span lang="zh-Hans">人民日报</span>, 2018'
    """
    return Markup("").join(
        Markup('<span lang="{}">{}</span>').format(tag, shown(run)) if tag else shown(run)
        for run, tag in runs(text, prior, known)
    )
