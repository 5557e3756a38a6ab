"""A build reads what changed, loses nothing when stopped, and lists every file."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from phahe.graph.errors import BadOutput, UnreadableFile
from phahe.graph.store import read_graph, tables_of
from phahe.loaders.build import build

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "data" / "documents"
KILLS = 20 if os.environ.get("PHAHE_ALL_TESTS") else 3


def contents(graph):
    """Every byte that the graph is made of."""
    return {path.name: path.read_bytes() for path in tables_of(graph).iterdir()}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    out = tmp_path_factory.mktemp("built") / "g"
    return build([SAMPLES], out), contents(out)


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "corpus"
    shutil.copytree(SAMPLES, folder)
    return folder


def test_the_samples_are_all_read(built):
    result, _ = built
    assert [file["read"] for file in result.files] == [True] * 4
    assert result.unreadable == ()
    assert result.changed


def test_a_build_says_how_many_documents_it_read_and_how_many_differ(tmp_path):
    row = "12/KH-STP;05/02/2022;triển khai Luật Phổ biến, giáo dục pháp luật\n"
    other = "12/KH-STP;07/03/2023;kiểm tra năm 2023\n"
    heading = "Số ký hiệu;Ngày ban hành;Trích yếu\n"
    (tmp_path / "so.csv").write_text(heading + row + row + other, "utf-8")
    (tmp_path / "again.csv").write_text(heading + row + row + other, "utf-8")
    result = build([tmp_path], tmp_path / "g")
    assert (result.documents, result.different) == (6, 2)
    again = build([tmp_path], tmp_path / "g")
    assert (again.changed, again.documents, again.different) == (False, 6, 2)


def test_a_second_build_reads_nothing(corpus, tmp_path, built):
    first = build([corpus], tmp_path / "g")
    second = build([corpus], tmp_path / "g")
    assert (first.read, second.read) == (4, 0)
    assert (first.changed, second.changed) == (True, False)
    assert second.files == first.files
    assert contents(tmp_path / "g") == built[1]


def test_only_what_changed_is_read_again(corpus, tmp_path):
    build([corpus], tmp_path / "g")
    extra = corpus / "999.txt"
    extra.write_text("Thực hiện Kế hoạch số 83-KH/TU ngày 21/6/2022 của Tỉnh ủy.", "utf-8")
    assert build([corpus], tmp_path / "g").read == 1


def test_a_removed_file_takes_its_facts_with_it(corpus, tmp_path, built):
    extra = corpus / "999.txt"
    extra.write_text("Thực hiện Nghị quyết số 999-NQ/TU ngày 21/6/2022 của Tỉnh ủy.", "utf-8")
    build([corpus], tmp_path / "g")
    assert contents(tmp_path / "g") != built[1]
    extra.unlink()
    result = build([corpus], tmp_path / "g")
    assert contents(tmp_path / "g") == built[1]
    assert all(file["file"] != "999.txt" for file in result.files)


def test_the_same_bytes_twice_are_one_document(corpus, tmp_path, built):
    first = sorted(corpus.iterdir())[0]
    shutil.copy(first, corpus / "zz_copy.txt")
    result = build([corpus], tmp_path / "g")
    assert result.files[-1]["same_as"] == first.name
    assert contents(tmp_path / "g") == built[1]


def test_an_archive_is_read_like_a_folder(corpus, tmp_path):
    with zipfile.ZipFile(tmp_path / "corpus.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(corpus.iterdir()):
            archive.write(path, f"Văn bản/{path.name}")
    result = build([tmp_path / "corpus.zip"], tmp_path / "g")
    assert [file["file"] for file in result.files] == [
        f"corpus.zip/Văn bản/{path.name}" for path in sorted(corpus.iterdir())
    ]
    assert len(read_graph(tmp_path / "g").edges) > 100


def test_the_order_and_number_of_processes_change_nothing(corpus, tmp_path, built):
    for number in range(20):
        (corpus / f"9{number:02}.txt").write_text(f"Công văn số {number}/LĐLĐ.", "utf-8")
    build([corpus], tmp_path / "one", jobs=1)
    build([corpus], tmp_path / "two", jobs=2)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


BROKEN = {
    "empty.txt": b"",
    "garbage.bin": bytes(random.Random(1).randbytes(5000)),
    "garbage.pdf": b"%PDF-1.7\n" + bytes(random.Random(2).randbytes(5000)),
    "cut.docx": b"PK\x03\x04" + bytes(random.Random(3).randbytes(500)),
    "one_line.txt": b"A" * (50 << 20),
    "utf8.txt": b"K\xe1\xba ho\xff\xfe\xfd\xfc" * 500,
}


def test_broken_files_are_listed_and_the_others_read(corpus, tmp_path):
    for name, data in BROKEN.items():
        (corpus / name).write_bytes(data)
    result = build([corpus], tmp_path / "g")
    assert {name for name, _ in result.unreadable} == set(BROKEN)
    assert all(reason.startswith(name) for name, reason in result.unreadable)
    assert sum(file["read"] for file in result.files) == 4
    listed = json.loads((tmp_path / "g" / "run.json").read_text("utf-8"))["files"]
    assert listed == list(result.files)


def test_invalid_letters_are_replaced_and_told(tmp_path):
    (tmp_path / "a.txt").write_bytes("Kế hoạch số 83-KH/TU ngày 21/6/2022 ".encode() * 9 + b"\xff")
    (file,) = build([tmp_path / "a.txt"], tmp_path / "g").files
    assert "invalid" in file["warnings"][0]


@pytest.mark.parametrize("name", ["missing", "empty folder", "only broken"])
def test_nothing_to_read_is_an_error_and_leaves_the_earlier_graph(corpus, tmp_path, name):
    out = tmp_path / "g"
    build([corpus], out)
    before = contents(out)
    source = tmp_path / name
    if name != "missing":
        source.mkdir()
    if name == "only broken":
        (source / "empty.pdf").write_bytes(b"")
    with pytest.raises(UnreadableFile, match=r"no such|no files|nothing could be read"):
        build([source], out)
    assert contents(out) == before


def test_an_output_that_cannot_be_written_is_said_at_once(corpus, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(BadOutput, match="cannot be written"):
        build([corpus], tmp_path / "file" / "g")


def run(code, *arguments, **options):
    """Run *code* in a Python of its own."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, **options)


