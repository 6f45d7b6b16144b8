"""States, territories and places: their names, adjectives and nationals, capitals, and the words they are not."""

import pytest

from dragoman import gazetteer

GAZETTEER = gazetteer.load()
WITHOUT_CAPITAL = {"DJI", "ISR", "MCO", "NRU", "SGP", "SMR", "TUN", "VAT"}  # city of the state's own name, or contested
FORMER = {"SUN", "YUG", "CSK", "DDR"}


def found(text: str, lang: str) -> list[tuple[str, str]]:
    return [(m.text, m.entity) for m in GAZETTEER.find(text, lang)]


def test_the_193_members_of_the_un_and_its_two_observers_are_there() -> None:
    assert sum(entity.type == "state" and entity.id not in FORMER for entity in GAZETTEER) == 193 + 2


def test_every_state_has_a_capital_but_those_named_here() -> None:
    with_capital = {entity.state for entity in GAZETTEER if entity.capital}
    states = {entity.id for entity in GAZETTEER if entity.type == "state"}
    assert states - with_capital == WITHOUT_CAPITAL | FORMER


def test_a_venue_lies_in_a_place() -> None:
    for entity in GAZETTEER:
        if entity.within is not None:
            assert GAZETTEER.entity(entity.within).type == "place", entity.id


@pytest.mark.parametrize(
    ("text", "states"),
    [
        (
            "Dutch, Swiss and Danish guests met Filipino and Philippine officials",
            ["NLD", "CHE", "DNK", "PHL", "PHL"],
        ),
        ("The Burmese and the Lao ministers, and two Finns", ["MMR", "LAO", "FIN"]),
        ("South Sudanese, Sudanese and Equatorial Guinean envoys", ["SSD", "SDN", "GNQ"]),
        ("Papua New Guinean police and the Republic of Guinea", ["PNG", "GIN"]),
        ("the Islamic Republic of Iran and the Kingdom of Norway", ["IRN", "NOR"]),
        ("Chinese Taipei, mainland China", ["TWN", "CHN"]),
        ("US$50 billion from the US", ["USA"]),
        ("Indian Ocean states and the Indian navy", ["IND"]),
        ("the Swiss", ["CHE"]),
        ("New Mexico, British Columbia, Native American", []),
        ("the Senate race in Georgia, near Atlanta", []),
        ("Georgia and Armenia", ["GEO", "ARM"]),
    ],
)
def test_english_adjectives_and_nationals(text: str, states: list[str]) -> None:
    kinds = ("state", "territory")
    assert [m.entity for m in GAZETTEER.find(text, "en") if m.type in kinds] == states


