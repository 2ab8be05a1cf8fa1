from __future__ import annotations

from datetime import date

import pytest

from docgen.bulk.ledger import Issued, Ledger, Number
from docgen.errors import Diagnostic, UsageError
from tests.bulk.ledger.conftest import INSTITUTION, TODAY, request_of

LATER = date(2026, 9, 1)


def numbers(answers: list[Number | Diagnostic]) -> list[str]:
    return [answer.number for answer in answers if isinstance(answer, Number)]


def message(answer: Number | Diagnostic) -> str:
    assert isinstance(answer, Diagnostic)
    return answer.message


class DescribeReserve:
    def it_numbers_the_rows_in_their_order(self, ledger: Ledger) -> None:
        answers = ledger.reserve([request_of(n) for n in (3, 1, 2)], batch="a", today=TODAY)
        assert numbers(answers) == ["제2026-00001호", "제2026-00002호", "제2026-00003호"]
        assert answers[0] == Number("제2026-00001호", None, TODAY, 1, TODAY)

    def it_goes_on_where_the_last_batch_ended(self, ledger: Ledger) -> None:
        ledger.reserve([request_of(n) for n in range(3)], batch="a", today=TODAY)
        assert numbers(ledger.reserve([request_of(9)], batch="b", today=TODAY)) == ["제2026-00004호"]

    def it_counts_each_year_and_institution_by_itself(self, ledger: Ledger) -> None:
        ledger.reserve([request_of(1)], batch="a", today=TODAY)
        other = request_of(2, institution="한빛교육원")
        assert numbers(ledger.reserve([other], batch="b", today=TODAY)) == ["제2026-00001호"]
        assert numbers(ledger.reserve([request_of(3)], batch="c", today=date(2027, 1, 2))) == [
            "제2027-00001호"
        ]

    def it_follows_a_pattern(self, ledger: Ledger) -> None:
        answers = ledger.reserve([request_of(1)], batch="a", today=TODAY, pattern="연수-{year}-{seq}")
        assert numbers(answers) == ["연수-2026-1"]

    @pytest.mark.parametrize(
        "pattern",
        [
            "제{year}호",
            "{seq}",
            "제 {year}-{seq}",
            "{year}{seq",
            "{year}{seq:x!}",
            "{year}{seq}{name}",
            "{year.real}{seq}",
            "{year}\x00{seq}",
            "{}{year}{seq}",
        ],
    )
    def it_refuses_a_pattern_that_is_none(self, ledger: Ledger, pattern: str) -> None:
        with pytest.raises(UsageError, match="번호의 꼴"):
            ledger.reserve([request_of(1)], batch="a", today=TODAY, pattern=pattern)
        assert list(ledger.entries()) == []

    def it_answers_the_same_for_the_same_row_of_a_batch_whatever_the_day(self, ledger: Ledger) -> None:
        requests = [request_of(n) for n in range(5)]
        first = ledger.reserve(requests[:3], batch="a", today=TODAY)
        again = ledger.reserve(requests, batch="a", today=LATER)
        assert again[:3] == first
        assert numbers(again)[3:] == ["제2026-00004호", "제2026-00005호"]

    def it_refuses_a_row_that_asks_for_another_than_before(self, ledger: Ledger) -> None:
        ledger.reserve([request_of(1)], batch="a", today=TODAY)
        (answer,) = ledger.reserve([request_of(1, "T99999")], batch="a", today=TODAY)
        assert "다른 사람이나 과정" in message(answer)

    def it_takes_more_rows_than_one_query_can_ask_for(self, ledger: Ledger) -> None:
        answers = ledger.reserve([request_of(n) for n in range(2500)], batch="a", today=TODAY)
        assert numbers(answers)[-1] == "제2026-02500호"

    def it_numbers_nobody_where_nobody_is_asked_for(self, ledger: Ledger) -> None:
        assert ledger.reserve([], batch="a", today=TODAY) == []


class DescribeASecondIssue:
    def it_is_refused_with_the_day_and_the_masked_name(self, ledger: Ledger) -> None:
        ledger.reserve([request_of(1)], batch="a", today=TODAY)
        answers = ledger.reserve([request_of(5, "T00001"), request_of(6)], batch="b", today=LATER)
        assert (
            message(answers[0])
            == "이미 2026. 7. 10.에 발급했습니다: 홍*동, 인공지능 수업 설계, 제2026-00001호"
        )
        assert numbers(answers) == ["제2026-00002호"]

    def it_is_refused_within_a_batch_too(self, ledger: Ledger) -> None:
        answers = ledger.reserve([request_of(1, "T"), request_of(2, "T")], batch="a", today=TODAY)
        answers += ledger.reserve([request_of(3, "T")], batch="a", today=TODAY, reissue=True)
        assert [message(each) for each in answers[1:]] == [
            "같은 사람의 같은 과정이 두 번 있습니다: 홍*동, 인공지능 수업 설계"
        ] * 2

    def it_is_no_second_issue_for_another_course_or_run(self, ledger: Ledger) -> None:
        requests = [
            request_of(1, "T"),
            request_of(2, "T", run="2회 가반"),
            request_of(3, "T", course="데이터"),
        ]
        assert len(numbers(ledger.reserve(requests, batch="a", today=TODAY))) == 3

    def it_is_a_re_issue_under_the_same_number_where_that_is_asked_for(self, ledger: Ledger) -> None:
        ledger.reserve([request_of(1)], batch="a", today=TODAY)
        again = ledger.reserve([request_of(1)], batch="b", today=LATER, reissue=True)
        assert again == [Number("제2026-00001호", None, TODAY, 2, LATER)]
        assert ledger.reserve([request_of(1)], batch="b", today=date(2026, 9, 2), reissue=True) == again
        (third,) = ledger.reserve([request_of(1)], batch="c", today=date(2027, 1, 5), reissue=True)
        assert isinstance(third, Number)
        assert third.data() == {
            "number": "제2026-00001호",
            "check": None,
            "issued_on": TODAY,
            "reissues": 2,
            "reissued_on": date(2027, 1, 5),
        }
        (refused,) = ledger.reserve([request_of(1)], batch="d", today=LATER)
        assert "2027. 1. 5.에 2번째로 재발급했습니다" in message(refused)

    def it_is_foretold_without_a_trace(self, ledger: Ledger) -> None:
        ledger.reserve([request_of(1, "T")], batch="a", today=TODAY)
        requests = [request_of(1, "T"), request_of(2), request_of(3, "T00002")]
        codes = [found and found.code for found in ledger.refusals(requests, batch="b")]
        assert codes == ["ledger.issued", None, "ledger.twice"]
        assert [*ledger.refusals(requests[:2], batch="b", reissue=True)] == [None, None]
        assert len(list(ledger.entries())) == 1


