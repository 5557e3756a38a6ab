"""What is printed on every page, or stamped on a file, and belongs to no document."""

from __future__ import annotations

import re

_RUNNING = re.compile(
    r"""CÔNG\ BÁO\s?/\s?Số\s?\d | CÔNG\ BÁO/Số
    | (?:Ký\ bởi|Người\ ký|Thời\ gian\ ký|Ngày\ ký|Email|E-mail|Cơ\ quan)\s?:\s?[^\n]{2,90}$
    | [-–]?\s?(?:Trang|Page)\s\d{1,4}(?:\s?[/|]\s?\d{1,4})?$
    | \|?\s?P\ a\ g\ e
    | [-–]\s?\d{1,4}\s?[-–]$""",
    re.VERBOSE,
)
_FIRST = frozenset("CKNTEP-–|")
PAGE_NUMBER = re.compile(r"\d{1,4}$")


def is_running(text: str) -> bool:
    """Whether *text* is a running head, a page's number or an electronic signature's line.

    >>> is_running("CÔNG BÁO/Số 281/Ngày 21-05-2026"), is_running("Cơ quan chủ trì: Sở Y tế")
    (True, False)
    """
    return bool(text) and text[0] in _FIRST and _RUNNING.match(text) is not None
