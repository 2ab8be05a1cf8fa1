"""How the data of a row become documents: three ways, by what the template reads.

- `CaseMaker`: the row is laid over the common case, and checked and completed like any case. Where the
  template makes a document of every item of a list of the case, the row is that item.
- `SheetMaker`: the template folder holds a `row.yaml`, the JSON Schema of what its tags read: for documents
  whose values are otherwise computed (a certificate of a course), so that a plain list can be printed.
- `WordMaker`: a bare Word file; its tags say what a row holds.

A maker is small and can be pickled: workers, also on other machines, make theirs of it.
"""

from __future__ import annotations
