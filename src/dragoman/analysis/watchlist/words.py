"""Likelihood in the words of ICD 203 (2015), made from the number; and a lint against mixing it with confidence."""

import re

# Lower bounds in per cent; the words hold from there to the next.
WORDS = (
    (0.0, "almost no chance"),
    (0.05, "very unlikely"),
    (0.20, "unlikely"),
    (0.45, "roughly even chance"),
    (0.55, "likely"),
    (0.80, "very likely"),
    (0.95, "almost certain"),
)
_LIKELIHOOD = re.compile(
    r"\b(?:almost no chance|remote chance|(?:very |highly )?(?:un|im)?(?:likely|probabl[ey])|roughly even|even chance|"
    r"almost certain(?:ly)?|nearly certain)\b",
    re.IGNORECASE,
)
_CONFIDENCE = re.compile(
    r"\bconfident\b|(?<!\bno )(?<!\bvote of )(?<!\bmutual )\bconfidence\b"
    r"(?![- ](?:building|measures?|votes?|motions?))",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")


def likelihood(probability: float) -> str:
    """The ICD 203 word for a probability; ValueError outside 0 to 1.

    >>> likelihood(0.2), likelihood(0.03), likelihood(0.5)
    ('unlikely', 'almost no chance', 'roughly even chance')
    """
    if not 0 <= probability <= 1:
        raise ValueError(f"{probability} is no probability; give a number from 0 to 1")
    return [word for bound, word in WORDS if probability >= bound][-1]


def mixed(text: str) -> list[tuple[int, int]]:
    """The sentences that speak of likelihood and of confidence in a judgement at once, by start and end.

    >>> mixed("A visit is likely. We have low confidence.")
    []
    >>> mixed("We judge with high confidence that a visit is likely.")
    [(0, 53)]
    >>> mixed("Confidence-building measures are likely.")
    []
    """
    spans = ((match.start(), match.end()) for match in _SENTENCE.finditer(text))
    return [(a, b) for a, b in spans if _LIKELIHOOD.search(text, a, b) and _CONFIDENCE.search(text, a, b)]
