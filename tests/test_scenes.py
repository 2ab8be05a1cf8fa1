from __future__ import annotations

import pytest

from tests.scenes import FOLDER, SCENES, SEAL, picture


@pytest.mark.parametrize("name", [*SCENES, SEAL])
def the_committed_picture_is_what_the_script_draws_and_small(name: str) -> None:
    assert (FOLDER / name).read_bytes() == picture(name)
    assert len(picture(name)) < 16_000


def no_other_picture_lies_there() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {*SCENES, SEAL}
