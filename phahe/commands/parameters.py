"""NAME=VALUE on the command line."""

from __future__ import annotations

from collections.abc import Iterable

import click


def read_parameters(pairs: Iterable[str]) -> dict[str, str]:
    """Return the parameters; a pair without ``=`` is a wrong call.

    >>> read_parameters(["province=Prey Veng", "year=2022"])
    {'province': 'Prey Veng', 'year': '2022'}
    """
    parameters = {}
    for pair in pairs:
        name, mark, value = pair.partition("=")
        if not mark or not name:
            raise click.BadParameter(f"{pair!r}: expected NAME=VALUE, such as document='KH 83'")
        parameters[name.strip()] = value.strip()
    return parameters
