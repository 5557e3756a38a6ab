"""Questions to the sample documents, as researchers asked them, and their answers.

Bodies are compared by the words of their names, documents by their codes, tasks by their sections.
Questions 8 to 12 stand in test_sample_agreements.py.
"""

from phahe.graph.names_index import find_node
from tests.queries.naming import assert_named, fits, held

FRONT = "Mặt trận Tây Ninh"


def test_01_what_carries_directive_12_out_in_the_order_of_time(answer):
    cascade = answer("cascade", document="Chỉ thị 12-CT/TW")
    assert_named(cascade.column("document"), ["83-KH/TU", "578-CV/BDVTU", "3000/LĐLĐ", "457/LĐLĐ"])
    assert cascade.column("lag_days") == [167, 6, 20, 0]
    assert cascade.column("held") == [True, True, False, True]
    last = cascade.records()[-1]
    assert fits(last["document"], "457/LĐLĐ")
    assert fits(last["rests_on"], "3000/LĐLĐ")
    assert_named(last["also"], ["83-KH/TU"])
    assert all(cascade.evidence)


def test_01b_a_hypothesis_is_shown_only_on_demand_and_marked(answer):
    stated = answer("cascade", document="CT 12")
    guessed = answer("cascade", document="CT 12", hypotheses=True)
    assert set(stated.column("guessed")) == {()}
    assert guessed.column("document") == stated.column("document")
    reply = next(row for row in guessed.records() if "3000/LĐLĐ" in row["document"])
    assert_named(reply["guessed"], ["578-CV/BDVTU"])


def test_02_what_letter_457_goes_back_to(answer):
    lineage = answer("lineage", document="457/LĐLĐ")
    assert_named(lineage.column("document"), ["3000/LĐLĐ", "83-KH/TU", "12-CT/TW"])
    assert max(lineage.column("depth")) == 3


def test_03_who_leads_and_who_supports_task_ii_2_3_and_when(answer):
    (task,) = answer("assigned", document="KH 83", section="II.2.3").records()
    assert_named(task["lead"], ["Ban cán sự đảng Ủy ban nhân dân Tây Ninh"])
    assert_named(task["support"], [f"Đảng đoàn {FRONT}"])
    assert task["due"] == ("yearly",)


def test_04_which_tasks_the_party_committee_of_the_provincial_government_leads(
    answer, sample_graph
):
    body = find_node(sample_graph, "Ban cán sự đảng Ủy ban nhân dân tỉnh Tây Ninh", "Organization")
    duties = answer("tasks", body=body.id, document="83-KH/TU").records()
    led = {duty["section"] for duty in duties if duty["role"] == "lead"}
    assert led == {"II.2.1", "II.2.2", "II.2.3", "II.3", "II.8"}


def test_05_what_the_mass_mobilisation_board_is_given(answer):
    duties = answer("tasks", body="Ban Dân vận Tỉnh ủy Tây Ninh", document="83-KH/TU").records()
    led = {duty["section"] for duty in duties if duty["role"] == "lead"}
    assert led == {"II.1.1", "II.1.2", "II.2.4", "II.7", "III.3"}
    assert {duty["section"] for duty in duties if duty["role"] == "support"} == {"II.6"}


def test_06_who_supports_most(answer):
    most = answer("supporters", document="83-KH/TU").records()[:3]
    assert [row["tasks"] for row in most] == [9, 9, 8]
    assert_named(
        [row["body"] for row in most],
        [f"Đảng đoàn {FRONT}", "Đảng đoàn tổ chức chính trị xã hội", "Tỉnh đoàn Tây Ninh"],
    )


def test_07_which_tasks_have_a_lead_and_no_support(answer):
    sections = set(answer("unsupported", document="83-KH/TU", section="II").column("section"))
    # II.1.2 names a body in its sentence, not in a block of leads and supports.
    assert {"II.2.1", "II.8"} <= sections <= {"II.2.1", "II.8", "II.1.2"}


def test_13_when_the_five_year_review_is_due_and_who_says_so(answer):
    found = answer("deadlines", due="2027-Q1")
    assert_named(found.column("document"), ["83-KH/TU", "578-CV/BDVTU"])


def test_14_what_is_cited_and_not_held(answer):
    assert_named(
        answer("missing").column("document"),
        [
            "12-CT/TW",
            "3000/LĐLĐ",
            "32-CT/TW",
            "02-CTr/HNDTW",
            "04-CT/TW",
            "54-KH/TU",
            "Kế hoạch toàn khóa nhiệm kỳ",
            "1201/KH-UBND",
        ],
        optional=["học tập kinh nghiệm nước ngoài", "Kế hoạch công tác năm 2021"],
    )


def test_15_when_plan_83_was_issued(answer):
    conflict = answer("date_conflicts", document="83-KH/TU")
    (found,) = conflict.records()
    (said,) = conflict.evidence
    assert any("11 tháng 6" in each.quote for each in said)
    assert any("21/6/2022" in each.quote for each in said)
    assert found["preferred"] == "2022-06-21"
    assert {date[:10] for date in found["dates"]} == {"2022-06-11", "2022-06-21"}
    assert (found["not_before"], found["not_after"]) == ("2022-01-05", "2022-06-27")


