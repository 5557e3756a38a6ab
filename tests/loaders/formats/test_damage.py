"""Whatever bytes come, a reader gives a text or a reason, never anything else."""

import io
import random
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phahe.graph.errors import UnreadableFile
from phahe.loaders.formats.members import members
from phahe.loaders.formats.reader import read_bytes

FORMATS = Path(__file__).parents[4] / "shared" / "corpus" / "formats"
TIMES = 60
PART = re.compile(rb'="[^"]*"|<[^>]+/>')
VALUES = [b'="0"', b'="-5"', b'="99999999999"', b'=""', b'="zz"', b""]


def damaged(data, chance):
    """Change, cut out, repeat or cut off some bytes."""
    changed = bytearray(data)
    for _ in range(chance.choice([1, 3, 10, 60])):
        if len(changed) < 20:
            break
        at = chance.randrange(len(changed))
        match chance.randrange(4):
            case 0:
                changed[at] = chance.randrange(256)
            case 1:
                del changed[at : at + chance.randrange(1, 200)]
            case 2:
                changed[at:at] = changed[at : at + chance.randrange(1, 300)]
            case 3:
                del changed[max(20, at) :]
    return bytes(changed)


def changed_xml(part, chance):
    share = chance.choice([0.0, 0.01, 0.2])
    return PART.sub(
        lambda found: chance.choice(VALUES) if chance.random() < share else found[0], part
    )


def repacked(data, chance):
    """A package whose XML has other values and lacks elements."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            part = old.read(entry)
            if entry.filename.endswith(".xml"):
                part = changed_xml(part, chance)
            new.writestr(entry.filename, part)
    return out.getvalue()


def refused(data, name):
    """Why a file is refused; blank if it is read."""
    try:
        for member in members(data, name):
            if not member.reason:
                text = read_bytes(member.data, member.name)
                assert text.text.strip()
                assert list(text.pages) == sorted(text.pages)
    except UnreadableFile as reason:
        return str(reason)
    return ""


@pytest.mark.skipif(not FORMATS.exists(), reason="the corpus of formats is not here")
@pytest.mark.parametrize(
    "name",
    ["tricky.docx", "tricky.odt", "tricky.doc", "tricky.rtf", "cv457.html", "cv578.pdf", "mail.eml",
     "docs.zip", "cv457__tcvn3.txt"],
)  # fmt: skip
def test_a_damaged_file_is_read_or_refused(name):
    data = (FORMATS / name).read_bytes()
    chance = random.Random(name)
    for number in range(TIMES):
        packed = name.endswith(("docx", "odt")) and number % 2
        changed = (repacked if packed else damaged)(data, chance)
        reason = refused(changed, name)
        assert not reason or name in reason


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.html", "a.doc", "a.csv", "a.rtf"]))
def test_any_bytes_give_a_text_or_a_reason(data, name):
    reason = refused(data, name)
    assert not reason or reason.startswith(name)
