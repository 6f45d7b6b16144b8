"""Who speaks, where the clause itself does not name them: first persons, pronouns, subjects carried on."""

from bisect import bisect_right
from collections.abc import Sequence

from dragoman.extraction.speech.saying import Saying
from dragoman.extraction.speech.turns import Turn
from dragoman.extraction.speech.voices import Voice, Voices
from dragoman.gazetteer import Gazetteer

REACH = 1500  # characters after a speaker in which a pronoun may mean them
Who = tuple[str, tuple[str, ...]]  # as written, and the ids meant


class Speakers:
    """The speakers of one text; asked in the order of its sayings."""

    def __init__(self, voices: Voices, turns: Sequence[Turn], gazetteer: Gazetteer) -> None:
        self.tongue = voices.tongue
        self._voices = voices
        self._turns = turns
        self._starts = [turn.start for turn in turns]
        self._gazetteer = gazetteer
        self._last: tuple[Saying, Who] | None = None
        self._spoken: tuple[Saying, Who] | None = None
        self._answering = self._spokesman()

    def of(self, saying: Saying) -> Who | None:
        """The speaker of a saying; None where it is nobody's."""
        voice = saying.voice
        who = self._named(voice, saying) if voice else self._carried(saying)
        if who is None or ("needs" in saying.line.marks and not (who[1] or (voice and self._somebody(voice)))):
            return None
        self._last = (saying, who)
        if who[1]:
            self._spoken = (saying, who)
        return who

    def of_turn(self, turn: Turn) -> str | None:
        """The id of the speaker of a turn; an answer without a name is that of the only spokesman of the text."""
        if turn.speaker or turn.asks:
            return turn.speaker
        return self._answering if len(turn.name) <= 2 else None

    def outlet(self, entity: str) -> bool:
        """Whether an id is that of a newspaper, an agency or the like."""
        return self._gazetteer.entity(entity).outlet

    def _spokesman(self) -> str | None:
        found = {
            mention.entity
            for mention in self._voices.mentions
            if mention.type == "person"
            and self._voices.text[max(0, mention.start - 4) : mention.start].endswith(("发言人", "發言人", "報道官"))
        }
        return found.pop() if len(found) == 1 else None

    def _somebody(self, voice: Voice) -> bool:
        """Whether an unknown voice is a person's or an organ's for sure."""
        if voice.kind != "other" or self.tongue.language != "en":
            return voice.kind in ("other", "pronoun", "self")
        words = voice.text.split()
        return self.tongue.voice.search(voice.text) is not None or all(word[:1].isupper() for word in words)

    def _named(self, voice: Voice, saying: Saying) -> Who | None:
        if voice.kind == "self":
            turn = self._turn_at(saying.verb[0])
            speaker = self.of_turn(turn) if turn else None
            return voice.text, (speaker,) if speaker else ()
        if voice.kind == "pronoun":
            meant = self._only_candidate(saying)
            return voice.text, (meant,) if meant else ()
        return voice.text, voice.entities

    def _carried(self, saying: Saying) -> Who | None:
        """The subject of the sentence; in Japanese and Korean that of the sentence before, where nobody else is."""
        if self._last and self._last[0].sentence == saying.sentence:
            return self._last[1]
        if "outlet" in saying.line.marks and self.tongue.language == "zh":
            return self._voices.text[saying.verb[0] : saying.verb[1]], ()
        if not self.tongue.verb_last:
            party = self._voices.subject_before(saying.sentence[0], saying.verb[0])
            return self._named(party, saying) if party else None
        meant = self._only_candidate(saying)
        return ("", (meant,)) if meant else None

    def _only_candidate(self, saying: Saying) -> str | None:
        """The last speaker, where no other person is named since and no line has ended between."""
        if self._spoken is None:
            return None
        last, who = self._spoken
        if not 0 <= saying.verb[0] - last.sentence[0] <= REACH:
            return None
        if self.tongue.verb_last and saying.voice is None and 0 <= saying.sentence[0] - last.sentence[1] <= 1:
            return who[1][0] if len(who[1]) == 1 else None
        between = self._voices.text[last.sentence[0] : saying.verb[0]]
        if len(who[1]) != 1 or between.count("\n") > 2:
            return None
        named = {one.entity for one in self._voices.between(last.sentence[0], saying.verb[0]) if one.type == "person"}
        speaker = self._gazetteer.entity(who[1][0])
        person = speaker.type == "person" or (speaker.outlet and saying.voice is not None)
        if not person and self.tongue.verb_last and saying.voice is None:
            return who[1][0] if not named and "\n" not in between else None
        return who[1][0] if person and named <= {who[1][0]} else None

    def _turn_at(self, place: int) -> Turn | None:
        index = bisect_right(self._starts, place)
        return self._turns[index - 1] if index else None
