"""One sidecar, whatever its form."""

from dragoman.sources.bibliography import SidecarRecord
from dragoman.sources.errors import Refused
from dragoman.sources.limits import Limits


def read_sidecar(name: str, data: bytes, limits: Limits) -> SidecarRecord:
    """Read a sidecar by its ending; what cannot be used of it stands in its `warnings`, and nothing is raised.

    >>> read_sidecar("a.toml", b"title = ", Limits()).warnings[0].startswith("a.toml: not valid TOML: ")
    True
    """
    lower = name.lower()
    try:
        if len(data) > limits.sidecar_kilobytes * 1024:
            raise Refused(f"{name}: larger than {limits.said('sidecar_kilobytes')}")
        if lower.endswith(".toml"):
            from dragoman.sources.sidecar_toml import read_toml

            return read_toml(name, data)
        if lower.endswith(".csl.json"):
            from dragoman.sources.csl import read_csl

            return read_csl(name, data)
        from dragoman.sources.bibtex import read_bibtex

        return read_bibtex(name, data)
    except Refused as error:
        return SidecarRecord(name, warnings=(str(error),))
