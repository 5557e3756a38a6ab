"""The command line: which command lives where, and how errors end.

Each command is imported when it is called, so that ``phahe --help`` starts at once.
"""

from __future__ import annotations

import gc
import sys
from importlib import import_module
from typing import Any

import click

from phahe import __version__

GARBAGE = 100_000
"""New objects after which rubbish is looked for: a graph is many and rarely rubbish."""
STOPPED = 130
"""Exit code after Ctrl-C, as shells have it."""
COMMANDS = {
    "build": "Read files and folders into a graph folder (page and report included).",
    "references": "Print every document reference in a file, one JSON object a line.",
    "show": "Print one node with everything known of it and the sentences behind it.",
    "cascade": "Print everything below a document: who carries it out, level by level.",
    "lineage": "Print everything above a document: what it rests on, level by level.",
    "ask": "Answer a question of the library (phahe ask GRAPH --list).",
    "cypher": "Run Cypher on the embedded engine, read-only.",
    "export": "Write the graph as jsonl, csv, graphml, cypher, html, report ...",
    "neo4j": "Push the graph into Neo4j, or write the files of its bulk import.",
    "text": "Print the text of a file as phahe reads it: what all offsets count in.",
    "verify": "Re-read the sources and prove that every quotation stands where the graph says.",
    "score": "Precision, recall and F1 per relation against a gold annotation.",
    "doctor": "Say which optional parts are missing and how to install them.",
}
"""Command → its line in ``phahe --help``; the code is in ``phahe.commands.<name>``."""

EPILOG = """\b
Examples:
  phahe build data/documents -o out/g      read a folder, write graph, page and report
  phahe cascade out/g "Chỉ thị 12"         who carries it out, through whom, how fast
  phahe ask out/g --list                   the questions one can ask
  phahe cypher out/g 'MATCH (d:Document) RETURN d.code LIMIT 5'

Exit codes: 0 done; 1 done, but some input could not be read; 2 wrong call or nothing to do;
130 stopped by Ctrl-C.
"""


class Commands(click.Group):
    """A group that imports a command only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All command names, in the order of a researcher's work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name; None for unknown names."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"phahe.commands.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a PhaheError becomes one message and exit code 2, Ctrl-C 130."""
        from phahe.graph.errors import PhaheError

        try:
            return super().invoke(ctx)
        except PhaheError as error:
            click.echo(f"phahe: {error}", err=True)
            sys.exit(2)
        except click.Abort:
            click.echo("\nphahe: no answer; nothing was done", err=True)
            sys.exit(2)
        except KeyboardInterrupt:
            click.echo(
                "\nphahe: stopped; what stood before still stands. The same command again goes on",
                err=True,
            )
            sys.exit(STOPPED)
        except BrokenPipeError:
            sys.stderr.close()
            sys.exit(0)


@click.group(cls=Commands, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="phahe")
def main() -> None:
    """Phả hệ: who carries out which directive, and which sentence says so.

    Reads folders of Vietnamese official documents (chỉ thị, kế hoạch, công văn ...) into a graph of
    lineage and organisational relationships in which every edge quotes its sentence. Names may be
    typed with or without diacritics: "Chỉ thị 12", "chi thi 12" and "12-CT/TW" are one document.
    """
    gc.set_threshold(GARBAGE)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")
