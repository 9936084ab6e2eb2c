"""Whether the words around a date tell of the past or of what is to come, where no tagger has read them."""

import re

_REACH = 160  # characters on either side in which a verb may stand
_VERBS = re.compile(
    r"\b(?:(?P<future>will|shall|won['’]t|going\s+to|plans?|planned|planning|expected|due|scheduled|set\s+(?:to|for)|"
    r"hopes?\s+to|hoping|expecting|slated|would|ahead\s+of|wants?\s+to|upcoming|intends?|is\s+to|are\s+to|"
    r"(?:should|must|may|might|can)\s+be|"
    r"(?:is|are|['’]re|['’]m)\s+(?:[a-z]+ly\s+|both\s+|now\s+)?[a-z]{2,}ing)"
    r"|(?P<past>was|were|had|did|didn['’]t|"
    r"wasn['’]t|went|said|told|began|became|came|took|got|gave|made|left|met|wed|split|saw|won|lost|fell|felt|held|"
    r"kept|led|put|ran|sent|sold|spent|spoke|broke|brought|bought|found|wrote|grew|knew|[a-z]{2,}ed))\b"
    r"|(?P<contracted>['’]ll\b)"
)
# "will be sentenced", "is set to be released": the participle belongs to what is to come
_COMING = re.compile(r"\s+(?:(?:not|also|be|have|been|now|soon|then|to)\s+)*[a-z]+")
_ENDS = re.compile(r"[.!?;]\s|\n")


def tense_of_words(text: str, start: int, end: int) -> str:
    """ "past", "future" or "": by the verb form next to characters `start` to `end` of `text`.

    >>> tense_of_words("They married in June.", 13, 20), tense_of_words("They will marry in June.", 16, 23)
    ('past', 'future')
    """
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    breaks = [match.end() for match in _ENDS.finditer(before)]
    before = before[breaks[-1] :] if breaks else before
    stop = _ENDS.search(after)
    after = after[: stop.start()] if stop else after
    told, at = "", 0
    while verb := _VERBS.search(before, at):
        told, at = _told(verb), verb.end()
        if told == "future" and (rest := _COMING.match(before, at)):
            at = rest.end()
    right = None if told else _VERBS.search(after)
    return _told(right) if right else told


def _told(verb: re.Match[str]) -> str:
    return "past" if verb["past"] else "future"
