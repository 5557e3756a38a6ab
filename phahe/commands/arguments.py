"""Arguments and options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

GRAPH = click.argument("graph", type=click.Path(path_type=Path), metavar="GRAPH")
"""The folder that ``phahe build`` wrote."""

DOCUMENT = click.argument("document", metavar="DOCUMENT")
"""What a person would type: "Chỉ thị 12", 12-CT/TW, "ke hoach 83"."""

LANGUAGE = click.option(
    "--lang",
    "language",
    type=click.Choice(["vi", "en"]),
    default="vi",
    show_default=True,
    envvar="PHAHE_LANG",
    help="Language of headings.",
)

FORMAT = click.option(
    "--format",
    "output_format",
    type=click.Choice(["table", "json", "markdown", "csv"]),
    default="table",
    show_default=True,
    help="How to print the answer.",
)
