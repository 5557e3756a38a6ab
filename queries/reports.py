"""Who reports to whom, through whom and by when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from phahe.queries.stated import Network, forward, name, of_kind


@dataclass(frozen=True, slots=True)
class Report:
    """A reporting duty."""

    reporter: str
    receiver: str
    via: str | None
    """The body that takes the report in."""
    due: tuple[str, ...]
    edges: tuple[str, ...]


def reports(network: Network, body: str | None = None) -> Iterator[Report]:
    """Yield every reporting duty, or those in which *body* reports or is reported to."""
    for reporter in of_kind(network, "Organization"):
        for each in forward(network, reporter, "REPORTS_TO"):
            if body in (None, reporter, each.other):
                yield Report(
                    name(network, reporter),
                    name(network, each.other),
                    via(network, each.attributes.get("via")),
                    dues(each.attributes.get("due")),
                    (each.edge,),
                )


def via(network: Network, body: Any) -> str | None:
    """Return the name of the body in between, whether it is given by id or by name."""
    return name(network, body) if body in network else body or None


def dues(due: Any) -> tuple[str, ...]:
    """Return the deadlines of a duty, whether one is given or several."""
    return (due,) if isinstance(due, str) and due else tuple(due or ())
