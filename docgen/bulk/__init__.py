"""Many rows: documents by the hundred thousand, and the register of the certificates among them."""

from __future__ import annotations
