"""Whether a clause may end where a word stands twice: "whoever it was was going", "the lawyer he was was gone"."""

from __future__ import annotations

from newslint.lazy import lazy
from newslint.lexicon import word_set
from newslint.lexicon.saying import THINKING

# A clause that is the subject of the next verb begins with one of these; no comma lies between.
_WH = lazy(
    r"(?i)\b(?:what|whatever|whoever|who|whom|wherever|where|how|however|whichever|which|things?|points?|problem"
    r"|truth|reality)(?:[ \n]+(?!(?:is|was|are|were|said|says|and|but|that|to)\b)[\w'’-]+){1,7}[ \n]+$"
)
# "The mess it is is", "all there is is": a noun, then the subject of its clause. Not "said it is is", "and it is is".
_RELATIVE = lazy(
    r"(?i)\b(?P<head>[\w’'-]+)[ \n]+(?:that[ \n]+)?(?P<subject>i|you|he|she|it|we|they|there|one)"
    r"(?:['’](?:m|re|ve|d))?[ \n]+(?:(?:really|actually|ever|can|could|may|might|would|have|has|had)[ \n]+)?$"
)
_THOSE = lazy(r"(?i)\b(?:those|the ones?|people|everyone|everything|all|anything)[ \n]+(?:that|who|which)[ \n]+$")
_NO_HEADS = THINKING | word_set("""
    and but or nor so that because if as when while where whether although though until unless since before after than
    sure hear heard see saw show shows showed is was are were then now here yes no well yet once like tells tell him her
    them us me you how why what who confident clear afraid glad aware convinced worried certain certainly maybe perhaps
    course time times day reporters
""")
_ALL = word_set("all best worst most little much few everything what least")  # all there is is
# A subject that cannot have a relative clause in it, at the start of a clause: "She had had gone", "The crops had had".
_SUBJECT = lazy(
    r"(?i)(?:^|[.!?:;\n\"“”(—–][ \n]?|\b(?:and|but|because|although|though|while|if)[ \n]|, )"
    r"(?:(?:(?:i|you|he|she|it|we|they|there)|(?:the|an?|this|that|these|those|his|her|its|their|our|my|some|many)"
    r"[ \n][\w’'-]+|(?:(?:mr|mrs|ms|dr|sir)\.?[ \n])?(?-i:[A-Z])[\w’'-]+)[ \n]+)$"
    rf"|\b(?:{'|'.join(sorted(THINKING))})[ \n](?:that[ \n])?[\w’'-]+[ \n]+$"
)
# "If you break it it will be": the first ends one clause, the second begins another.
_OPENER = lazy(
    r"(?i)\b(?:if|when|once|as|unless|until|after|before|whenever|what|whatever|where|while|since|because|way|time|more"
    r"|less|without|think|like|by)(?:[ \n]+[\w'’-]+){1,7}[ \n]+$"
)
_NEXT_VERB = lazy(
    r"[ \n]+(?:(?:also|always|never|just|really|soon|often|still|then)[ \n]+)?(?:is|isn't|isn’t|was|wasn't|wasn’t|are"
    r"|were|will|won't|won’t|would|can|can't|can’t|could|has|had|have|may|might|must|should|does|doesn't|doesn’t|do|don't|don’t"
    r"|did|didn't|didn’t|became|becomes|become|makes?|made|takes?|took|goes|go|went|looks?|gets?|got|gives?|seems?|seemed"
    r"|feels?|felt|turns?|turned|tends?|needs?|need|know|see|think|want|realise|realize)\b"
)


_MODAL = word_set("can could will would may might must should")
_HOW = lazy(r"(?i)\bhow(?:[ \n]+[\w'’-]+){1,7}[ \n]+$")


def may_end_clause(before: str, word: str = "") -> bool:
    """Whether a verb `word` right after `before` may end a clause that is the subject, so that it may stand twice."""
    if word in _MODAL and _HOW.search(before):
        return False  # "how it was was unclear", but not "how a plan can can help"
    return bool(_WH.search(before) or _THOSE.search(before)) or _relative(before)


_COMPARED = lazy(r"(?i)\b(?:as|than)[ \n]+(?:i|you|he|she|it|we|they|one)[ \n]+$")
_PASSIVE = lazy(
    r"(?i)\b(?:(?:that|which|who)[ \n]+(?:can|could|may|might|will|would|should|must|has|have|is|are|was|were)[ \n]+"
    r"(?:(?:be|been)[ \n]+)?|being[ \n]+)$"
)


def may_end_in_to(before: str, verb: str) -> bool:
    """Whether `verb` with its "to", right behind `before`, may end a clause before one of what for.

    "As you need to to finish", "a board that can be written to to ask", "the friend he turned to to pay".
    """
    if _COMPARED.search(before) or (verb.endswith(("ed", "en")) and _PASSIVE.search(before)):
        return True
    return may_end_clause(before)


def _relative(before: str) -> bool:
    found = _RELATIVE.search(before)
    if found is None:
        return False
    head = found["head"].lower().replace("’", "'")
    if head.endswith("ing") and not head.endswith(("thing", "building")):
        return False  # "anyone opening it will will see"
    return head in _ALL if found["subject"].lower() == "there" else head not in _NO_HEADS


def plain_subject(before: str) -> bool:
    """Whether `before` ends in a subject of one or two words that begins its clause, so that no clause lies in it."""
    return _SUBJECT.search(before) is not None


def may_join_clauses(before: str, after: str) -> bool:
    """Whether a pronoun may end one clause and begin the next, for want of a comma: "If you like it it is yours"."""
    return _OPENER.search(before) is not None and _NEXT_VERB.match(after) is not None