@pytest.mark.parametrize(
    ("lang", "text", "names"),
    [
        ("zh", "发展中国家同拉美国家", [("拉美", "latin-america")]),
        ("zh", "完全合法国际贸易", []),
        ("zh", "沿海地区和黑海地带", [("黑海", "black-sea")]),
        ("zh", "海地总统访问泰国", [("海地", "HTI"), ("泰国", "THA")]),
        ("zh", "内蒙古和蒙古国", [("内蒙古", "inner-mongolia"), ("蒙古国", "MNG")]),
        ("zh", "印度洋与印度教", [("印度洋", "indian-ocean")]),
        ("zh", "推动巴以对话", [("巴", "PSE"), ("以", "ISR")]),
        ("zh", "山东海阳、烟台海关、上海南部", [("山东", "shandong"), ("烟台", "yantai"), ("上海", "shanghai")]),
        ("zh", "从这里加强合作", []),
        ("zh", "朝鲜族风俗", []),
        ("zh", "接受采访越来越难", []),
        ("zh", "日本海啸，日本海", [("日本", "JPN"), ("日本海", "sea-of-japan")]),
        ("zh", "隆重庆祝，更加蓬勃，求同存异中共同发展", []),
        ("zh", "增加中低收入群众收入，企业中非共产党员", []),
        ("zh", "防长沙纳汉会见外长沙里夫", [("沙纳汉", "patrick-shanahan")]),
        ("zh", "日美军事合作", [("日", "JPN"), ("美", "USA")]),
        ("zh", "5月3日中方宣布", [("中", "CHN")]),  # a day, not Japan and China
        ("zh", "日方向中方通报", [("日", "JPN"), ("中", "CHN")]),  # 方 before 向 is no 方向
        ("zh", "集中方向", []),
        ("zh", "新西兰总理说，中新合作", [("新西兰", "NZL"), ("中", "CHN"), ("新", "NZL")]),
        ("zh", "巴西总统说，巴方欢迎", [("巴西", "BRA"), ("巴", "BRA")]),
        ("zh", "一巴方向", []),  # no state named in full
        ("zh", "美、日、韩三国外长", [("美", "USA"), ("日", "JPN"), ("韩", "KOR")]),
        ("zh", "驻日美军", [("驻日美军", "usa-usfj")]),
        ("zh", "唯一合法政府与及时延长春节假期", []),
        ("zh", "战争中英勇牺牲，稳坐钓鱼台", []),
        ("zh", "能以巴爾幹人民的福祉為念", []),
        ("zh", "日本駐華代表向中華民國外交部致意", [("日本", "JPN"), ("中華民國外交部", "twn-mofa")]),
        ("zh", "日本駐華大使訪華", [("日本", "JPN"), ("華", "CHN"), ("華", "CHN")]),
        ("zh", "环境大臣参加彭博论坛", []),
        ("zh", "尼日共和國政府", [("尼日", "NER")]),
        ("zh", "維護朝鮮半島和平", [("朝鮮半島", "korean-peninsula")]),
        ("ja", "東京都と京都", [("東京", "tokyo"), ("京都", "kyoto")]),
        ("ja", "タイの首相はタイ記録を見た", [("タイ", "THA")]),
        ("ja", "マリの大統領とマリアさん", [("マリ", "MLI")]),
        ("ja", "日米軍事演習", [("日", "JPN"), ("米", "USA")]),
        ("ja", "米軍と中国軍", [("米軍", "usa-military"), ("中国軍", "chn-pla")]),
        ("ja", "中国軍事力", [("中国", "CHN")]),
        ("ja", "尖閣諸島と竹島", [("尖閣諸島", "diaoyu-islands"), ("竹島", "dokdo")]),
        ("ko", "인도 총리는 인도적 지원을 약속했다", [("인도", "IND")]),
        ("ko", "모든 수단을 다해", []),
        ("ko", "'평화'이란 말", []),
        ("ko", "그리스도의 나라", []),
        ("ko", "인민대중중심의 통일원칙과 국방부문", []),
        ("ko", "반보수대련합", []),
        ("ko", "한미군사훈련", [("한", "KOR"), ("미", "USA")]),
        ("ko", "북한군 동향", [("북한군", "prk-kpa")]),
        ("ko", "독도와 다케시마", [("독도", "dokdo"), ("다케시마", "dokdo")]),
        ("ko", "꾸바와 윁남", [("꾸바", "CUB"), ("윁남", "VNM")]),
        ("en", "Senkaku Islands, Tok Islets", [("Senkaku Islands", "diaoyu-islands"), ("Tok Islets", "dokdo")]),
        ("en", "The Korean people follow Juche", [("Korean people", "PRK")]),
        ("en", "Korea and its people", []),
        ("en", "Seoul said Korea would join", [("Seoul", "seoul"), ("Korea", "KOR")]),
        ("en", "In Vietnam the East Sea", [("Vietnam", "VNM"), ("East Sea", "south-china-sea")]),
        ("en", "South Korea calls it the East Sea", [("South Korea", "KOR"), ("East Sea", "sea-of-japan")]),
        ("en", "at the Capella Hotel on Sentosa", [("Capella Hotel", "capella"), ("Sentosa", "singapore-city")]),
    ],
)
def test_names_and_the_words_they_are_not(lang: str, text: str, names: list[tuple[str, str]]) -> None:
    assert found(text, lang) == names
