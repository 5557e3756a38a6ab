"""A process that reads files, with limits on memory and time: no file can stop a build.

The reading process gets paths on its standard input and answers with steps and outcomes. If it
dies or stands still, the file it was reading gets the blame, and a new process reads on.
"""

from __future__ import annotations

import gc
import os
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from phahe.graph.errors import UnreadableFile
from phahe.loaders.limits import MIB, WORKER_BYTES
from phahe.loaders.outcome import Outcome, Step, pack, unpack
from phahe.loaders.text import Text

GARBAGE = 100_000
"""New objects after which rubbish is looked for: facts are many and rarely rubbish."""
LENGTH = struct.Struct("<Q")
LIVES = 8
"""So many members of one archive may kill the process; then the rest of it is given up."""
START_SECONDS = 60.0


@dataclass(slots=True)
class Worker:
    """Reads files in a process of its own; `read` is for one thread, `close` for any."""

    process: subprocess.Popen[bytes] | None = None
    reading: Step = field(default_factory=lambda: Step("", 0, START_SECONDS))
    is_late: bool = False
    is_closed: bool = False
    fault: str = ""

    def read(self, path: Path, name: str, report: Callable[[Step], None]) -> list[Outcome]:
        """Read the file at *path*; a document that kills the process has that as its reason."""
        skipped: dict[str, str] = {}
        while True:
            try:
                answers = self._ask(path, name, skipped, report)
                return [answer for answer in answers if isinstance(answer, Outcome)]
            except (EOFError, BrokenPipeError, ValueError):  # ValueError: closed meanwhile
                if self.is_closed:
                    return []
                reason = self._why_dead()
                culprit = self.reading.name or name
                if culprit == name or culprit in skipped or len(skipped) >= LIVES:
                    return [Outcome(name, "", f"{name}: {reason}", try_again=self.is_late)]
                skipped[culprit] = f"{culprit}: {reason}"

    def text(self, path: Path, name: str) -> Text:
        """The text of the file at *path*; raise UnreadableFile if the process dies of it."""
        try:
            (answer,) = self._ask(path, name, None, lambda step: None)
        except (EOFError, BrokenPipeError):
            raise UnreadableFile(f"{name}: {self._why_dead()}") from None
        if isinstance(answer, Text):
            return answer
        assert isinstance(answer, Outcome)
        raise UnreadableFile(answer.reason)

    def close(self) -> None:
        """End the process, whatever it is doing."""
        self.is_closed = True
        self._clear()

    def _clear(self) -> None:
        """Kill the process and put its pipes away."""
        process, self.process = self.process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for stream in (process.stdout, process.stdin):
            if stream is not None:
                with suppress(OSError):
                    stream.close()

    def _ask(
        self, path: Path, name: str, skipped: dict[str, str] | None, report: Callable[[Step], None]
    ) -> list[Outcome | Text]:
        process = self._running()
        assert process.stdin is not None
        assert process.stdout is not None
        self.reading, self.is_late, self.fault = Step(name, 0, START_SECONDS), False, ""
        send(process.stdin, (str(path), name, skipped))
        answers: list[Outcome | Text] = []
        while (answer := self._answer(process)) is not None:
            if isinstance(answer, Step):
                self.reading = answer
                report(answer)
            elif isinstance(answer, Outcome | Text):
                answers.append(answer)
            else:
                self.fault = str(answer)
        return answers

    def _answer(self, process: subprocess.Popen[bytes]) -> object:
        """The next answer; the process is ended if it does not come in time."""
        assert process.stdout is not None
        watch = threading.Timer(self.reading.seconds, self._give_up)
        watch.start()
        try:
            return receive(process.stdout)
        finally:
            watch.cancel()

    def _give_up(self) -> None:
        self.is_late = True
        if self.process is not None:
            self.process.kill()

    def _running(self) -> subprocess.Popen[bytes]:
        if self.process is None:
            command = [
                sys.executable,
                "-P",
                "-c",
                "from phahe.loaders.worker import serve; serve()",
            ]
            environment = {**os.environ, "OMP_THREAD_LIMIT": "1", "PYTHONPATH": _search_path()}
            self.process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment,
            )
        return self.process

    def _why_dead(self) -> str:
        """Clear the dead process away, and say what it died of."""
        self._clear()
        page = f" page {self.reading.page}" if self.reading.page else ""
        if self.is_late:
            return f"reading{page} took longer than {self.reading.seconds:.0f} seconds: given up"
        if self.fault:
            return f"phahe fails on it, please report this: {self.fault}"
        return (
            f"reading{page} needs more than {WORKER_BYTES // MIB} MiB of memory, "
            "or breaks the program that reads it: given up"
        )


def text_apart(path: Path, name: str) -> Text:
    """Read one file in a process of its own, with the limits of a build."""
    worker = Worker()
    try:
        return worker.text(path, name)
    finally:
        worker.close()


def _search_path() -> str:
    """The reading process finds the modules that this one has found."""
    return os.pathsep.join(entry for entry in sys.path if entry)


def send(stream: IO[bytes], value: object) -> None:
    """Write one value to a pipe."""
    data = pack(value)
    stream.write(LENGTH.pack(len(data)) + data)
    stream.flush()


def receive(stream: IO[bytes]) -> object:
    """Read one value; raise EOFError when the other side is gone."""
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        raise EOFError
    (length,) = LENGTH.unpack(head)
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return unpack(data)


def serve() -> None:
    """Read files until standard input ends; runs in the reading process."""
    import signal

    from phahe.loaders.read_file import read_file, text_of

    gc.set_threshold(GARBAGE)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the build, which ends this one
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a library that prints must not spoil the answers
    limit_memory()

    def tell(kind: type[BaseException], fault: BaseException, _: object) -> None:
        send(answers, f"{kind.__name__}: {fault}")

    sys.excepthook = tell

    def step(now: Step) -> None:
        send(answers, now)

    for path, name, skipped in _questions(sys.stdin.buffer):
        if skipped is None:
            send(answers, text_of(Path(path), name, step))
        else:
            for outcome in read_file(Path(path), name, step, skipped):
                send(answers, outcome)
        send(answers, None)


def _questions(stream: IO[bytes]) -> Iterator[tuple[str, str, dict[str, str] | None]]:
    while True:
        try:
            question = receive(stream)
        except EOFError:
            return
        assert isinstance(question, tuple)
        yield question


def limit_memory() -> None:
    """Let this process have no more memory than one file may need, where the system can do that."""
    try:
        import resource
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = WORKER_BYTES if hard == resource.RLIM_INFINITY else min(WORKER_BYTES, hard)
    try:
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    except (ValueError, OSError):
        return
