"""Cases made for tests: folders of short notices in four languages."""

import random
from pathlib import Path

SENTENCES = {
    "zh": [
        "金正恩5月{day}日访问中国，习近平同金正恩举行会晤。",
        "中国5月{day}日宣布对美国{items}项商品加征25%的关税。",
        "外交部发言人表示反对。",
    ],
    "en": [
        "Kim Jong-un visited China on May {day}. ",
        "The United States announced tariffs on {items} items from China on May {day}, 2018. ",
        "The spokesperson gave no details. ",
    ],
    "ja": [
        "金正恩氏は5月{day}日に中国を訪問した。",
        "米国は5月{day}日、中国製品{items}品目に追加関税を課すと発表した。",
        "詳細は明らかにしていない。",
    ],
    "ko": [
        "김정은 위원장은 5월 {day}일 중국을 방문했다. ",
        "미국은 5월 {day}일 중국산 {items}개 품목에 추가 관세를 부과한다고 발표했다. ",
        "자세한 내용은 밝히지 않았다. ",
    ],
}


def text(draw: random.Random, language: str, sentences: int = 8) -> str:
    lines = [
        draw.choice(SENTENCES[language]).format(day=draw.randrange(1, 32), items=draw.randrange(100, 2000))
        for _ in range(sentences)
    ]
    return "\n".join(lines) + "\n"


def make_case(folder: Path, documents: int, seed: int = 1, shuffled: bool = False) -> Path:
    """A case with notices dated in May 2018, written in the order of their names or any other."""
    (folder / "sources").mkdir(parents=True)
    tracks = '[[tracks]]\nid = "china-dprk"\ntitle = "China-DPRK"\nbetween = ["CHN", "PRK"]\n'
    (folder / "case.toml").write_text(f'title = "Made for a test"\n{tracks}', "utf-8")
    draw = random.Random(seed)
    notices = []
    for number in range(documents):
        language = draw.choice(sorted(SENTENCES))
        notices.append((f"n{number:04}", language, draw.randrange(1, 32), text(draw, language)))
    if shuffled:
        random.Random(seed + 1).shuffle(notices)
    for key, language, day, body in notices:
        (folder / "sources" / f"{key}.txt").write_text(body, "utf-8")
        record = f'key = "{key}"\nlanguage = "{language}"\nissued = "2018-05-{day:02}"\n'
        (folder / "sources" / f"{key}.toml").write_text(record, "utf-8")
    return folder
