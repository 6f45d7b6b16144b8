"""The brief: read, checked claim by claim, and set as pages whose every note opens the characters it rests on."""

from dragoman.brief.claims import check_brief
from dragoman.brief.draft import Problem
from dragoman.brief.evidence import Evidence
from dragoman.brief.gathering import false_anchors, gather
from dragoman.brief.pages import Written, write_pages
from dragoman.brief.studies import Studies, study

__all__ = [
    "Evidence",
    "Problem",
    "Studies",
    "Written",
    "check_brief",
    "false_anchors",
    "gather",
    "study",
    "write_pages",
]
