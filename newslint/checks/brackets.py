"""Brackets that open and do not close, or close and did not open."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.document import Document
from newslint.document.brackets import PARTNER, Stray, all_pair, find_strays
from newslint.model import Edit, Hit
from newslint.rule import Options


def unbalanced(document: Document, options: Options) -> Iterable[Hit]:
    """One hit a bracket without a partner, or with one of another kind."""
    if all_pair(document.prose):
        return ()
    return [_hit(document.prose, stray) for stray in find_strays(document.prose, document.blocks)]


def _hit(prose: str, stray: Stray) -> Hit:
    at = stray.at
    char = prose[at]
    values = {"bracket": char, "partner": PARTNER[char]}
    if stray.other >= 0:
        right = PARTNER[prose[stray.other]]
        values |= {"opener": prose[stray.other], "right": right}
        return Hit(at, at + 1, "mismatched", values, ((Edit(at, at + 1, right),),))
    if char in "([{":
        alone = prose[at + 1 : at + 2] in ("", " ", "\n") and (at == 0 or prose[at - 1].isspace())
        fix = ((Edit(at - 1, at + 1, ""),),) if alone and at and prose[at - 1] == " " else ()
        return Hit(at, at + 1, "unclosed", values, fix)
    return Hit(at, at + 1, "unopened", values)
