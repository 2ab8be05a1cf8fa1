"""The catalogue finds templates, says what is wrong with them, and lets an overlay win."""

from __future__ import annotations

import shutil
from pathlib import Path

import docx
import pytest

from docgen import Catalogue, TemplateError, UsageError
from docgen.case import parse_case
from docgen.errors import Severity

OWN = "id: thanks\ntitle: 감사장\nsections: [case]\noutput: 감사장"
SHIPPED = {"coordinator-application", "instructor-application", "meeting-minutes"}


def overlay(root: Path, folder: Path, **changes: str) -> Path:
    """A copy of a shipped template in another folder, lines of its template.yaml changed."""
    copy = folder / "people" / "coordinator-application"
    shutil.copytree(root / "templates/people/coordinator-application", copy)
    lines = (copy / "template.yaml").read_text(encoding="utf-8").splitlines()
    for key, value in changes.items():
        lines = [f"{key}: {value}" if line.startswith(f"{key}:") else line for line in lines]
    (copy / "template.yaml").write_text("\n".join(lines), encoding="utf-8")
    return folder


def own(folder: Path, description: str = OWN) -> Path:
    """A folder with a template of its own; the folder around all of them."""
    folder.mkdir(parents=True)
    (folder / "template.yaml").write_text(description, encoding="utf-8")
    word = docx.Document()
    word.add_paragraph("감사합니다")
    word.save(str(folder / "template.docx"))
    return folder.parent if folder.parent.name != "letters" else folder.parents[1]


class DescribeCatalogue:
    def it_holds_the_templates_that_ship_in_the_order_of_the_year(self) -> None:
        catalogue = Catalogue()
        assert set(catalogue) >= SHIPPED
        assert list(catalogue).index("meeting-minutes") < list(catalogue).index("coordinator-application")

    @pytest.mark.parametrize("template_id", sorted(SHIPPED))
    def its_folders_bear_the_id_of_their_template(self, template_id: str) -> None:
        assert Catalogue()[template_id].folder.name == template_id

    @pytest.mark.parametrize(
        ("asked", "near"),
        [("meeting-minute", "meeting-minutes"), ("코디네이터지원서", "coordinator-application")],
    )
    def it_suggests_the_nearest_id_or_title(self, asked: str, near: str) -> None:
        with pytest.raises(UsageError) as caught:
            Catalogue()[asked]
        assert near in (caught.value.diagnostics[0].hint or "")


