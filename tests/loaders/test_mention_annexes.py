"""An annex is issued by whoever issued the decision that it came with."""

from __future__ import annotations

import pytest

from phahe.loaders.mentions import find_mentions


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (
            "Quyết định số 9/QĐ-TLĐ của Đoàn Chủ tịch ban hành “Quy chế khen thưởng nội bộ”",
            "Đoàn Chủ tịch",
        ),
        (
            "theo Quy chế làm việc của Ban Chấp hành Đoàn, ban hành kèm theo Quyết định số "
            "4-QĐ/TWĐTN của Trung ương Đoàn",
            "Trung ương Đoàn",
        ),
        ("Quyết định số 9/QĐ-TLĐ của Đoàn Chủ tịch sửa đổi Quy chế khen thưởng của Hội đồng", ""),
        ("vì Quy chế làm việc của Ban Chấp hành Đoàn theo Quyết định số 4-QĐ/TWĐTN của Đoàn", ""),
    ],
)
def test_the_issuer_of_an_annex_is_the_one_who_promulgates_it(text: str, issuer: str) -> None:
    (annex,) = (one for one in find_mentions(text) if one.type == "quy chế")
    assert (annex.issuer.value if annex.issuer else "") == issuer
