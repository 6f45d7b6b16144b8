"""The body of a brief as HTML: prose with its notes, passages of one's own, and computed blocks."""

from collections.abc import Mapping, MutableMapping, Sequence
from copy import copy
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markupsafe import Markup

from dragoman.analysis.chronology import chronology
from dragoman.brief.blocks import Block, chosen_events, chosen_findings, is_block, read_block
from dragoman.brief.claims import Claim
from dragoman.brief.compose import Composition
from dragoman.brief.draft import Draft, markdown, without_comments
from dragoman.brief.event_rows import event_rows
from dragoman.brief.notes import Note
from dragoman.brief.picture import drawn_days, picture
from dragoman.model import Anchor

STOPS = ".,;:!?。，、；：！？"


def body(draft: Draft, composition: Composition, notes: Sequence[Note], unsupported: Sequence[Claim] = ()) -> Markup:
    """Set the tokens of a draft. Claims in `unsupported` are marked where they stand, so that no reader misses them."""
    md = markdown()
    flags: dict[int, list[Claim]] = {}
    for claim in unsupported:
        flags.setdefault(claim.line, []).append(claim)
    _add_rules(md, composition, notes, flags)
    return Markup(md.renderer.render([_settled(token) for token in draft.tokens], md.options, {}))


def _settled(token: Token) -> Token:
    """The same block with each note call where Chicago sets it: close to the word, and after the punctuation."""
    if not any(child.type == "citation" for child in token.children or ()):
        return token
    settled: list[Token] = []
    for child in map(copy, token.children or ()):
        if child.type == "citation":
            while settled and settled[-1].type == "softbreak":
                settled.pop()
            if settled and settled[-1].type == "text":
                settled[-1].content = settled[-1].content.rstrip()
        elif child.type == "text" and settled and settled[-1].type == "citation":
            rest = child.content.lstrip(STOPS)
            stops = child.content[: len(child.content) - len(rest)]
            if stops:
                call = next(at for at in range(len(settled), -1, -1) if at == 0 or settled[at - 1].type != "citation")
                settled.insert(call, Token("text", "", 0, content=stops))
            child.content = rest
        settled.append(child)
    changed = copy(token)
    changed.children = settled
    return changed


def _add_rules(
    md: MarkdownIt, composition: Composition, notes: Sequence[Note], flags: Mapping[int, Sequence[Claim]]
) -> None:
    renderer = md.renderer
    assert isinstance(renderer, RendererHTML)
    rules: MutableMapping[str, Any] = renderer.rules

    def text(tokens: Sequence[Token], index: int, *_: Any) -> str:
        return str(composition.letters(tokens[index].content))

    def citation(tokens: Sequence[Token], index: int, *_: Any) -> str:
        return str(composition.render("note_call.html", note=notes[tokens[index].meta["index"]]).strip())

    def fence(tokens: Sequence[Token], index: int, *_: Any) -> str:
        if is_block(tokens[index]):
            return str(computed(read_block(tokens[index]), composition))
        return str(Markup("<pre><code>{}</code></pre>\n").format(composition.letters(tokens[index].content)))

    def paragraph_close(tokens: Sequence[Token], index: int, *_: Any) -> str:
        hidden = tokens[index].hidden
        place = tokens[index - 1].map or [0, 0]
        found = [claim for line in range(place[0] + 1, place[1] + 1) for claim in flags.get(line, ())]
        flag = composition.render("unsupported.html", claims=found) if found else ""
        return str(flag) if hidden else f"{flag}</p>\n"

    def image(tokens: Sequence[Token], index: int, *_: Any) -> str:
        source = str(tokens[index].attrs.get("src", ""))
        return str(Markup('<a href="{}">{}</a>').format(source, tokens[index].content or source))

    def html(tokens: Sequence[Token], index: int, *_: Any) -> str:
        return str(composition.letters(without_comments(tokens[index].content)))

    rules.update(
        html_block=html, html_inline=html,
        text=text, citation=citation, fence=fence, paragraph_close=paragraph_close, image=image,
        front_matter=lambda *_: "",
        container_own_open=lambda *_: '<section class="own" aria-label="Our reading">'
        '<p class="own-label" aria-hidden="true">Our reading</p>\n',
        container_own_close=lambda *_: "</section>\n",
    )  # fmt: skip


def computed(block: Block, composition: Composition) -> Markup:
    """A computed block as HTML; one that cannot be read says so in its place."""
    if block.problems:
        return composition.render("block_fault.html", problems=block.problems)
    if block.kind == "finding":
        found = chosen_findings(block, composition.evidence)
        return composition.render("findings.html", findings=found, caption=block.caption, links=finding_links)
    return _shown(block, composition)


def _shown(block: Block, composition: Composition) -> Markup:
    """A {chronology} or an {events} block."""
    case, chosen = composition.evidence.case, chosen_events(block, composition.evidence)
    tracks = block.lists.get("tracks")
    first, last = block.days.get("first"), block.days.get("last")
    try:
        whole = chronology(chosen, case.tracks, first, last, tracks)
    except ValueError as fault:
        return composition.render("block_fault.html", problems=[{"reason": str(fault), "hint": ""}])
    if block.kind == "events":
        rows = event_rows((*whole.events, *whole.undated), composition)
        return composition.render("event_list.html", rows=rows, caption=block.caption, base="chronology.html")
    if first is None and last is None:
        drawn = chronology(chosen, case.tracks, *drawn_days(case, whole.events), tracks)
    else:
        drawn = whole
    shown = drawn if drawn.events else whole
    outside = len(whole.events) - len(shown.events)
    return picture(
        shown,
        event_rows(shown.events, composition),
        composition,
        f"t{block.line}",
        outside=outside,
        caption=block.caption,
    )


def finding_links(anchors: Sequence[Anchor], composition: Composition) -> tuple[tuple[str, str, str], ...]:
    """Links (key, words, address) to the characters that a finding rests on; the same key and place once."""
    links = []
    for anchor in anchors:
        source = composition.catalogue.source_of(anchor.document)
        if source:
            links.append((source.key, anchor.quote, composition.anchor_link(anchor)))
    return tuple(dict.fromkeys(sorted(links)))
