"""Words between two names that make the second another name of the first: "Jane Roe (née Doe)", "signs as J. D."."""

import re

from kg.nlp.forms import is_short_for
from kg.nlp.names import Name, fold, given_gender, title_gender

_BORN = r"(?:who\s+)?(?:(?:was|is)\s+)?(?:n[ée]e?e|born|nicknamed|aka|a\.k\.a\.|alias)"
_HOW = r"(?:(?:and|who|was|is|has|been|became|better|best|also|now|later|once|only|sometimes|more|\w+ly)\s+)*"
_KNOWN = (
    rf"{_HOW}(?:known|referred\s+to|credited|billed|working|performing|writing)\s+(?:\w+ly\s+)?(?:as|under|by)"
    r"(?:\s+(?:the|his|her)\s+\w+\s+name(?:\s+of)?)?"
)
_CALLED = r"(?:(?:also|sometimes|often|commonly|usually|popularly)\s+|(?<=\())called"  # not "Ada, called Ben"
_NAME = r"(?:(?:his|her|whose|pen|stage|real|birth|full|given|maiden)\s+)+name(?:\s+(?:is|was))?"
# "was an American gambler and golfer": not "was the son of a golfer", "is a fan of one"
_IS = r"(?:\s*(?:was|is)\s+an?\s+(?:(?!(?:of|to|by|with|for|from|in|the|an?)\s)[\w-]+,?\s+){1,8}?)"
_ALIAS = re.compile(
    rf"^[\s,(;-]*(?:{_IS}?{_KNOWN}|{_BORN}|{_CALLED}|{_NAME})[\s\"'(,:]*$",
    re.IGNORECASE,
)
# "Anna Pell, rower, née Marsh", "Rex Hall (vocals; born Colin Pike)"
_NOTED = re.compile(r"^\s*[,(]\s*[\w' -]{2,40}[;,]\s*(?:n[ée]e|born)\s*$", re.IGNORECASE)
# in one sentence with the first name: "Jane Roe, the chemist, signs her papers J. D. Roe", "used the name Jane Doe"
_USED = re.compile(
    r"\b(?:sign(?:s|ed)\s+(?:himself|herself|(?:his|her)\s+\w+)(?:\s+as)?|us(?:es|ed|ing)\s+the\s+name(?:\s+of)?"
    r"|(?:goes|went)\s+by(?:\s+the\s+name\s+of)?|answers\s+(?:his|her|the)\s+\w+\s+as)\s*$",
    re.IGNORECASE,
)
_BECAME = re.compile(r"^(?:\s*\.)?\s+(?:has\s+)?(?:became|becomes|is\s+now)\s*$", re.IGNORECASE)
_NOW = re.compile(r"^\s*[,(]\s*(?:now|later|formerly|previously|afterwards)\s*$", re.IGNORECASE)
_FORMER = re.compile(r"^\s*\.\s+The\s+former\s*$")
_RECALLED = re.compile(r"\b(?:recall|remember|knew|know)(?:s|ed)?\s*$", re.IGNORECASE)


def is_alias(first: Name, second: Name, between: str, before: str = "") -> bool:
    """Whether the text makes the second name one of the first's bearer.

    `between` are the words between the two, without whole brackets; `before` those before the first.
    """
    if _ALIAS.match(between):
        return True
    if len(second.parts) > 1 and _NOTED.match(between):
        return True
    if (used := _USED.search(between)) and "." not in between:
        return not _is_of_other_gender(first, used[0].lower().split())
    if between.strip() == "as" and _RECALLED.search(before):
        return True
    if _BECAME.match(between):
        return bool({"mrs", "mrs."} & set(second.titles)) or _share(first, second)
    return (bool(_NOW.match(between)) or bool(_FORMER.match(between))) and _share(first, second)


def is_use(before: str) -> bool:
    """Whether the words end by telling that somebody uses the name that follows.

    >>> is_use("Then Roe used the name"), is_use("The ship used the harbour")
    (True, False)
    """
    return bool(_USED.search(before))


def _is_of_other_gender(first: Name, words: list[str]) -> bool:
    """ "the daughter of Tom Roe, and signs her papers": he does not sign them."""
    gender = title_gender(first) or given_gender(first)
    told = {"her": "female", "herself": "female", "his": "male", "himself": "male"}
    return any(told.get(word, gender) != gender for word in words) if gender else False


def _share(first: Name, second: Name) -> bool:
    """Whether two full names have the first or the family name in common."""
    if len(first.parts) < 2 or len(second.parts) < 2:
        return False
    one, other = fold(first.parts[0]), fold(second.parts[0])
    is_first = is_short_for(one, other) or is_short_for(other, one) or (one[:2] == other[:2] and one[-1] == "y")
    return is_first or fold(first.parts[-1]) == fold(second.parts[-1])
