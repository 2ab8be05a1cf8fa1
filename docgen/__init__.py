"""docgen: case data, written once, becomes checked DOCX and PDF documents.

The public API is what `__all__` names; everything else may change. Names load on first use, so that a
command that needs little starts fast.
"""

from __future__ import annotations
