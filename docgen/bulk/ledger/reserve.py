"""Reserving numbers: who has one already, who gets the next, who is refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import Any, Final, NamedTuple, TypeVar

from sqlalchemy import Connection, Row, Select, func, insert, select

from docgen.bulk.ledger.check import Key
from docgen.bulk.ledger.number import Number, Request
from docgen.bulk.ledger.tables import entries, issues
from docgen.errors import Diagnostic, UsageError
from docgen.korean.dates import kdate
from docgen.korean.people import mask_name

__all__ = ["Terms", "in_chunks", "refusals", "reserve"]

_CHUNK: Final = 1000  # values that one query asks for

Item = TypeVar("Item")


class Held(NamedTuple):
    """An entry with its last issue, count 0 where there is none yet."""

    entry: int
    number: Number


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds for all requests of a batch: see `Ledger.reserve`."""

    batch: str
    today: date
    key: Key | None
    pattern: str
    reissue: bool


def in_chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    """The items in lists that one query can ask for."""
    rest = iter(items)
    while chunk := list(islice(rest, _CHUNK)):
        yield chunk


def refusals(
    connection: Connection, requests: Iterable[Request], batch: str, reissue: bool
) -> Iterator[Diagnostic | None]:
    """Why each request would be refused, None where it would not."""
    seen: set[tuple[str, ...]] = set()
    for chunk in in_chunks(requests):
        for judged in _judged(connection, chunk, batch, reissue, seen):
            yield judged if isinstance(judged, Diagnostic) else None


def reserve(
    connection: Connection, requests: Sequence[Request], terms: Terms
) -> Iterator[Number | Diagnostic]:
    """A number for each request, or why it is refused."""
    for chunk in in_chunks(requests):
        judged = list(_judged(connection, chunk, terms.batch, terms.reissue, set()))
        fresh = [request for request, found in zip(chunk, judged, strict=True) if found is None]
        new = _enter(connection, fresh, terms)
        yield from _issue(connection, chunk, [found or next(new) for found in judged], terms)


# --- who has a number --------------------------------------------------------------------------------


def _judged(
    connection: Connection, requests: Sequence[Request], batch: str, reissue: bool, seen: set[tuple[str, ...]]
) -> Iterator[Number | Held | Diagnostic | None]:
    """For each request: its number where the batch has it, the entry to issue again, why it is refused, or
    None where it gets a new number. `seen` is what requests before it asked for."""
    own = {issue.row: issue for issue in _own(connection, requests, batch)}
    valid = {_certificate(issue): issue for issue in _valid(connection, requests)}
    for request in requests:
        mine, last = own.get(request.row), valid.get(request.certificate)
        if mine is not None:
            yield _number(mine) if _certificate(mine) == request.certificate else _changed(request)
        elif request.certificate in seen or (last is not None and last.batch == batch):
            yield _twice(request)
        elif last is None:
            yield None
        else:
            yield Held(last.entry_id, _number(last)) if reissue else _issued(request, _number(last))
        seen.add(request.certificate)


def _own(connection: Connection, requests: Sequence[Request], batch: str) -> Iterable[Row[Any]]:
    rows = [request.row for request in requests]
    return connection.execute(_issues().where(issues.c.batch == batch, issues.c.row.in_(rows)))


def _valid(connection: Connection, requests: Sequence[Request]) -> Iterable[Row[Any]]:
    """The last issue of every valid entry of the people who are asked for."""
    each = issues.alias()
    last = select(func.max(each.c.count)).where(each.c.entry_id == entries.c.id).scalar_subquery()
    return connection.execute(
        _issues().where(
            entries.c.institution.in_({request.institution for request in requests}),
            entries.c.person.in_({request.person for request in requests}),
            entries.c.voided_on.is_(None),
            issues.c.count == last,
        )
    )


def _issues() -> Select[Any]:
    shown = entries.c["institution", "person", "course", "run", "number", "check_value"]
    first_on = entries.c.issued_on.label("first_on")
    issue = issues.c["entry_id", "count", "batch", "row", "issued_on"]
    return select(*shown, first_on, *issue).join(entries, entries.c.id == issues.c.entry_id)


