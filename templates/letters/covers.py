"""What stands before a plan of a city's office: who has approved it, and what was looked at before."""

from __future__ import annotations

from docgen.catalogue.form import Approval, Beside, Entry, Grid, Label, Row
from docgen.catalogue.form.parts import Part

CHECKS = (
    (
        "citizens",
        "시 민 참 여",
        "시민 의견 반영 및 사업 참여 방안을 검토하였습니까?",
        "청책토론회, 설문조사, 시민공모 등",
    ),
    (
        "experts",
        "전 문 자 문",
        "관련 전문가 의견을 반영하였습니까?",
        "자문위원회 개최, 타당성 검토, T/F 운영 등",
    ),
    (
        "conflict",
        "갈 등",
        "이해 당사자 간 갈등발생 가능성을 검토하였습니까?",
        "주택가 공공주차장 조성, 택시 불법영업 단속 등",
    ),
    (
        "care",
        "사 회 적\n배 려",
        "사회적 약자에 대한 배려를 검토하였습니까?",
        "여성, 아동, 장애인, 한부모 가정 등",
    ),
    (
        "jobs",
        "일 자 리",
        "일자리 창출 효과 및 일자리 수를 검토하였습니까?",
        "직·간접 채용, 취업알선, 전문인력양성, 창업지원 등",
    ),
    (
        "election",
        "선 거 법",
        "공직선거법에 저촉 여부를 검토하였습니까?",
        "홍보물 배포, 표창수여, 경품지급, 기부행위 등",
    ),
    (
        "safety",
        "안 전",
        "시민 안전 위험요인과 안전대책을 검토하였습니까?",
        "장소·시설물 점검, 안전관리 인력확보 등",
    ),
    (
        "others",
        "타 기 관",
        "타 기관 협의·협력(타 자원 활용 등)을 하였습니까?",
        "중앙부처, 타 지자체, 투자·출연기관, 민간단체 등",
    ),
    ("promotion", "홍 보", "사업 홍보 방안을 검토하였습니까?", "보도자료, 기자 설명회, 현장 설명회 등"),
    (
        "english",
        "정 책\n영 문 화",
        "정책 영문화 및 해외홍보 방안을 검토하였습니까?",
        "영문 제목·요약, 해외 언론 보도, 외국어 홈페이지 등",
    ),
    (
        "plain_words",
        "바 른\n우 리 말",
        "서울시 행정 순화어 목록을 확인하였습니까?",
        "별첨, 첨부 ⇒ 붙임, 가이드라인 ⇒ 지침 등",
    ),
    (
        "open",
        "결 재 문 서\n공 개",
        "공개 여부를 “비공개”로 설정했다면 법적근거를 명확히 검토하였습니까?",
        "정보공개법 제9조 제1항 제1호~제8호",
    ),
)
GUIDE = "☞ 해당사항이 있는 부분에 ‘■’ 표시하시기 바랍니다. (※ 비고 : 필요시 검토내용 기재)"


def approval_block(record: str) -> Part:
    """문서번호 to 방침번호 at the left, at the right who has signed: the drafter first, 협조 below."""
    labels = {
        "문서번호": "doc_no",
        "결재일자": "approved_on",
        "공개여부": "disclosure",
        "방침번호": "policy_no",
    }
    rows = (Row((Label(label), Entry(f"{{{{ {record}.{key} }}}}"))) for label, key in labels.items())
    about = Grid((18, 40), tuple(rows))
    return Beside((about, Approval(f"{record}.approval", 5, "", 110)), 60)


def checklist(record: str) -> Grid:
    """The twelve questions before a plan is approved; one of the two boxes of each is marked."""
    heads = ("구 분", "사전 검토항목 점검 사항", "검토\n완료", "해당\n없음", "비 고")
    return Grid(
        (24, 88, 13, 13, 32),
        (
            Row(tuple(map(Label, heads)), running=True),
            *(_check(f"{record}.{key}", *row) for key, *row in CHECKS),
        ),
    )


def _check(answer: str, label: str, question: str, example: str) -> Row:
    boxes = (f'{{{{ ({answer}.result == "{word}") | box }}}}' for word in ("검토 완료", "해당 없음"))
    marks = (Entry(box, align="center") for box in boxes)
    asked = Entry(f"● {question}\n예) {example}")
    return Row((Label(label), asked, *marks, Entry(f"{{{{ {answer}.note }}}}")))
