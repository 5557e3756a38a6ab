"""No file stops a build: each ends in its facts or in a reason, in time and within memory."""

import resource
import time
from importlib.util import find_spec
from pathlib import Path

import pytest

from phahe.loaders.limits import MIB, STEP_SECONDS, WORKER_BYTES
from phahe.loaders.worker import Worker

HOSTILE = Path(__file__).parents[4] / "shared" / "corpus" / "formats" / "hostile"
READ = {
    "doc_as.docx", "docx_as.doc", "docx_as.pdf", "encowner.pdf", "html_as.doc", "hugepage.pdf",
    "junkhead.pdf", "loop.pdf", "pdf_as.docx", "rawnames.zip", "rtf_as.doc", "script.html",
    "tcvn3txt_as.doc", "trunc.rtf", "txt_as.pdf",
}  # fmt: skip
"""Odd but readable; everything else is listed with its reason."""


def ignore(step):
    """Nobody looks at the steps."""


def largest_process():
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024


@pytest.fixture(scope="module", autouse=True)
def largest_before():
    return largest_process()


@pytest.fixture(scope="module")
def worker():
    worker = Worker()
    yield worker
    worker.close()


@pytest.mark.skipif(not HOSTILE.exists(), reason="the hostile files are not here")
@pytest.mark.parametrize("name", sorted(path.name for path in HOSTILE.glob("*")))
def test_a_hostile_file_ends_in_a_reason_in_time(worker, name):
    started = time.monotonic()
    outcomes = worker.read(HOSTILE / name, name, ignore)
    assert time.monotonic() - started < 30
    assert outcomes
    assert {outcome.is_read for outcome in outcomes} == {name in READ}
    for outcome in outcomes:
        assert outcome.name.startswith(name)
        if not outcome.is_read:
            assert outcome.reason.startswith(outcome.name)
            assert "please report" not in outcome.reason


def test_the_reading_process_never_had_more_memory_than_allowed(largest_before):
    if largest_before > WORKER_BYTES:
        pytest.skip("another test's process was larger")
    assert largest_process() <= WORKER_BYTES + 64 * MIB


def test_a_secret_or_a_script_never_becomes_text(worker):
    if not HOSTILE.exists():
        pytest.skip("the hostile files are not here")
    from phahe.loaders.formats import read_text

    assert read_text(HOSTILE / "script.html", "script.html").text == "Số 83-KH/TU\nngày 21/6/2022\n"


def test_a_member_that_kills_the_process_does_not_take_the_others_along(worker, tmp_path):
    import zipfile

    if not HOSTILE.exists():
        pytest.skip("the hostile files are not here")
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", "Kế hoạch số 83-KH/TU")
        archive.write(HOSTILE / "flatebomb.pdf", "b.pdf")
        archive.writestr("c.txt", "Công văn số 457/LĐLĐ")
    outcomes = worker.read(path, "all.zip", ignore)
    assert [outcome.is_read for outcome in outcomes] == [True, False, True]
    assert "memory" in outcomes[1].reason or "unpacks" in outcomes[1].reason


def test_a_picture_bomb_is_refused_before_it_is_unpacked(worker):
    if not find_spec("tesserocr"):
        pytest.skip("phahe[ocr] is not installed")
    if not HOSTILE.exists():
        pytest.skip("the hostile files are not here")
    started = time.monotonic()
    (outcome,) = worker.read(HOSTILE / "bomb.png", "bomb.png", ignore)
    assert "pixels" in outcome.reason or "damaged" in outcome.reason
    assert time.monotonic() - started < STEP_SECONDS
