"""A document named in running text, as it stands there."""

from __future__ import annotations

from dataclasses import dataclass

from phahe.loaders.reading import Stated


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a document; what they do not say is blank. Offsets are of `Text.text`."""

    start: int
    end: int
    text: str
    type: str = ""
    """Type name in lower case: ``kế hoạch``; blank if neither said nor told by the code."""
    type_code: str = ""
    number: str = ""
    """As written, with leading zeros: ``04``."""
    symbol: str = ""
    """``CT/TW``, ``KH-UBND``, ``LĐLĐ``, ``QH14``."""
    code: str = ""
    """Number and symbol as the family writes them: ``04-CT/TW``, ``30/2020/NĐ-CP``."""
    date: Stated | None = None
    """ISO date."""
    issuer: Stated | None = None
    """The words after "của"."""
    title: Stated | None = None
    """The words after "về", or in quotes, or of an unnumbered document."""
    term: str = ""
    """``XII`` of "khóa XII"."""
    period: str = ""
    """``2016-2021``."""
    provisions: tuple[str, ...] = ()
    """``Điều 5``, ``khoản 2 mục 2.3``."""
    unnumbered: bool = False
    anaphora: bool = False
    """"Kế hoạch này", "Gửi kèm Kế hoạch": which document is meant is for `resolve` to say."""
