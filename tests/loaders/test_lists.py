"""Lists: what an annex repeals, what members share; what is no document in particular."""

from phahe.graph.merge import merge
from phahe.loaders.mentions import find_mentions
from phahe.loaders.read import read_document_file
from phahe.loaders.text import Text

CIRCULAR = """BỘ Y TẾ
Số: 40/2023/TT-BYT
Hà Nội, ngày 5 tháng 3 năm 2023

THÔNG TƯ
{title}

Căn cứ Nghị định số 95/2022/NĐ-CP ngày 15/11/2022 của Chính phủ;
Điều 1. {article} tại Phụ lục I, Phụ lục II ban hành kèm theo Thông tư này.

Phụ lục I
DANH MỤC VĂN BẢN QUY PHẠM PHÁP LUẬT BÃI BỎ TOÀN BỘ
(Kèm theo Thông tư số 40/2023/TT-BYT ngày 5 tháng 3 năm 2023 của Bộ trưởng Bộ Y tế)

I. Lĩnh vực Dược
1. Thông tư số 11/2007/TT-BYT ngày 04/10/2007 hướng dẫn thực hiện Nghị định số 79/2006/NĐ-CP.
2. Thông tư số 12/2009/TT-BYT ngày 01/09/2009 hướng dẫn kê đơn.

Phụ lục II
DANH MỤC VĂN BẢN QUY PHẠM PHÁP LUẬT BÃI BỎ MỘT PHẦN
1. Chương II; Điều 8, Điều 9 Thông tư số 13/2011/TT-BYT ngày 03/05/2011 của Bộ Y tế.

Phụ lục III
MẪU BÁO CÁO
1. Thông tư số 14/2012/TT-BYT ngày 03/05/2012 của Bộ Y tế.
"""


def repealed(title, article):
    """Names of what the circular repeals."""
    graph = merge(
        [read_document_file(Text("a.txt", CIRCULAR.format(title=title, article=article)))]
    )
    return {graph.nodes[e.target].name for e in graph.edges if e.relation == "REPEALS"}


def test_an_annex_lists_what_its_document_repeals_in_whole_or_in_part():
    assert repealed("Bãi bỏ một số văn bản", "Bãi bỏ các văn bản") == {
        "Thông tư 11/2007/TT-BYT",
        "Thông tư 12/2009/TT-BYT",
        "Thông tư 13/2011/TT-BYT",
    }


def test_who_announces_what_others_repealed_repeals_nothing():
    assert repealed("Công bố danh mục văn bản", "Công bố danh mục văn bản") == set()


def test_a_certificate_and_anyone_s_decision_are_no_documents_in_particular():
    text = (
        "Hồ sơ gồm Quyết định của Ủy ban nhân dân cấp huyện về việc trợ cấp, kèm theo Giấy chứng "
        "nhận đăng ký đã được cấp của tổ chức."
    )
    assert [mention.text for mention in find_mentions(text)] == []


def test_a_number_with_its_year_takes_no_date_of_another_year():
    one, two, three = find_mentions(
        "Căn cứ Thông tư số 18/2025/TT-BTC, Thông tư số 19/2020/TT-BTC và Thông tư số "
        "120/2020/TT-BTC ngày 31 tháng 12 năm 2020;"
    )
    assert one.date is None
    assert two.date == three.date


def test_a_law_on_something_digital_keeps_its_last_word():
    (law,) = find_mentions("Căn cứ Luật Công nghiệp công nghệ số ngày 14 tháng 6 năm 2025;")
    assert law.title.value == "Luật Công nghiệp công nghệ số"
