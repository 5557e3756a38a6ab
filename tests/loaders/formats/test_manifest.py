"""Every format gives the same text: character error rates over the sample documents' variants."""

import csv
import os
import re
import unicodedata
from importlib.util import find_spec
from pathlib import Path

import pytest

from phahe.graph.errors import UnreadableFile
from phahe.loaders.formats import read_text
from phahe.loaders.formats.members import members
from phahe.loaders.formats.reader import read_bytes

FORMATS = Path(__file__).parents[4] / "shared" / "corpus" / "formats"
ALL = bool(os.environ.get("PHAHE_ALL_TESTS"))
NOTES_LEFT_OUT = re.compile(r"^kh83__(?:tcvn3|vni|mixed)\.(?:docx?|odt|rtf)$")
"""Made by script without the footnote of the original."""
ONE_CASE = re.compile(r"tcvn3(?:asutf8)?\.txt$")
"""TCVN3 as text has no capitals with marks."""
NO_CAPITALS = re.compile(r"^kh83__(?:tcvn3|mixed)")
"""The same where the font is not a capital font: Ủy ban is stored as ủy ban."""
SAME_SIGNS = str.maketrans("“”‘’–", "\"\"''-")


def variants():
    if not FORMATS.exists():
        return
    with (FORMATS / "manifest.tsv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            name, expected = row["file"], row["expected text"]
            known = expected.endswith(".expected.txt") and ";" not in expected
            if known and not name.endswith(".expected.txt") and "__x30" not in name:
                yield name, expected


def bar(name):
    """The most errors per hundred characters."""
    for scan, most in (("scan300", 2.5), ("scan200", 4.0), ("scan150", 4.0)):
        if scan in name:
            return most
    return 1.0 if name.endswith(".pdf") else 0.5


def flat(text, name):
    text = re.sub(r"\[\^\d+\] ?", "", unicodedata.normalize("NFC", text))
    text = " ".join(text.translate(SAME_SIGNS).replace("…", "...").split())
    return text.lower() if ONE_CASE.search(name) or NO_CAPITALS.match(name) else text


def errors(one, other, most):
    """Levenshtein distance, or *most* + 1 if it is larger: only diagonals near the middle count."""
    reach = {0: 0}
    for cost in range(most + 1):
        further = {}
        for diagonal in range(-cost, cost + 1):
            at = max(
                reach.get(diagonal, -1) + (cost > 0),
                reach.get(diagonal - 1, -2),
                reach.get(diagonal + 1, -2) + 1,
            )
            at = min(at, len(one), len(other) - diagonal)
            if at < 0 or at + diagonal < 0:
                continue
            while at < len(one) and at + diagonal < len(other) and one[at] == other[at + diagonal]:
                at += 1
            further[diagonal] = at
        if further.get(len(other) - len(one), -1) >= len(one):
            return cost
        reach = further
    return most + 1


def expected_text(name, expected):
    text = (FORMATS / expected).read_text("utf-8")
    if NOTES_LEFT_OUT.match(name):
        text = text[: text.index("\n1 - Biên bản")]
    return flat(text, name)


@pytest.mark.parametrize(
    ("one", "other", "cost"), [("abc", "abd", 1), ("abc", "xabc", 1), ("", "ab", 2)]
)
def test_the_measure_counts_letters_changed_added_and_lost(one, other, cost):
    assert errors(one, other, 5) == errors(other, one, 5) == cost


@pytest.mark.skipif(not FORMATS.exists(), reason="the corpus of formats is not here")
@pytest.mark.parametrize(("name", "expected"), list(variants()))
def test_a_variant_reads_as_the_document(name, expected):
    if "scan" in name:
        if not find_spec("tesserocr"):
            pytest.skip("phahe[ocr] is not installed")
        if not ALL and not name.startswith("cv457"):
            pytest.skip("long: set PHAHE_ALL_TESTS=1")
    want = expected_text(name, expected)
    most = int(bar(name) / 100 * len(want))
    got = flat(read_text(FORMATS / name, name).text, name)
    assert errors(want, got, most) <= most


@pytest.mark.skipif(not FORMATS.exists(), reason="the corpus of formats is not here")
@pytest.mark.parametrize(
    ("archive", "documents"),
    [
        ("mail.eml", ["cv578", "cv457", "cv457"]),
        ("docs.zip", ["cv457", "cv457", "kh83", "cv578", "kh_hlhpn", None, None]),
    ],
)
def test_archives_and_mail_are_folders(archive, documents):
    found = list(members((FORMATS / archive).read_bytes(), archive))
    assert all(
        member.name.startswith(f"{archive}/") and ".." not in member.name for member in found
    )
    assert len(found) == len(documents)
    for member, document in zip(found, documents, strict=True):
        if document is None:
            with pytest.raises(UnreadableFile):
                read_bytes(b"" if len(member.data) < 2 else member.data, member.name)
            continue
        name = "tcvn3.txt" if "tcvn3" in member.name else member.name
        want = expected_text(name, f"{document}.expected.txt")
        got = flat(read_bytes(member.data, member.name).text, name)
        assert errors(want, got, len(want) // 100) <= len(want) // 100


TRAPS = {
    "kept": "HỘP CHỮ|Số 99-HC/TU|I. MỤC ĐÍCH|1. Quán triệt thứ nhất|2. Quán triệt thứ hai"
    "|II. TỔ CHỨC|Trước CHENVAO sau|KHOISDT|DONGSDT|LIENKET|THETHONGMINH"
    "|SAUTAB|SAUBR|KETQUATRUONG|GỘPNGANG"
    "|GỘPDỌC|Ô22|LỒNG1|Ô32|CHUTHICHCHAN|CHUTHICHCUOI|NGATTRANG|CHUYENDEN|ế tách",
    "gone": "XOABO|CHUYENTU|CHUAN|NOIDUNGBINHLUAN",
}


@pytest.mark.skipif(not FORMATS.exists(), reason="the corpus of formats is not here")
@pytest.mark.parametrize("ending", ["docx", "doc", "odt", "rtf"])
def test_a_document_full_of_traps_reads_as_printed(ending):
    text = read_text(FORMATS / f"tricky.{ending}", "tricky").text
    text = text.replace("\t", " ").replace("‑", "-")
    lost = [] if ending != "rtf" else ["HỘP CHỮ", "Số 99-HC/TU"]  # not in that file
    missing = [trap for trap in TRAPS["kept"].split("|") if trap not in text]
    assert missing == lost
    assert [trap for trap in TRAPS["gone"].split("|") if trap in text] == []
    assert "32-CT/TW" in text  # the hyphen is one that does not break
