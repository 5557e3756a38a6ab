"""Reads many files at once, each process one file at a time."""

from __future__ import annotations

import os
import queue
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from phahe.loaders.folder import Source
from phahe.loaders.limits import MIB
from phahe.loaders.outcome import Outcome, Step
from phahe.loaders.worker import Worker

FILES_A_PROCESS = 8
"""Another process is started for so many files more, or for each MiB."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build has come."""

    name: str
    """The file being read."""
    page: int
    done: int
    files: int
    pages: int
    """Pages read so far, of all files."""
    seconds: float
    seconds_left: float | None
    """None until something is known."""


@dataclass(slots=True)
class _Meter:
    """Counts what has been read."""

    tell: Callable[[Progress], None]
    files: int
    size: int
    done: int
    started: float
    pages: int = 0
    read: int = 0

    def at(self, name: str, page: int) -> None:
        seconds = time.monotonic() - self.started
        left = seconds / self.read * (self.size - self.read) if self.read else None
        self.tell(Progress(name, page, self.done, self.files, self.pages, seconds, left))


def read_all(
    found: Sequence[Source],
    jobs: int | None = None,
    progress: Callable[[Progress], None] | None = None,
    done: int = 0,
) -> Iterator[tuple[Source, Sequence[Outcome]]]:
    """Read *found* with at most *jobs* processes; yields each file as soon as it is read.

    *done* files of the same build are known already; *progress* counts them.
    """
    sizes = {source: _size(source) for source in found}
    total = sum(sizes.values())
    meter = _Meter(progress or _nobody, done + len(found), total, done, time.monotonic())
    waiting: queue.SimpleQueue[Source] = queue.SimpleQueue()
    for source in sorted(found, key=lambda source: -sizes[source]):  # long ones first
        waiting.put(source)
    answers: queue.SimpleQueue[Answer] = queue.SimpleQueue()
    workers = [Worker() for _ in range(_processes(len(found), total, jobs))]
    for worker in workers:
        threading.Thread(target=_work, args=(worker, waiting, answers), daemon=True).start()
    try:
        while meter.done < meter.files:
            source, answer = _next(answers)
            if isinstance(answer, Step):
                meter.pages += answer.page > 0
                meter.at(answer.name, answer.page)
                continue
            meter.done += 1
            meter.read += sizes[source]
            meter.at(source.name, 0)
            yield source, answer
    finally:
        for worker in workers:
            worker.close()


Answer = tuple[Source, Step | Sequence[Outcome]]


def _nobody(progress: Progress) -> None:
    """Nobody looks."""


def _size(source: Source) -> int:
    try:
        return source.path.stat().st_size
    except OSError:
        return 0


def _processes(files: int, size: int, jobs: int | None) -> int:
    """Few files are read by one process: starting another would take longer."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    wanted = 1 + max(files // FILES_A_PROCESS, size // MIB)
    return max(1, min(jobs or cores or 1, files, wanted))


def _next(answers: queue.SimpleQueue[Answer]) -> Answer:
    """The next answer; waits in short turns, so that Ctrl-C is heard on every system."""
    while True:
        try:
            return answers.get(timeout=0.5)
        except queue.Empty:
            continue


def _work(
    worker: Worker, waiting: queue.SimpleQueue[Source], answers: queue.SimpleQueue[Answer]
) -> None:
    """Read files until none is left; runs in a thread of its own."""
    while not worker.is_closed:
        try:
            source = waiting.get_nowait()
        except queue.Empty:
            worker.close()
            return
        here = source

        def report(step: Step, source: Source = here) -> None:
            answers.put((source, step))

        answers.put((source, worker.read(source.path, source.name, report)))
