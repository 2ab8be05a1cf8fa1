"""The framed papers of one page that the institution gives a person: appointment and confirmations.

Numbered by the register; without a number a draft to check by, as the certificate.
"""

from __future__ import annotations

from docgen.catalogue.form import Certificate, Form

__all__ = ["framed", "person_facts"]

_NUMBER = (
    "{% if certificate.number %}{{ certificate.number }}"
    "{% if certificate.reissues %}"
    " (재발급 {{ certificate.reissues }}회, {{ certificate.reissued_on }}){% endif %}"
    "{% else %}제              호 (확인용){% endif %}\n"
    "{%p if certificate.check %}\n확인 번호 {{ certificate.check }}\n{%p endif %}"
)
_SEAL = (
    "{% if seal %}{{ seal | image(width='20mm', height='20mm', fit=true, optional=true) }}"
    "{% else %}(직인){% endif %}"
)
_CODE = (
    "{% if certificate.check %}"
    "{{ (certificate.number ~ ' ' ~ certificate.check) | qr(width='22mm') }}{% endif %}"
)


def person_facts(person: str, affiliation: str) -> tuple[tuple[str, str], ...]:
    """Who it is given to; `affiliation` is a text."""
    born = f"{{% if {person}.birth_date %}} ({{{{ {person}.birth_date }}}}생){{% endif %}}"
    return (
        ("성        명", f"{{{{ {person}.name }}}}{born}"),
        ("소        속", affiliation),
    )


def framed(title: str, heading: str, facts: tuple[tuple[str, str], ...], words: str) -> Form:
    """The paper: `heading` is the title as it is set, `words` what is said of the facts."""
    made = Certificate(
        _NUMBER,
        heading,
        facts,
        words,
        "{{ certificate.issued_on or issued_on }}",
        "{{ sender }}",
        seal=_SEAL,
        code=_CODE,
        room=189,
    )
    return Form(title, (made,))
