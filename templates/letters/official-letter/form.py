"""공문 (시행문): a letter as the government wants it (행정업무의 운영 및 혁신에 관한 규정)."""

from __future__ import annotations

from docgen.catalogue.form import letter
from templates.letters.office import ADDRESS, HEAD, SENDER

FORM = letter("공문 (시행문)", "letter", head=HEAD, sender=SENDER, address=ADDRESS)
