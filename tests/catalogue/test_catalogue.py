"""The catalogue finds templates, says what is wrong with them, and lets an overlay win."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from docgen import Catalogue, TemplateError, UsageError

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

    def a_description_with_faults_names_them_all(self, root: Path, tmp_path: Path) -> None:
        folder = overlay(root, tmp_path, number="육십", output="[1]")
        path = folder / "people/coordinator-application/template.yaml"
        text = path.read_text(encoding="utf-8").replace("writer:", "writter:")
        path.write_text(text, encoding="utf-8")
        with pytest.raises(TemplateError) as caught:
            Catalogue(folder)
        codes = [found.code for found in caught.value.diagnostics]
        assert codes == [
            "catalogue.unknown-key",
            "catalogue.missing-key",
            "catalogue.wrong-type",
            "catalogue.wrong-type",
        ]
        assert caught.value.diagnostics[0].hint == "혹시 'writer'인가요?"
