"""The shipped font inside a DOCX, so that every Vietnamese letter shows on any computer.

Word wants an embedded font obfuscated: the first 32 bytes are mixed with a key that stands beside
it in the font table (ECMA-376, part 4, 2.8.1).
"""

from __future__ import annotations

from importlib.resources import files
from io import BytesIO
from uuid import NAMESPACE_URL, uuid5
from zipfile import ZIP_DEFLATED, ZipFile

FAMILY = "Noto Sans"
FACES = (("Regular", "embedRegular"), ("Bold", "embedBold"))
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
KIND = (
    '<Default Extension="odttf" '
    'ContentType="application/vnd.openxmlformats-officedocument.obfuscatedFont"/>'
)


def embed_fonts(document: bytes) -> bytes:
    """Return the DOCX *document* with the font in it; all else stays as it is."""
    made = BytesIO()
    with ZipFile(BytesIO(document)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "[Content_Types].xml":
                content = content.replace(b"<Override", KIND.encode() + b"<Override", 1)
            elif name == "word/settings.xml":
                content = _settings(content)
            elif name == "word/fontTable.xml":
                content = _table().encode()
            if name != "word/_rels/fontTable.xml.rels":
                new.writestr(name, content)
        new.writestr("word/_rels/fontTable.xml.rels", _relations())
        for at, (face, _) in enumerate(FACES, 1):
            new.writestr(f"word/fonts/font{at}.odttf", obfuscated(_font(face), _key(face)))
    return made.getvalue()


def obfuscated(font: bytes, key: str) -> bytes:
    """Return *font* with its first 32 bytes mixed with *key* (a GUID); twice gives it back.

    >>> key = "{00112233-4455-6677-8899-AABBCCDDEEFF}"
    >>> obfuscated(obfuscated(bytes(40), key), key) == bytes(40)
    True
    """
    mask = bytes.fromhex(key.strip("{}").replace("-", ""))[::-1] * 2
    mixed = bytes(one ^ other for one, other in zip(font[:32], mask, strict=True))
    return mixed + font[32:]


def _key(face: str) -> str:
    return "{" + str(uuid5(NAMESPACE_URL, f"phahe/{FAMILY}/{face}")).upper() + "}"


def _font(face: str) -> bytes:
    return (files("phahe.viz") / "fonts" / f"NotoSans-vi-{face}.ttf").read_bytes()


def _settings(content: bytes) -> bytes:
    """Say that fonts are embedded; the element has a fixed place near the front."""
    start = content.index(b">", content.index(b"<w:settings")) + 1
    for before in (b"<w:zoom", b"<w:view", b"<w:writeProtection"):
        at = content.find(before)
        if at >= 0:
            start = max(start, content.index(b">", at) + 1)
    said = b"<w:embedTrueTypeFonts/>"
    return content if said in content else content[:start] + said + content[start:]


def _table() -> str:
    faces = "".join(
        f'<w:{tag} r:id="rId{at}" w:fontKey="{_key(face)}"/>'
        for at, (face, tag) in enumerate(FACES, 1)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<w:fonts xmlns:w="{WORDS}" xmlns:r="{RELATIONS}"><w:font w:name="{FAMILY}">'
        f'<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/>{faces}'
        "</w:font></w:fonts>"
    )


def _relations() -> str:
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    faces = "".join(
        f'<Relationship Id="rId{at}" Type="{RELATIONS}/font" Target="fonts/font{at}.odttf"/>'
        for at in range(1, len(FACES) + 1)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<Relationships xmlns="{package}">{faces}</Relationships>'
    )
