from __future__ import annotations

import hashlib
import hmac
import stat
from datetime import date
from pathlib import Path

import pytest

from docgen.bulk.ledger.check import Key, is_check, of_institution
from docgen.errors import UsageError

DAY = date(2026, 7, 10)
KEY = Key(bytes(range(32)))
NUMBER, INSTITUTION = "제2026-00001호", "새벽교육연구원"


class DescribeACheckValue:
    def it_is_the_day_the_institution_and_an_hmac_in_base_32(self) -> None:
        bits = f"{(DAY - date(2020, 1, 1)).days:015b}"
        bits += f"{int(hashlib.sha256(INSTITUTION.encode()).hexdigest(), 16):0256b}"[:20]
        signed = int(bits, 2).to_bytes(5, "big") + NUMBER.encode()
        bits += f"{int(hmac.new(KEY.secret, signed, 'sha256').hexdigest(), 16):0256b}"[:65]
        signs = "".join("0123456789ABCDEFGHJKMNPQRSTVWXYZ"[int(bits[i : i + 5], 2)] for i in range(0, 100, 5))
        assert KEY.check(NUMBER, INSTITUTION, DAY).replace("-", "") == signs

    def it_tells_the_day_of_issue_to_whoever_has_the_key(self) -> None:
        assert KEY.issued_on(NUMBER, KEY.check(NUMBER, INSTITUTION, DAY)) == DAY

    def it_may_be_typed_as_people_type(self) -> None:
        check = KEY.check(NUMBER, INSTITUTION, DAY)
        typed = check.lower().replace("-", " ").replace("0", "o").replace("1", "l")
        assert KEY.issued_on(NUMBER, typed) == DAY

    def it_belongs_to_one_number_and_one_key(self) -> None:
        check = KEY.check(NUMBER, INSTITUTION, DAY)
        assert KEY.issued_on("제2026-00002호", check) is None
        assert Key(bytes(32)).issued_on(NUMBER, check) is None

    def its_every_sign_counts(self) -> None:
        check = KEY.check(NUMBER, INSTITUTION, DAY)
        for place, sign in enumerate(check):
            if sign != "-":
                other = check[:place] + ("7" if sign != "7" else "8") + check[place + 1 :]
                assert KEY.issued_on(NUMBER, other) is None

    def it_tells_one_institution_from_another_without_the_key(self) -> None:
        check = KEY.check(NUMBER, INSTITUTION, DAY)
        assert of_institution(check, INSTITUTION)
        assert not of_institution(check, "한빛교육원")

    @pytest.mark.parametrize(
        "text", ["", "7K3M2", "7K3M2-9QXYZ-04T5B-NW8A!", "7K3M2-9QXYZ-04T5B-NW8AEE", "U" * 20]
    )
    def it_has_twenty_signs_of_the_alphabet(self, text: str) -> None:
        assert not is_check(text)
        assert KEY.issued_on(NUMBER, text) is None

    @pytest.mark.parametrize("day", [date(2019, 12, 31), date(2110, 1, 1)])
    def it_holds_days_of_ninety_years(self, day: date) -> None:
        with pytest.raises(UsageError, match="발급일"):
            KEY.check(NUMBER, INSTITUTION, day)


class DescribeAKeyFile:
    def it_is_made_at_first_use_for_its_owner_alone(self, tmp_path: Path) -> None:
        path = tmp_path / "keys" / "ledger.key"
        key = Key.open(path)
        assert key.made
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert Key.open(path) == Key(key.secret, made=False)

    def it_holds_a_secret_of_its_own(self, tmp_path: Path) -> None:
        assert Key.open(tmp_path / "a").secret != Key.open(tmp_path / "b").secret

    def it_is_never_overwritten(self, tmp_path: Path) -> None:
        Key.create(tmp_path / "key")
        with pytest.raises(FileExistsError):
            Key.create(tmp_path / "key")

    @pytest.mark.parametrize(
        "content", [b"", b"hello", b"docgen-key-1 00ff", b"docgen-key-1 " + b"zz" * 32, b"\xff\xfe"]
    )
    def it_may_be_no_key(self, tmp_path: Path, content: bytes) -> None:
        (tmp_path / "key").write_bytes(content)
        with pytest.raises(UsageError, match="열쇠 파일이 아닙니다"):
            Key.open(tmp_path / "key")

    def it_may_be_missing_where_one_is_needed(self, tmp_path: Path) -> None:
        with pytest.raises(UsageError, match="파일이 없습니다"):
            Key.load(tmp_path / "key")
