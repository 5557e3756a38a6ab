"""Files → graph folder: reads what changed on all cores, keeps the rest, replaces the graph whole.

Killed at any point, the last good graph stands, and the next build goes on where this one was.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from phahe.graph.corrections import Correction
from phahe.graph.errors import BadGraph, BadOutput, UnreadableFile
from phahe.graph.localise import is_own
from phahe.graph.model import Node
from phahe.loaders.cache import Cache, reader_version
from phahe.loaders.corrections_file import (
    apply_corrections,
    is_corrections,
    no_longer,
    read_corrections,
)
from phahe.loaders.folder import Source, sources
from phahe.loaders.outcome import Outcome
from phahe.loaders.pool import Progress, read_all
from phahe.loaders.read_file import digest

SHOWN = 20
"""So many reasons are named in one message."""


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build did."""

    folder: Path
    generation: str
    """Name of the tables that hold now."""
    files: tuple[Mapping[str, Any], ...]
    """Each document file as in run.json: file, read, how, pages, warnings, reason, same_as."""
    unreadable: tuple[tuple[str, str], ...]
    """Name and reason of each file that could not be read."""
    changed: bool
    """False if the graph that stood there is still the right one."""
    read: int
    """Files read in this build; the others were known."""
    seconds: float
    documents: int = 0
    """Documents read: a file may hold several, a register lists one in each row."""
    different: int = 0
    """Nodes they became: an act read twice is one."""


def build(
    paths: Sequence[Path],
    out: Path,
    *,
    jobs: int | None = None,
    progress: Callable[[Progress], None] | None = None,
) -> BuildResult:
    """Read *paths* into the graph folder *out* with *jobs* processes (all cores if None).

    Raises UnreadableFile if there is nothing to read and BadOutput if *out* cannot be written;
    an earlier graph then still stands.
    """
    started = time.monotonic()
    _writable(out)
    found = sources(paths, leave_out=out)
    if not found:
        raise UnreadableFile(f"{', '.join(map(str, paths))}: no files in it; nothing to do")
    contents = {source.name: _content(source.path) for source in found}
    about: dict[str, Any] = {
        "paths": [str(path.resolve()) for path in paths],
        "reader": reader_version(),
        "sources": contents,
    }
    before = _unchanged(out, about)
    if before is not None:
        return _result(out, before, changed=False, read=0, started=started)
    corrections = read_corrections(found)
    found = [source for source in found if not is_corrections(source)]
    cache = Cache(out / "cache", reader_version())
    outcomes, read = _outcomes(found, contents, cache, jobs, progress)
    run = {**about, "files": list(_records(outcomes))}
    if not any(record["read"] for record in run["files"]):
        reasons = [outcome.reason for outcome in outcomes]
        more = [f"... and {len(reasons) - SHOWN} more"] if len(reasons) > SHOWN else []
        raise UnreadableFile("\n".join(("nothing could be read:", *reasons[:SHOWN], *more)))
    run = _write(outcomes, corrections, out, run)
    cache.keep_only(cache.key(contents[source.name], source.name) for source in found)
    return _result(out, run, changed=True, read=read, started=started)


def _writable(out: Path) -> None:
    """Fail before hours of reading, not after."""
    probe = out / "cache" / ".probe"
    try:
        probe.parent.mkdir(parents=True, exist_ok=True)
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as fault:
        raise BadOutput(f"{out}: cannot be written: {fault.strerror or fault}") from fault


def _content(path: Path) -> str:
    try:
        return digest(path.read_bytes())
    except OSError as fault:
        return f"unreadable: {fault.strerror or fault}"


def _unchanged(out: Path, about: Mapping[str, Any]) -> dict[str, Any] | None:
    """What run.json says, if the graph there was made from the same files by the same rules."""
    from phahe.graph.store import read_run, tables_of

    try:
        run = read_run(out)
        whole = all(
            (tables_of(out) / f"{name}.parquet").exists() for name in run["graph"]["tables"]
        )
    except (BadGraph, KeyError, TypeError):
        return None
    same = whole and "documents" in run and all(run.get(key) == about[key] for key in about)
    again = any(record.get("try_again") for record in run.get("files", ()))
    return run if same and not again else None


def _outcomes(
    found: Sequence[Source],
    contents: Mapping[str, str],
    cache: Cache,
    jobs: int | None,
    progress: Callable[[Progress], None] | None,
) -> tuple[list[Outcome], int]:
    """What became of every file, in the order of *found*, and how many were read now."""
    known: dict[Source, Sequence[Outcome]] = {}
    for source in found:
        kept = cache.get(cache.key(contents[source.name], source.name))
        if kept is not None:
            known[source] = kept
    new = [source for source in found if source not in known]
    for source, outcomes in read_all(new, jobs, progress, done=len(known)):
        known[source] = outcomes
        if not any(outcome.try_again for outcome in outcomes):
            cache.put(cache.key(contents[source.name], source.name), outcomes)
    return [outcome for source in found for outcome in known[source]], len(new)


def _records(outcomes: Sequence[Outcome]) -> Iterator[dict[str, Any]]:
    """The lines of run.json; of files with the same bytes the first is read for all."""
    first: dict[str, str] = {}
    for outcome in outcomes:
        record: dict[str, Any] = {"file": outcome.name, "read": outcome.is_read}
        if not outcome.is_read:
            record["reason"] = outcome.reason
            if outcome.try_again:
                record["try_again"] = True
        else:
            same = first.setdefault(outcome.digest, outcome.name)
            if same != outcome.name:
                record["same_as"] = same
            record |= {"how": outcome.how, "pages": outcome.pages}
            record["documents"] = _documents(outcome)
            if outcome.warnings:
                record["warnings"] = list(outcome.warnings)
        yield record


def _documents(outcome: Outcome) -> int:
    nodes = outcome.facts.nodes if outcome.facts else ()
    return sum(1 for node in nodes if node.kind == "Document" and is_own(node.id))


def _write(
    outcomes: Sequence[Outcome],
    corrections: Sequence[Correction],
    out: Path,
    run: Mapping[str, Any],
) -> dict[str, Any]:
    """Write the graph; return what run.json says now."""
    from phahe.graph.dates_of import impossible_orders
    from phahe.graph.merge import merge
    from phahe.graph.store import write_graph

    twice = {record["file"] for record in run["files"] if "same_as" in record}
    facts = (outcome.facts for outcome in outcomes if outcome.name not in twice)
    graph = merge(fact for fact in facts if fact is not None)
    graph, told = apply_corrections(graph, corrections)
    warnings = [*no_longer(told), *impossible_orders(graph)]
    documents = {"read": sum(each["documents"] for each in run["files"] if each["read"])}
    documents["different"] = sum(1 for node in graph.nodes.values() if _is_read(node))
    run = {**run, "documents": documents, "corrections": told, "warnings": warnings}
    write_graph(graph, out, run)
    return run


def _is_read(node: Node) -> bool:
    """Whether a file holds the document or a register lists it; others are only cited."""
    return node.kind == "Document" and "file" in node.fields


def _result(
    out: Path, run: Mapping[str, Any], *, changed: bool, read: int, started: float
) -> BuildResult:
    from phahe.graph.store import generation_of

    unreadable = tuple(
        (record["file"], record["reason"]) for record in run["files"] if not record["read"]
    )
    return BuildResult(
        out,
        generation_of(out),
        tuple(run["files"]),
        unreadable,
        changed,
        read,
        time.monotonic() - started,
        run["documents"]["read"],
        run["documents"]["different"],
    )
