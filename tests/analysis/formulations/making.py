"""Texts for the tests of formulations: ours, in four languages."""

from dragoman.analysis.formulations import Text
from dragoman.model import Passage


def answered(document: str, published: str | None, question: str, answer: str, **more: str) -> Text:
    """A question and an answer on two lines."""
    text = f"{question}\n{answer}"
    passages = (Passage(0, len(question), "question"), Passage(len(question) + 1, len(text), "answer"))
    return Text(document, text, published, passages=passages, **more)


NOTICES = {
    "zh": [
        "外交部发言人今天表示，双方同意保持沟通，妥善处理分歧，推动关系重回正轨。",
        "部长在会晤中强调，保持沟通符合双方利益，妥善处理分歧是共同责任。\n会晤在坦诚气氛中进行……",
        "声明说：“保持沟通、管控分歧”，是双方领导人会晤达成的共识。",
    ],
    "en": [
        "The two sides agreed to keep the channels open, and to keep the talks going.",
        "The minister said that the channels are open. The channels stay open; the talks go on.",
        "A spokesman said the talks were candid; the channels of the two sides remain open.",
    ],
    "ja": [
        "両首脳は、緊密に連携していくことで一致した。緊密な連携を続ける。",
        "外相は会談で、引き続き緊密に連携していく考えを伝えた。",
        "双方は対話を続け、緊密に連携していくことを確認した。",
    ],
    "ko": [
        "양측은 긴밀히 협력해 나가기로 했다. 긴밀한 협력을 이어 간다.",
        "장관은 회담에서 긴밀히 협력해 나가겠다고 말했다.",
        "대변인은 양측이 대화를 이어 가며 긴밀히 협력해 나갈 것이라고 밝혔다.",
    ],
}
