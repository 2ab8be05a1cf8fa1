from __future__ import annotations

from docgen.case.guideline import derived, editions, entry, known_edition, tables

EDITION = "2026-06-01"


class DescribeTheTables:
    def the_courses_count_from_0_to_7(self) -> None:
        courses = [*tables(EDITION)["courses"].values()]
        assert [course["number"] for course in courses] == [*range(8)]
        assert "".join(course["printed_number"] for course in courses) == "①②③④④⑤⑥⑦"
        assert [course["kind"] for course in courses] == ["필수", *["선택"] * 6, "필수"]

    def the_regions_have_the_schools_of_their_areas(self) -> None:
        for region in tables(EDITION)["regions"].values():
            areas = tables(EDITION)["areas"].values()
            assert sum(area["target"] for area in areas if area["region"] == region["id"]) == region["target"]
        assert sum(region["target"] for region in tables(EDITION)["regions"].values()) == 1005

    def the_budget_has_fourteen_items(self) -> None:
        assert len(tables(EDITION)["budget"]) == 14

    def it_holds_that_all_entries_of_a_table_have_the_same_keys(self) -> None:
        for table in tables(EDITION).values():
            assert len({tuple(each) for each in table.values()}) == 1

    def an_entry_is_found_by_id_name_and_number(self) -> None:
        for name in ("look-back", "우리학교변화 돌아보기", 7, "7"):
            assert (entry(EDITION, "courses", name) or {})["id"] == "look-back"
        assert entry(EDITION, "courses", "⑦") is None


class DescribeEditions:
    def the_newest_stands_in_for_an_unknown_one(self) -> None:
        assert known_edition("1999-01-01") == editions()[-1]
        assert known_edition(EDITION) == EDITION

    def it_holds_that_each_says_what_is_derived(self) -> None:
        assert all("runs[].due_on" in derived(edition) for edition in editions())
