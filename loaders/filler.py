"""Words that may stand between a relation's verb and its object without being another object.

>>> is_filler(" một số điều của ", quoted=False), is_filler(" tình hình của ", quoted=False)
(True, False)
>>> is_filler(' cụm từ “sở a” bằng cụm từ “sở b” tại khoản 2 điều 5 ', quoted=False)
True
"""

from __future__ import annotations

import re

_QUOTATION = re.compile(r"[“\"][^“”\"]{0,300}[”\"]")
_TOKEN = re.compile(r"[^\W\d_]+|\d[\w.]*|[^\s\w]|_")
_SYLLABLES = """
toàn bộ văn một phần số các những nội dung cho của tại trong đối với điều khoản điểm mục tiểu
phụ lục chương danh mẫu tên quy định và đầu cuối đoạn thứ bản hiệu lực thi hành việc thực hiện
căn cứ tiêu đề bổ sung sửa đổi thay thế bãi bỏ cụm từ sau đây gồm theo dòng tiết gạch chỉ là
quy phạm pháp luật hành chính bằng hết nay đã ban kèm biểu bảng chú thích câu ý khổ
"""
_NUMERALS = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv"
_ALLOWED = frozenset([*_SYLLABLES.split(), *_NUMERALS.split()])
_MARKS = frozenset(",;:()-*")
_LONGEST = 60
"""Words; a longer gap is a sentence of its own."""


def is_filler(gap: str, *, quoted: bool) -> bool:
    """Say whether *gap* (lower case) holds only provisions and such.

    *quoted* allows a quotation to open behind it.
    """
    bare = _QUOTATION.sub(" ", gap)
    tokens = _TOKEN.findall(bare)
    return len(tokens) <= _LONGEST and all(
        token in _ALLOWED
        or token in _MARKS
        or (len(token) == 1 and token.isalpha())
        or token[0].isdigit()
        or (quoted and token in '“"')
        for token in tokens
    )
