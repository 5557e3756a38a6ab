"""``phahe doctor``."""

from __future__ import annotations

import click


@click.command()
def command() -> None:
    """Say which optional parts are missing, what they are for and how to install them.

    \b
    Example:
      phahe doctor
    """
    from phahe.commands.output import show_table
    from phahe.loaders.doctor import doctor

    rows = [
        (part.name, "yes" if part.present else "no", part.what_for, part.install)
        for part in doctor()
    ]
    show_table(("part", "there", "for", "install with"), rows)
