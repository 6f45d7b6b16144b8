"""States, places, organs, people with their posts, and groups: names in four languages, looked up in text.

>>> gazetteer = load()
>>> [(m.text, m.entity) for m in gazetteer.find("习近平同金正恩在大连举行会晤", "zh")]
[('习近平', 'xi-jinping'), ('金正恩', 'kim-jong-un'), ('大连', 'dalian')]
"""

from dragoman.gazetteer.contested import Form
from dragoman.gazetteer.entity import Entity, Membership, Post
from dragoman.gazetteer.errors import GazetteerError, UnknownEntity
from dragoman.gazetteer.loading import digest, load
from dragoman.gazetteer.lookup import Gazetteer
from dragoman.model import Mention

__all__ = [
    "Entity",
    "Form",
    "Gazetteer",
    "GazetteerError",
    "Membership",
    "Mention",
    "Post",
    "UnknownEntity",
    "digest",
    "load",
]
