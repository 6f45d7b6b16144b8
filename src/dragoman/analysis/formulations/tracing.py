"""Several strings traced at once: their histories, the families among them, their chains, and what all that says."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from dragoman.analysis.formulations.calendar import Calendar
from dragoman.analysis.formulations.chains import Link, chains
from dragoman.analysis.formulations.coinages import load_coinages
from dragoman.analysis.formulations.families import Member, family, relatives, slot_of
from dragoman.analysis.formulations.history import History, phrases_to_trace, trace
from dragoman.analysis.formulations.index import PhraseIndex
from dragoman.analysis.formulations.ladders import Ladders
from dragoman.analysis.formulations.statements import chain_findings, history_findings
from dragoman.analysis.formulations.tiers import load_scale
from dragoman.model import Finding

FEW = 10  # phrases whose relatives are looked for


@dataclass(frozen=True, slots=True)
class Family:
    """A pattern with its slot as it was asked for, and its members by first use: predecessors before successors."""

    pattern: str
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Traced:
    """Histories of the plain phrases and families of the patterns, in the order asked for.

    `relatives` are, for the first few phrases, those that share their opening and closing: predecessors before
    successors.
    """

    histories: tuple[History, ...]
    families: tuple[Family, ...]
    relatives: tuple[Family, ...]
    chains: tuple[Link, ...]
    findings: tuple[Finding, ...]


def traced(index: PhraseIndex, phrases: Iterable[str], ladders: Ladders, folder: Path | None = None) -> Traced:
    """Trace phrases, and families where one has a slot (习近平…思想) and does not stand in the texts as it is.

    `folder` is the case's, for its own tiers.yaml and coinages.yaml. Raises FormulationError for an empty phrase.
    """
    wanted = phrases_to_trace(phrases)
    scale, coinages, calendar = load_scale(folder), load_coinages(folder), Calendar(index)
    slots = {phrase: slot for phrase in wanted if not len(index.places(phrase).starts) and (slot := slot_of(phrase))}
    plain = [phrase for phrase in wanted if phrase not in slots]
    histories = tuple(trace(index, phrase, scale, coinages, calendar) for phrase in plain)
    families = tuple(Family(pattern, family(index, *slot)) for pattern, slot in slots.items())
    akin = (Family(phrase, relatives(index, phrase)) for phrase in plain[:FEW])
    kin = tuple(one for one in akin if len(one.members) > 1)
    links = chains(index, plain, calendar)
    findings = [finding for history in histories for finding in history_findings(history, ladders)]
    return Traced(histories, families, kin, links, (*findings, *chain_findings(links)))
