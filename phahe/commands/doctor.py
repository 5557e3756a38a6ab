"""``phahe doctor``."""

from __future__ import annotations

import sys

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
    missing = dict.fromkeys(part.install for part in doctor() if part.install)
    if missing:
        wanted = " ".join(install.removeprefix("pip install ") for install in missing)
        click.echo(f"all of them:\n  {sys.executable} -m pip install {wanted}", err=True)
