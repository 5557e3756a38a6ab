"""A file on the disk → what became of it; runs in a process of its own, file by file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path

from phahe.graph.errors import UnreadableFile
from phahe.loaders.formats.members import members
from phahe.loaders.formats.reader import file_bytes, read_bytes
from phahe.loaders.limits import MIB, SECONDS_A_MIB, STEP_SECONDS
from phahe.loaders.ocr_doubt import number_warnings
from phahe.loaders.outcome import Outcome, Step, read_outcome
from phahe.loaders.read import read_document_file
from phahe.loaders.text import Text

Report = Callable[[Step], None]


def digest(data: bytes) -> str:
    """Names a content: two files with one digest hold the same bytes."""
    return blake2b(data, digest_size=16).hexdigest()


def read_file(
    path: Path, name: str, report: Report, skipped: Mapping[str, str] | None = None
) -> Iterator[Outcome]:
    """Read every document in the file at *path*; those in *skipped* keep the reason given there."""
    try:
        report(Step(name, 0, STEP_SECONDS))
        for member in members(file_bytes(path, name), name):
            content = digest(member.data)
            reason = member.reason or (skipped or {}).get(member.name, "")
            if reason:
                yield Outcome(member.name, content, reason)
            else:
                yield read_member(member.data, member.name, content, report)
    except UnreadableFile as fault:
        yield Outcome(name, "", str(fault))
    except MemoryError:
        yield Outcome(name, "", f"{name}: needs more memory than one file may")


def text_of(path: Path, name: str, report: Report) -> Text | Outcome:
    """The text of a file, or an outcome with the reason why there is none."""
    try:
        report(Step(name, 0, STEP_SECONDS))
        data = file_bytes(path, name)
        return read_bytes(data, name, lambda page: report(Step(name, page, STEP_SECONDS)))
    except UnreadableFile as fault:
        return Outcome(name, "", str(fault))


def read_member(data: bytes, name: str, content: str, report: Report) -> Outcome:
    """Read one document file from its bytes."""
    report(Step(name, 0, STEP_SECONDS))
    try:
        source = read_bytes(data, name, lambda page: report(Step(name, page, STEP_SECONDS)))
        seconds = STEP_SECONDS + SECONDS_A_MIB * len(source.text) / MIB
        report(Step(name, len(source.pages), seconds))
        facts = read_document_file(source)
    except UnreadableFile as fault:
        return Outcome(name, content, str(fault))
    except RecursionError:
        return Outcome(name, content, f"{name}: nested too deep to read")
    except MemoryError:
        return Outcome(name, content, f"{name}: needs more memory than one file may")
    pages = max(source.page_numbers or (len(source.pages),))
    warnings = (*facts.warnings, *number_warnings(facts, source))
    return read_outcome(replace(facts, pages=pages, warnings=warnings), content)
