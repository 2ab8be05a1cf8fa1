from __future__ import annotations

from pathlib import Path

import pytest

from docgen.case import load_case, parse_case
from docgen.case.schema import check_schema
from docgen.errors import Diagnostic, Severity

SCHEMAS = Path(__file__).parents[2] / "templates/case"
CASE = """\
change:
  summary: 가
  effect: 나
  insight: 다
  cycle: [{text: 가}, {text: 나}, {text: 다}]
  photos:
    - 사진/모임.png
    - 사진/{name}
"""


def findings(folder: Path, name: str) -> list[Diagnostic]:
    (folder / "사진").mkdir()
    (folder / "사진/모임.png").write_bytes(b"PNG")
    file = folder / "case.yaml"
    file.write_text(CASE.replace("{name}", name), encoding="utf-8")
    return check_schema(load_case(file), ["change"], SCHEMAS)


class DescribePictures:
    def a_missing_one_is_told_at_its_line_with_the_nearest_name(self, tmp_path: Path) -> None:
        (found,) = findings(tmp_path, "모임1.png")
        assert (found.code, found.severity) == ("schema.no-picture", Severity.WARNING)
        assert (found.line, found.column, found.path) == (8, 7, "change.photos[1]")
        assert found.message == "2번째 '사진'(photos)의 그림 파일이 없습니다: 사진/모임1.png"
        assert found.hint == "혹시 '모임.png'인가요?"

    def a_lost_one_that_resembles_nothing_is_asked_for(self, tmp_path: Path) -> None:
        (found,) = findings(tmp_path, "전혀 다른 이름.jpg")
        assert "그림을 넣으세요" in str(found.hint)

    @pytest.mark.parametrize("name", ["가" * 100, '"a\\0b"'])
    def a_name_that_no_file_can_have_is_missing(self, tmp_path: Path, name: str) -> None:
        assert [found.code for found in findings(tmp_path, name)] == ["schema.no-picture"]

    @pytest.mark.parametrize("name", ["모임.png", "../../밖.png"])
    def nothing_is_said_of_one_that_is_there_or_lies_outside(self, tmp_path: Path, name: str) -> None:
        assert findings(tmp_path, name) == []  # printing refuses what lies outside

    def no_word_is_said_of_a_case_without_a_folder(self) -> None:
        case = parse_case(CASE.encode(), "case.yaml")
        assert check_schema(case, ["change"], SCHEMAS) == []
