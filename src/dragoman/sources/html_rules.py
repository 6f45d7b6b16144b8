"""Which tags of HTML mean what, for the reader and for the count that checks it.

The two share these names and nothing else: the reader stands on lexbor, the count on the standard library.
Tags as in the HTML standard (html.spec.whatwg.org), sections 4 and 13.1.2.
"""


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


UNSEEN = _tags(
    "script style template noscript iframe object svg canvas select button textarea datalist audio video "
    "head title meta link nav"
)
"""What is never text of an article, wherever it stands."""

CHROME = _tags("header footer aside form")
"""What is left out besides where a page's article could not be told from the rest."""

VOID = _tags("area base br col embed hr img input link meta param source track wbr keygen frame")

BLOCKS = _tags(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ol p pre section summary table tbody tfoot thead "
    "tr ul caption"
)
"""What begins and ends a line."""

IMPLIED = _tags("p li dt dd tr td th tbody thead tfoot option optgroup rb rt rtc rp html body head")
"""What may be left unclosed: it does not add to the depth of nesting."""

BOLD = _tags("b strong h1 h2 h3 h4 h5 h6")
