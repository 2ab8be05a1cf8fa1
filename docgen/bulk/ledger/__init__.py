"""The register of certificates (발급대장): numbers, issues, check values.

Public: `Ledger`, what it is asked (`Request`, `Issued`) and answers (`Number`, `Entry`), and `Key`.
"""

from __future__ import annotations

from docgen.bulk.ledger.asked import request as request
from docgen.bulk.ledger.check import Key as Key
from docgen.bulk.ledger.entry import Entry as Entry
from docgen.bulk.ledger.ledger import Ledger as Ledger
from docgen.bulk.ledger.number import PATTERN as PATTERN
from docgen.bulk.ledger.number import Issued as Issued
from docgen.bulk.ledger.number import Number as Number
from docgen.bulk.ledger.number import Request as Request

__all__ = ["PATTERN", "Entry", "Issued", "Key", "Ledger", "Number", "Request", "request"]
