"""The command line: one file a group of commands, each thin over the other rooms."""

from dragoman.cli.app import main

__all__ = ["main"]
