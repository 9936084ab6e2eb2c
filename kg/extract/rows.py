"""Names in a row behind a word for children: "daughters Ada, 34, and Bea, 26, and sons Carl and Dan".

Read along the line, not along the tree: ages and commas between the names lead every parser astray.
"""

from collections.abc import Set

from spacy.tokens import Token

from kg.nlp.marks import is_begun_by, is_called_upon, mention_at, people_of

REACH = 60  # tokens
ASIDE = 12
DASHES = {"-", "–", "—"}
MANY = {"twins", "triplets", "quadruplets", "children", "kids"}
JOINING = {"and", "&", "plus"}
IN_LAW = {"-", "‐", "‑", "in"}  # what parts a son from an in-law
# what may stand before a name or between names and says nothing of who they are
FILLING = {",", ":", ";", "–", "—", "-", "a", "an", "named", "called", "both", "little", "eldest", "youngest", "oldest"}
FILLING |= {
    "adopted",
    "older",
    "younger",
    "elder",
    "toddler",
    "baby",
    "newborn",
    "adult",
    "teenage",
    "including",
    "identified",
    "aged",
    "age",
}
FILLING |= {"her", "his", "their", "twin", "as", "well", "years", "year", "months", "month", "weeks", "week", "old"}


def row(noun: Token, nouns: Set[str]) -> tuple[str, ...]:
    """The people named in the row that `noun` opens; `nouns` are the words for children.

    A word in the singular opens a row of one ("daughter Ada and Ben": Ben is somebody else), until another such word.
    """
    return _read(noun, nouns)[0]


def behind(noun: Token, nouns: Set[str]) -> Token | None:
    """The word behind the names of a row: the "from" of "sons Ben, 3, and Carl, 5, from her first marriage"."""
    found, end = _read(noun, nouns)
    return noun.doc[end] if found and end < noun.sent.end else None


def _read(noun: Token, nouns: Set[str]) -> tuple[tuple[str, ...], int]:
    """The people of a row, and where it ends."""
    last, count = _both(noun, nouns)
    found, end = _along(last, nouns, count) if last != noun else ((), noun.i)
    return (found, end) if found and len(found) == count else _along(noun, nouns, _places(noun))


def _both(noun: Token, nouns: Set[str]) -> tuple[Token, int]:
    """The second of two words for one child before any name, and 2: "a son and a daughter, Carl and Eve"."""
    after = [token for token in noun.doc[noun.i + 1 : noun.i + 5] if token.lower_ not in ("a", "one")]
    is_pair = len(after) > 2 and after[0].lower_ in JOINING and after[1].lemma_.lower() in nouns
    is_each_one = is_pair and _places(noun) == _places(after[1]) == 1 and after[2].lower_ not in IN_LAW
    return (after[1], 2) if is_each_one else (noun, 0)


def _along(noun: Token, nouns: Set[str], left: int) -> tuple[tuple[str, ...], int]:
    """The people named behind a word for children, `left` at most, and where that ends."""
    doc, end = noun.doc, min(noun.sent.end, noun.i + REACH)
    found: list[str] = []
    is_last = False  # the name after "and" closes the row
    i = noun.i + 1
    while i < end:
        token = doc[i]
        mention = mention_at(doc, token)
        if mention is not None and mention.kind == "name" and mention.start == i:
            is_owner = mention.end < end and doc[mention.end].tag_ == "POS"  # "her children, and Ben's"
            if left == 0 or len(mention.people) != 1 or is_owner or is_called_upon(doc[mention.head]):
                break
            if not found and is_begun_by(noun, doc[mention.head]):
                break  # "besides their daughter, Ada has a son"
            found.extend(mention.people)
            left = 0 if is_last else left - 1
            i, is_last = mention.end, False
        elif token.lower_ in nouns or token.lemma_.lower() in nouns:
            left, is_last = _places(token), False
            i += 1
        elif token.lower_ in JOINING:
            if not found and _is_name(doc[min(i + 1, end - 1)]):
                break  # "her son and Ben were friends", "she left two sons, and Ben wed again"
            is_last = True
            i += 1
        elif token.dep_ == "nmod:poss" and _is_of_other(token, noun):
            break  # "her two sons, Ben and Carl, and his daughter, Ada"
        elif token.lower_ in FILLING or token.like_num or token.pos_ == "NUM" or token.is_space:
            i += 1
        else:
            beyond = _beyond(token, end, is_many=left > 1)
            if beyond is None:
                break
            i = beyond
    return tuple(dict.fromkeys(found)), i


