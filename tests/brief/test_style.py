"""The style sheet: every text colour can be read on the paper, in light and in dark."""

import re
from importlib.resources import files

import pytest

SHEET = files("dragoman.brief").joinpath("templates/style.css").read_text("utf-8")


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ink", ["ink", "soft", "accent"])
def test_text_has_the_contrast_of_level_aa(scheme: int, ink: str):
    papers, inks = (re.findall(rf"--{name}: (#[0-9a-f]{{6}})", SHEET) for name in ("paper", ink))
    assert contrast(papers[scheme], inks[scheme]) >= 4.5


def test_the_contrast_of_black_on_white_is_21():
    assert round(contrast("#000000", "#ffffff"), 2) == 21.0


def test_the_sheet_fetches_nothing():
    assert not re.search(r"@import|url\(|https?:", SHEET)


def test_each_east_asian_language_has_faces_of_its_own_in_serif_and_sans():
    for language in ("zh", "zh-hant", "ja", "ko"):
        assert len(re.findall(rf"--{language}: \"Noto", SHEET)) == 2