class DescribeOverlays:
    def they_win_over_what_ships(self, root: Path, tmp_path: Path) -> None:
        catalogue = Catalogue(overlay(root, tmp_path, title="우리 대학 지원서"))
        assert catalogue["coordinator-application"].title == "우리 대학 지원서"
        assert set(catalogue) == set(Catalogue())

    def they_may_be_named_by_the_environment(
        self, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("DOCGEN_TEMPLATES", str(overlay(root, tmp_path, title="우리 대학 지원서")))
        assert Catalogue()["coordinator-application"].title == "우리 대학 지원서"

    def a_folder_that_is_not_there_is_wrong_usage(self, tmp_path: Path) -> None:
        with pytest.raises(UsageError):
            Catalogue(tmp_path / "없음")

    def they_may_add_documents(self, tmp_path: Path) -> None:
        catalogue = Catalogue(own(tmp_path / "letters/thanks"))
        assert set(catalogue) == {*Catalogue(), "thanks"}
        assert catalogue["thanks"].group == "letters"
        assert not catalogue["thanks"].shipped
        assert catalogue["meeting-minutes"].shipped


class DescribeAFaultyFolder:
    def it_leaves_the_rest_of_the_catalogue_as_it_is(self, root: Path, tmp_path: Path) -> None:
        overlay(root, tmp_path, number="육십")
        catalogue = Catalogue(own(tmp_path / "letters/thanks"))
        assert set(catalogue) == {*Catalogue(), "thanks"} - {"coordinator-application"}
        assert [found.severity for found in catalogue.findings] == [Severity.WARNING]

    def it_does_not_give_way_to_the_shipped_one(self, root: Path, tmp_path: Path) -> None:
        catalogue = Catalogue(overlay(root, tmp_path, number="육십"))
        with pytest.raises(TemplateError) as caught:
            catalogue["coordinator-application"]
        assert caught.value.diagnostics[0].severity is Severity.ERROR

    def its_description_has_all_its_faults_named(self, root: Path, tmp_path: Path) -> None:
        folder = overlay(root, tmp_path, number="육십", output="[1]")
        path = folder / "people/coordinator-application/template.yaml"
        text = path.read_text(encoding="utf-8").replace("writer:", "writter:").replace("title:", "tittle:")
        path.write_text(text, encoding="utf-8")
        with pytest.raises(TemplateError) as caught:
            Catalogue(folder)["coordinator-application"]
        codes = [found.code for found in caught.value.diagnostics]
        assert sorted(codes) == [
            "catalogue.missing-key",
            "catalogue.unknown-key",
            "catalogue.unknown-key",
            "catalogue.wrong-type",
            "catalogue.wrong-type",
        ]
        assert "혹시 'writer'인가요?" in [found.hint for found in caught.value.diagnostics]

    @pytest.mark.parametrize(
        ("description", "code", "hint"),
        [
            ("id: [", "case.yaml-syntax", "괄호"),
            ("", "case.empty", None),
            ("id: thanks", "catalogue.missing-key", None),
            (f"{OWN}\nwhenn: 늘", "catalogue.unknown-key", "'when'"),
            (OWN.replace("[case]", "[scool]"), "catalogue.unknown-section", "'school'"),
            (f"{OWN}\nalso: [xyzzy]", "catalogue.unknown-section", "school"),
            (OWN.replace("id: thanks", "id: ../thanks"), "catalogue.wrong-type", None),
        ],
    )
    def its_template_yaml_is_named_with_the_line(
        self, tmp_path: Path, description: str, code: str, hint: str | None
    ) -> None:
        (finding, *_) = Catalogue(own(tmp_path / "thanks", description)).findings
        assert finding.code.startswith(code)
        assert finding.file == str(tmp_path / "thanks/template.yaml")
        assert finding.line is not None
        assert hint is None or hint in (finding.hint or "")

    def it_may_lack_its_word_file(self, tmp_path: Path) -> None:
        folder = own(tmp_path / "thanks")
        (tmp_path / "thanks/template.docx").unlink()
        (finding,) = Catalogue(folder).findings
        assert (finding.code, finding.file) == ("catalogue.no-word-file", str(tmp_path / "thanks"))
        assert "template.docx" in (finding.hint or "")

    def it_may_lack_its_description(self, tmp_path: Path) -> None:
        folder = own(tmp_path / "thanks")
        (tmp_path / "thanks/template.yaml").unlink()
        (finding,) = Catalogue(folder).findings
        assert (finding.code, finding.file) == ("catalogue.no-description", str(tmp_path / "thanks"))

    def it_may_have_the_id_of_another(self, tmp_path: Path) -> None:
        own(tmp_path / "one")
        own(tmp_path / "two")
        catalogue = Catalogue(tmp_path)
        (finding,) = catalogue.findings
        assert finding.code == "catalogue.duplicate-id"
        assert str(tmp_path / "one") in finding.message
        assert str(tmp_path / "two") in finding.message
        with pytest.raises(TemplateError):
            catalogue["thanks"]

    def it_may_have_a_schema_that_does_not_fit(self, tmp_path: Path) -> None:
        folder = own(tmp_path / "thanks")
        (tmp_path / "thanks/schema.yaml").write_text("properties: {school: {title: 회사}}", encoding="utf-8")
        catalogue = Catalogue(folder)
        assert [found.code for found in catalogue.findings] == ["own.taken"]
        assert catalogue["meeting-minutes"].check(catalogue["meeting-minutes"].sample()) == []

    def no_shipped_one_is_at_fault(self) -> None:
        assert Catalogue().findings == []


class DescribeFieldsOfItsOwn:
    def they_may_stand_in_the_case_of_every_document(self, tmp_path: Path) -> None:
        folder = own(tmp_path / "thanks")
        (tmp_path / "thanks/schema.yaml").write_text(
            "properties: {meetings: {items: {properties: {mood: {title: 분위기, type: string}}}}}",
            encoding="utf-8",
        )
        sample = Catalogue()["meeting-minutes"].sample_path.read_text(encoding="utf-8")
        case = parse_case(sample.replace("    title:", "    mood: 좋음\n    title:", 1).encode(), "case.yaml")
        assert Catalogue(folder)["meeting-minutes"].check(case) == []
        assert [found.code for found in Catalogue()["meeting-minutes"].check(case)] == ["schema.unknown-key"]