def test_16_who_received_letter_578_and_is_not_seen_to_follow(answer):
    found = answer("silent", document="578-CV/BDVTU")
    assert_named(
        found.column("body"),
        [FRONT, "hội quần chúng Tây Ninh", "Ban Dân vận huyện thị"],
        # Only one of them, the federation of labour, is seen to follow.
        optional=["tổ chức chính trị xã hội"],
    )
    assert "6" in found.caveat


def test_17_when_the_federation_received_letter_578_and_when_it_followed(answer):
    arrivals = answer("received", document="578-CV/BDVTU").records()
    (stamped,) = [row for row in arrivals if row["received"]]
    assert fits(stamped["receiver"], "Liên đoàn Lao động tỉnh Tây Ninh")
    assert (stamped["received"], stamped["days"]) == ("2022-06-27", 14)
    assert any(fits(name, "3000/LĐLĐ") for name in stamped["followed_by"])
    down = {row["key"]: row for row in answer("cascade", document="Chỉ thị 12").records()}
    at = next(key for key, row in down.items() if fits(row["document"], "457/LĐLĐ"))
    days = 0
    while at in down:
        days, at = days + down[at]["lag_days"], down[at]["parent"]
    assert days == 187


def test_18_who_signed_what(answer):
    found = {row["document"]: row["signer"] for row in answer("signers").records()}
    assert len(found) == 6
    assert {name for document, name in found.items() if fits(document, "578-CV/BDVTU")} == {None}
    assert_named(
        [name for name in found.values() if name],
        ["Thái Thị Bích Thủy", "Phạm Hùng Thái", "Nguyễn Thị Hằng Nga", "Phạm Văn"],
    )


def test_19_what_the_farmers_plan_of_binh_duong_rests_on(answer, sample_graph):
    found = answer("lineage", document=held(sample_graph, "000"))
    assert_named(found.column("document"), ["32-CT/TW", "02-CTr/HNDTW"])


def test_20_what_the_womens_plan_of_binh_phuoc_rests_on(answer, sample_graph):
    found = answer("lineage", document=held(sample_graph, "001"))
    assert_named(found.column("document"), ["54-KH/TU", "04-CT/TW", "Kế hoạch toàn khóa nhiệm kỳ"])


def test_21_the_way_of_the_reports_on_external_information(answer):
    chain = answer("report_chain", body="Hội Nông dân các huyện, thị, thành phố tỉnh Bình Dương")
    first, *others = chain.records()
    assert fits(first["receiver"], "Hội Nông dân tỉnh Bình Dương")
    assert fits(first["via"], "Ban Tuyên giáo")
    assert first["due"] == ("2022-11-10",)
    assert_named(
        [row["receiver"] for row in others],
        ["Ủy ban nhân dân tỉnh Bình Dương", "Trung ương Hội Nông dân Việt Nam"],
    )


def test_22_when_and_to_whom_the_womens_unions_of_the_districts_report(answer):
    reports = [
        row
        for row in answer("reports").records()
        if fits(row["reporter"], "Phụ nữ huyện thị Bình Phước")
    ]
    assert_named([row["receiver"] for row in reports], ["Ban Thường vụ Phụ nữ tỉnh Bình Phước"])
    assert reports[0]["due"] == ("yearly:06-15", "yearly:12-10")


def test_23_where_letters_457_and_578_differ_in_deadlines(answer):
    rows = answer("compare_deadlines", first="457/LĐLĐ", second="578-CV/BDVTU").records()
    assert {row["due"] for row in rows if row["first"]} == {"2022-07", "2022-08", "2022-12"}
    assert {row["due"] for row in rows if row["second"]} == {
        "2022-07",
        "2022-08",
        "2025-Q1",
        "2027-Q1",
        "2032-Q1",
        "yearly:12",
    }


def test_24_which_bodies_go_by_the_name_of_the_propaganda_board(answer):
    found = answer("same_name", name="Ban Tuyên giáo").column("body")
    assert len(found) == 4
    assert_named(
        found,
        [
            "Ban Tuyên giáo Hội Nông dân Bình Dương",
            "Ban Tuyên giáo Huyện ủy Dương Minh Châu",
            "Ban Tuyên giáo Tỉnh ủy Bình Dương",
            "Ban Tuyên giáo Tỉnh ủy Tây Ninh",
        ],
    )


def test_25_no_single_body_of_the_plan_cooperates_without_agreement_and_457_ignores_578(answer):
    found = answer("without_agreement")
    plan = answer("cascade", document="Chỉ thị 12").column("key")[0]
    single = [
        row
        for row, said in zip(found.records(), found.evidence, strict=True)
        if not row["collective"] and {each.document for each in said} == {plan}
    ]
    assert single == []
    letter = answer("lags", document="457/LĐLĐ").column("rests_on")
    assert not any(fits(name, "578-CV/BDVTU") for name in letter)


def test_26_who_holds_today_what_plan_83_gave_to_bodies_that_were_merged(answer):
    found = answer("today", document="KH 83")
    today = dict(zip(found.column("body"), found.column("today"), strict=True))
    board = today["Ban Dân vận Tỉnh ủy Tây Ninh"]
    assert board == ("Ban Tuyên giáo và Dân vận Tỉnh ủy Tây Ninh (từ 01/7/2025)",)
    assert all(len(each) == 1 for each in today.values())