def _certificate(issue: Row[Any]) -> tuple[str, str, str, str]:
    return issue.institution, issue.person, issue.course, issue.run


def _number(issue: Row[Any]) -> Number:
    return Number(issue.number, issue.check_value, issue.first_on, issue._mapping["count"], issue.issued_on)


def _changed(request: Request) -> Diagnostic:
    message = f"{request.row}번 줄은 이 발급에서 다른 사람이나 과정의 번호를 이미 받았습니다."
    return Diagnostic("ledger.changed", message, hint="자료를 고쳤으면 --resume 없이 새로 시작하세요.")


def _twice(request: Request) -> Diagnostic:
    message = f"같은 사람의 같은 과정이 두 번 있습니다: {mask_name(request.name)}, {request.course}"
    return Diagnostic("ledger.twice", message, hint="한 줄만 남기세요.")


def _issued(request: Request, last: Number) -> Diagnostic:
    day = kdate(last.on) + (f"에 {last.count - 1}번째로 재발급" if last.count > 1 else "에 발급")
    message = f"이미 {day}했습니다: {mask_name(request.name)}, {request.course}, {last.number}"
    hint = f"다시 발급하려면 --reissue를, 잘못 발급했으면 docgen ledger void {last.number}를 쓰세요."
    return Diagnostic("ledger.issued", message, hint=hint)


# --- new numbers -------------------------------------------------------------------------------------


def _enter(connection: Connection, requests: Sequence[Request], terms: Terms) -> Iterator[Held]:
    """The entries of new numbers, in the order of the requests."""
    if not requests:
        return
    counters = {name: _last(connection, name, terms) for name in {each.institution for each in requests}}
    rows = []
    for request in requests:
        counters[request.institution] += 1
        rows.append(_row(request, counters[request.institution], terms))
    made = insert(entries).returning(entries.c.id, sort_by_parameter_order=True)
    for entry, row in zip(connection.execute(made, rows).scalars().all(), rows, strict=True):
        yield Held(entry, Number(row["number"], row["check_value"], terms.today, 0, terms.today))


def _last(connection: Connection, institution: str, terms: Terms) -> int:
    """The institution's last number of the year; UsageError where its numbers were made with another key."""
    own = entries.c.institution == institution
    checked = select(entries.c.number, entries.c.check_value).where(own, entries.c.check_value.is_not(None))
    last = connection.execute(checked.order_by(entries.c.id.desc()).limit(1)).first()
    if terms.key is not None and last is not None and not terms.key.issued_on(last.number, last.check_value):
        message = f"{institution}의 확인 번호는 다른 열쇠로 만들어 왔습니다."
        hint = "그 열쇠 파일을 --key에 적으세요. 열쇠가 바뀌면 앞서 발급한 이수증을 확인할 수 없습니다."
        raise UsageError(Diagnostic("key.other", message, hint=hint))
    of_year = select(func.max(entries.c.seq)).where(own, entries.c.year == terms.today.year)
    return connection.execute(of_year).scalar() or 0


def _row(request: Request, seq: int, terms: Terms) -> dict[str, Any]:
    year = terms.today.year
    number = terms.pattern.format(year=year, seq=seq)
    check = terms.key and terms.key.check(number, request.institution, terms.today)
    given = {name: getattr(request, name) for name in Request.__slots__ if name in entries.c}
    made = {"year": year, "seq": seq, "number": number, "check_value": check, "issued_on": terms.today}
    return given | made


def _issue(
    connection: Connection,
    requests: Sequence[Request],
    found: Sequence[Number | Held | Diagnostic],
    terms: Terms,
) -> Iterator[Number | Diagnostic]:
    """Hand out each entry (again), and say under which number."""
    handed_out = []
    for request, each in zip(requests, found, strict=True):
        if not isinstance(each, Held):
            yield each
            continue
        number = replace(each.number, count=each.number.count + 1, on=terms.today)
        issue = {"entry_id": each.entry, "count": number.count, "issued_on": terms.today}
        handed_out.append(issue | {"batch": terms.batch, "row": request.row})
        yield number
    if handed_out:
        connection.execute(insert(issues), handed_out)
