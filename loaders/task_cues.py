"""Words that show at a glance whether a paragraph can give anything to anybody."""

from __future__ import annotations

import re

_MAY_ASSIGN = (
    *("giao", "phân công", "đề nghị", "yêu cầu", "mong", "chủ trì", "trách nhiệm", "nhiệm vụ"),
    *("phối hợp", "đầu mối", "chức năng", "nghiêm túc", "ủy quyền"),
)
_OPENS = re.compile(r"(?::|\bsau(?:\s+đây)?\s*[.:]?|dưới\s+đây\s*[.:]?)\s*\Z")
_LAST_WORDS = 60
"""Characters in which a paragraph says that a list follows."""


def may_assign(text: str) -> bool:
    """Whether any word stands here without which nobody is given anything.

    >>> may_assign("Giao Sở Y tế chủ trì"), may_assign("Điều 1. Phạm vi điều chỉnh")
    (True, False)
    """
    low = text.lower()
    return any(cue in low for cue in _MAY_ASSIGN)


def opens_list(text: str) -> bool:
    """Whether the words end as those before a list do.

    >>> opens_list("thực hiện các nội dung sau đây:"), opens_list("sau khi họp")
    (True, False)
    """
    return bool(_OPENS.search(text, max(0, len(text) - _LAST_WORDS)))
