"""A new case folder: a commented case.toml, a place for sources, and a brief to start from."""

import json
import re
from pathlib import Path

from dragoman.model import Case
from dragoman.sources.case_folder import load_case
from dragoman.sources.case_values import NAME
from dragoman.sources.errors import CaseError

_CASE = """\
# A case of Dragoman: plain text, yours to edit.

title = {title}
# author = "Family, Given"

# The period you study, as days. Leave them out where it is open.
# first = 2018-03-01
# last = 2018-07-31

# The languages of your sources: zh (Chinese), en (English), ja (Japanese), ko (Korean).
languages = ["zh", "en", "ja", "ko"]

# One lane of the chronology each. An event belongs to the first track whose every condition it meets:
# parties on both sides of "between", and one of "types" where any are given.
# [[tracks]]
# id = "us-china"
# title = "US-China"
# between = ["USA", "CHN"]
# types = ["tariff", "retaliate"]

# What the pages show beside the brief and the chronology, where you ask for it:
# whether one track answers another, an answer counting within so many days (see `dragoman link`),
# [[claims]]
# from = "us-china:tariff@USA"
# to = "us-china:retaliate@CHN"
# window = 7
# phrases over time, with the events of one track marked (see `dragoman trace`),
# [formulations]
# phrases = ["…", "…"]
# track = "us-china"
# an address decoded, set against another (see `dragoman decode`); both by the keys of their sources,
# [doctrine]
# document = "…"
# against = "…"
# and accounts of one event side by side (see `dragoman compare`), by the keys of their sources.
# [[readouts]]
# title = "…"
# documents = ["…", "…"]

# How much one file may ask of the machine; those not named here keep their usual values.
# [limits]
# seconds = 60
"""

_BRIEF = """\
# {title}

```{{chronology}}
```

<!--
This is your brief, in Markdown. The block above is computed: at each build it becomes the chronology of the case,
every entry with a note that opens the characters it rests on. Write your text around it; a block that stands between
lines of three back-quotes, with its name in braces, is filled in for you.
-->
"""

_IGNORED = "# Rebuilt from the sources at any time.\n.dragoman/\npages/\n"


def create_case(folder: Path, title: str | None = None) -> Case:
    """Make a case in `folder`: case.toml, sources/, brief.md, an empty judgements.jsonl and .gitignore.

    `title` is the folder's name where none is given. Raises CaseError, and touches nothing, where the folder has a
    case.toml already or holds anything at all.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as name:
    ...     case = create_case(Path(name) / "korea", "Korea 2018")
    ...     made = sorted(path.name for path in case.folder.iterdir())
    >>> case.title, made
    ('Korea 2018', ['.gitignore', 'brief.md', 'case.toml', 'judgements.jsonl', 'sources'])
    """
    _must_be_free(folder)
    given = title if title is not None else re.sub(r"[-_]+", " ", folder.absolute().name)
    name = " ".join(given.split()) or "Untitled case"
    try:
        (folder / "sources").mkdir(parents=True)
        for path, text in (
            (NAME, _CASE.format(title=_toml_text(name))),
            ("brief.md", _BRIEF.format(title=name)),
            ("judgements.jsonl", ""),
            (".gitignore", _IGNORED),
        ):
            (folder / path).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise CaseError(f"{folder}: cannot be made ({error.strerror})") from None
    return load_case(folder)


def _must_be_free(folder: Path) -> None:
    if (folder / NAME).exists():
        raise CaseError(f"{folder}: is a case already (it has a {NAME}); nothing was changed")
    if folder.exists() and not folder.is_dir():
        raise CaseError(f"{folder}: a file of this name is there; choose another folder")
    if folder.is_dir() and any(folder.iterdir()):
        raise CaseError(f"{folder}: the folder is not empty; choose a new one, then add files to it")


def _toml_text(text: str) -> str:
    """A TOML basic string: JSON's quoting is a part of TOML's, except that DEL must be escaped too."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
