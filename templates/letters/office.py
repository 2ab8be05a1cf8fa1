"""What the letters of an office share: its name, in whose name it writes, where it is found.

`office` is the institution that sends the letter `letter`; a template.yaml derives it.
"""

from __future__ import annotations

HEAD = "{{ office.name or letter.sender }}"

SENDER = (
    "{% if office.letter_head.seal %}{{ letter.sender | seal(office.letter_head.seal) }}"
    "{% else %}{{ letter.sender }}  (직인){% endif %}"
)

_PLACE = "[('우 ' ~ it.postcode if it.postcode), it.address, ('/ ' ~ it.homepage if it.homepage)]"
_LINES = (
    "[('전화 ' ~ (it.phone | phone) if it.phone), ('전송 ' ~ (it.fax | phone) if it.fax),"
    " ('/ ' ~ it.email if it.email)]"
)

ADDRESS = "\n".join(
    line
    for text in (_PLACE, _LINES)
    for line in (
        f"{{%p if {text.replace('it.', 'office.letter_head.')} | select | list %}}",
        f"{{{{ {text.replace('it.', 'office.letter_head.')} | select | join('  ') }}}}",
        "{%p endif %}",
    )
)
