"""The limits people read are the limits that hold."""

from pathlib import Path

import pytest

from phahe.loaders import limits

TOLD = (Path(__file__).parents[2] / "docs" / "formats.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("size of a file |", f"{limits.FILE_BYTES // limits.MIB} MiB"),
        ("text read from any file |", f"{limits.TEXT_BYTES // limits.MIB} MiB"),
        ("DOCX or ODT, unpacked |", f"{limits.PART_BYTES // limits.MIB} MiB"),
        ("packed size, over 1 MiB |", f"{limits.PACKED_RATIO}"),
        ("archives inside it |", f"{limits.MEMBERS:,}"),
        ("an archive, unpacked |", f"{limits.MEMBERS_BYTES // limits.MIB:,} MiB"),
        ("archives inside archives |", f"{limits.ARCHIVES_DEEP}"),
        ("inside a document |", f"{limits.DEPTH}"),
        ("pages of a PDF |", f"{limits.PAGES:,}"),
        ("recognised pages of a file |", f"{limits.OCR_PAGES}"),
        ("pixels of a picture |", f"{limits.PIXELS:,}"),
        ("memory of a reading process |", f"{limits.WORKER_BYTES // limits.MIB:,} MiB"),
        ("a member of an archive |", f"{limits.STEP_SECONDS:.0f} s"),
    ],
)
def test_the_documentation_tells_each_limit(words, value):
    assert f"{words} {value} |" in TOLD
