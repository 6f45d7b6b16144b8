"""Ids that come from content, so that the same thing has the same name on every machine and in every run."""

import hashlib


def content_id(prefix: str, *parts: str | int | None) -> str:
    """Name a record by what it holds: `prefix-` and 16 hexadecimal digits of SHA-256 over the parts.

    Parts are joined with a length before each, so that no two different lists of parts read alike.

    >>> content_id("ev", "visit", "2018-05-07")
    'ev-4fb71f70c8709741'
    >>> content_id("x", "ab", "c") == content_id("x", "a", "bc")
    False
    """
    written = [b"\x00" if part is None else str(part).encode("utf-8", "surrogatepass") for part in parts]
    digest = hashlib.sha256(b"".join([b"%d:%b" % (len(data), data) for data in written]))
    return f"{prefix}-{digest.hexdigest()[:16]}"