class DescribeVoid:
    def it_keeps_the_number_and_lets_the_person_have_another(self, ledger: Ledger) -> None:
        ledger.reserve([request_of(1)], batch="a", today=TODAY)
        entry = ledger.void("제2026-00001호", "성명 오기", LATER)
        assert (entry.voided_on, entry.void_reason) == (LATER, "성명 오기")
        assert entry.remarks == "무효 (2026. 9. 1.: 성명 오기)"
        assert numbers(ledger.reserve([request_of(1)], batch="b", today=LATER)) == ["제2026-00002호"]
        assert [each.number for each in ledger.entries()] == ["제2026-00001호", "제2026-00002호"]

    def it_is_done_once(self, ledger: Ledger) -> None:
        ledger.reserve([request_of(1)], batch="a", today=TODAY)
        ledger.void("제2026-00001호", "성명 오기", LATER)
        with pytest.raises(UsageError, match=r"이미 무효인 번호.*2026. 9. 1.: 성명 오기"):
            ledger.void("제2026-00001호", "다른 까닭", date(2026, 10, 1))

    def it_asks_which_institution_where_several_gave_the_number_out(self, ledger: Ledger) -> None:
        ledger.reserve([request_of(1), request_of(2, institution="한빛교육원")], batch="a", today=TODAY)
        with pytest.raises(UsageError, match="여러 기관"):
            ledger.void("제2026-00001호", "오기", LATER)
        ledger.void("제2026-00001호", "오기", LATER, INSTITUTION)
        assert [entry.voided_on for entry in ledger.entries()] == [LATER, None]

    def its_reason_is_text(self, ledger: Ledger) -> None:
        ledger.reserve([request_of(1)], batch="a", today=TODAY)
        with pytest.raises(UsageError, match="적을 수 없는 글자"):
            ledger.void("제2026-00001호", "\udcff", LATER)

    def it_does_not_know_a_number_that_was_never_given_out(self, ledger: Ledger) -> None:
        with pytest.raises(UsageError, match="없는 번호"):
            ledger.void("제2026-00009호", "오기", LATER)


class DescribeFiles:
    def they_lead_back_to_their_number(self, ledger: Ledger) -> None:
        ledger.reserve([request_of(1), request_of(2, name="김한별")], batch="a", today=TODAY)
        finished = [Issued("2", "pdf", "b" * 64), Issued("2", "docx", "c" * 64)]
        ledger.issued("a", finished)
        ledger.issued("a", finished)
        entry = ledger.of_file("c" * 64)
        assert entry is not None
        assert (entry.number, entry.masked().name, entry.printed) == ("제2026-00002호", "김*별", True)
        assert ledger.of_file("d" * 64) is None

    def they_say_which_numbers_were_printed(self, ledger: Ledger) -> None:
        ledger.reserve([request_of(1), request_of(2)], batch="a", today=TODAY)
        ledger.issued("a", [Issued("1", "pdf", "a" * 64)])
        assert [entry.remarks for entry in ledger.entries()] == ["", "번호만 받음"]

    def they_stay_known_when_the_certificate_is_issued_again(self, ledger: Ledger) -> None:
        for batch, digest in (("a", "a"), ("b", "b")):
            ledger.reserve([request_of(1)], batch=batch, today=TODAY, reissue=True)
            ledger.issued(batch, [Issued("1", "pdf", digest * 64)])
        assert ledger.of_file("a" * 64) == ledger.of_file("b" * 64)


class DescribeEntries:
    def they_are_those_of_a_year_an_institution_a_course(self, ledger: Ledger) -> None:
        ledger.reserve([request_of(1), request_of(2, course="데이터")], batch="a", today=TODAY)
        ledger.reserve([request_of(3, institution="한빛교육원")], batch="b", today=date(2027, 3, 1))
        assert len(list(ledger.entries())) == 3
        assert [entry.course for entry in ledger.entries(course="데이터")] == ["데이터"]
        assert [entry.number for entry in ledger.entries(year=2027)] == ["제2027-00001호"]
        assert [entry.institution for entry in ledger.entries(institution="한빛교육원")] == ["한빛교육원"]

    def they_keep_what_the_register_prints(self, ledger: Ledger) -> None:
        shown = {
            "birth_date": "1990-01-01",
            "affiliation": "새벽중학교 교사",
            "period": "6. 1. ~ 6. 30.",
            "hours": "15",
        }
        ledger.reserve([request_of(1, **shown)], batch="a", today=TODAY)
        (entry,) = ledger.entries()
        assert {name: getattr(entry, name) for name in shown} == shown
        assert entry.masked().birth_date == ""