BUILD = """
import sys, resource, signal
from pathlib import Path
from phahe.graph.errors import PhaheError
from phahe.loaders.build import build
if len(sys.argv) > 3:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]),) * 2)
try:
    build([Path(sys.argv[1])], Path(sys.argv[2]))
except PhaheError as fault:
    sys.exit(f"{type(fault).__name__}: {fault}")
"""


@pytest.mark.parametrize("room", [100, 60_000])
def test_a_full_disk_is_told_and_loses_nothing(corpus, tmp_path, room, built):
    out = tmp_path / "g"
    build([corpus], out)
    before = contents(out)
    (corpus / "999.txt").write_text("Nghị quyết số 999-NQ/TU. " * 3000, "utf-8")
    done = run(BUILD, corpus, out, room)
    if done.returncode:
        assert "BadOutput" in done.stderr
        assert "Traceback" not in done.stderr
        assert contents(out) == before
    (corpus / "999.txt").unlink()
    build([corpus], out)
    assert contents(out) == built[1]


@contextmanager
def read_only(folder):
    """Make *folder* read-only, also for root."""
    if os.geteuid() == 0:
        for arguments in (["--bind", folder, folder], ["-o", "remount,ro,bind", folder]):
            done = subprocess.run(["mount", *arguments], capture_output=True, check=False)
            if done.returncode:
                pytest.skip("root may not mount here, and no mode stops root from writing")
        yield
        subprocess.run(["umount", folder], check=True)
        return
    folders = [folder, *(path for path in folder.rglob("*") if path.is_dir())]
    for path in folders:
        path.chmod(0o555)
    yield
    for path in folders:
        path.chmod(0o755)


def test_a_read_only_output_is_told(corpus, tmp_path):
    out = tmp_path / "g"
    build([corpus], out)
    before = contents(out)
    (corpus / "999.txt").write_text("Công văn số 1/LĐLĐ.", "utf-8")
    with read_only(out), pytest.raises(BadOutput, match="cannot be written"):
        build([corpus], out)
    assert contents(out) == before


def test_a_killed_build_leaves_the_last_good_graph_and_the_next_one_goes_on(
    tmp_path, corpus, built
):
    """Killed at random moments, as by kill -9 or a power cut."""
    out = tmp_path / "g"
    moments = random.Random(20)
    small = tmp_path / "small"
    small.mkdir()
    shutil.copy(sorted(corpus.iterdir())[0], small)
    build([small], out)
    good = contents(out)
    command = [sys.executable, "-c", BUILD, str(corpus), str(out)]
    for _ in range(KILLS):
        process = subprocess.Popen(command, cwd=ROOT, start_new_session=True)
        time.sleep(moments.uniform(0.02, 1.2))
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        assert contents(out) in (good, built[1])
        read_graph(out)
    build([corpus], out)
    assert contents(out) == built[1]


def test_ctrl_c_leaves_no_process_behind(corpus, tmp_path):
    for number in range(40):
        (corpus / f"{number}.txt").write_text(f"Công văn số {number}/LĐLĐ. " * 9000, "utf-8")
    process = subprocess.Popen(
        [sys.executable, "-c", BUILD, str(corpus), str(tmp_path / "g")],
        cwd=ROOT,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    time.sleep(1)
    process.send_signal(signal.SIGINT)
    process.wait(timeout=20)
    time.sleep(0.2)
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)