def _beyond(token: Token, end: int, *, is_many: bool) -> int | None:
    """Where the row goes on after an aside: "Ada (far left)", "four children with Jane: daughters Ada and Bea"."""
    if token.lower_ == "born":
        return _after_birth(token, end)
    after = token.doc[token.i + 1 : min(end, token.i + ASIDE)]
    if token.lower_ in ("with", "by", "from"):  # "two sons from his first marriage, Ben and Carl"
        closing = next((each for each in after if each.text == ":" or (is_many and _opens_row(each))), None)
    else:
        closing = next((each for each in after if each.text == ")"), None) if token.text == "(" else None
    return closing.i + 1 if closing is not None else None


def _opens_row(comma: Token) -> bool:
    """Whether two names or more begin behind a comma: not "two sons with Ada, Ben said", "with his wife, Ada, and".

    Behind a dash the first needs a comma, as before an age: "from his first marriage - Ben, nine, and Carl".
    """
    is_inside = comma.text in DASHES | {","} and comma.i + 1 < len(comma.doc)
    first = mention_at(comma.doc, comma.nbor()) if is_inside else None
    is_name = first is not None and first.kind == "name" and first.start == comma.i + 1
    before, next_ = mention_at(comma.doc, comma.nbor(-1)), (",", "and") if comma.text == "," else (",",)
    is_same = first is not None and before is not None and before.people == first.people
    return is_name and not is_same and first is not None and comma.doc[first.end : first.end + 1].text in next_


def _is_of_other(owner: Token, noun: Token) -> bool:
    """Whether the owner of a noun in a row is not who the row's own noun is of."""
    own = {key for child in noun.lefts if child.dep_ == "nmod:poss" for key in people_of(noun.doc, child)}
    other = set(people_of(owner.doc, owner))
    return bool(own and other) and own != other


def _is_name(token: Token) -> bool:
    mention = mention_at(token.doc, token)
    return mention is not None and mention.kind == "name" and mention.start == token.i


def _after_birth(token: Token, end: int) -> int | None:
    """Where "born in York on 12 May 1836" ends."""
    days = [each.i for each in token.doc[token.i : min(end, token.i + ASIDE)] if each.ent_type_ == "DATE"]
    last = next((i for i in days if i + 1 not in days), None)
    return None if last is None else last + 1


def _places(noun: Token) -> int:
    """How many names a word for children may open."""
    is_many = noun.lower_ in MANY or noun.tag_ in ("NNS", "NNPS") or noun.pos_ in ("VERB", "AUX")
    return REACH if is_many else 1


def age_behind(name: Token) -> Token | None:
    """The age that stands behind the name, as with children: the "eight" of "Theodora, eight"."""
    mention = mention_at(name.doc, name)
    if mention is None or mention.end + 1 >= len(name.doc):
        return None
    comma, age = name.doc[mention.end], name.doc[mention.end + 1]
    after = name.doc[age.i + 1 : age.i + 3]
    is_other = after.text.startswith("-") or after.text[-4:].isdigit()  # "Ada Roe (2-R)", "Ada Roe (9 May 1924)"
    is_number = (age.like_num or age.pos_ == "NUM") and len(age.text) < 10
    return age if comma.text in (",", "(") and is_number and not is_other else None
