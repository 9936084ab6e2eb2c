"""Partners before what they do and their names: of "with fiancé fashion tycoon Ben Roe" the fiancé is Ben."""

from spacy.tokens import Doc, Span, Token

from kg.nlp.governing import hang
from kg.nlp.lexicon import NOUNS, tie_of
from kg.nlp.phrases import doc_word, places

_INSIDE = ("NN", "JJ", "CD", "$", "HYPH", "NNP")  # tags of words between a partner and the name
_FARTHEST = 6
_LASTING = frozenset("day days week weeks month months year years decade decades".split())
_TOLD_OF_NAME = (*_INSIDE, ",", ":", "CC", "IN", "NNPS")  # and, between a time and the name, around a calling
_HUNG = ("compound", "nmod:poss", "nmod", "nmod:desc", "amod", "obj", "obl", "appos")


def hang_partners(doc: Doc) -> None:
    """Hangs a calling and its name at the partner right before it, and the partner where the calling was."""
    for i in places(doc, "ENT_TYPE", ["PERSON"]):
        name, calling = doc[i], doc[i].head
        is_called = name.ent_iob_ == "B" and name.dep_ == "appos" and calling.i == i - 1
        if is_called and calling.tag_ == "NN" and calling.lower_ in NOUNS and not tie_of(calling.lower_):
            partner = _partner_before(calling)
            if partner is not None and partner.dep_ in _HUNG and partner.head in (calling, calling.head):
                _swap(partner, calling, name)


def hang_then(doc: Doc) -> None:
    """Hangs "at the time" at the partner before it, and the name behind: "his wife at the time, Ada"."""
    for i in places(doc, "LOWER", ["time"]):
        partner = doc[max(i - 3, 0)]
        told = (doc_word(doc, i - 2), doc_word(doc, i - 1))
        is_then = told in (("at", "the"), ("at", "that")) and doc_word(doc, i + 1) != "of"
        if not is_then or partner.sent != doc[i].sent or tie_of(partner.lower_) != "partner":
            continue
        start = i + 2 if doc_word(doc, i + 1) == "," else i + 1
        name = doc[start] if start < doc[i].sent.end else doc[i]
        if name.ent_type_ == "PERSON" and name.ent_iob_ == "B" and name.dep_ == "appos" and name.head == doc[i]:
            hang(name, partner, "appos")
        hang(doc[i], partner, "nmod")


def _partner_before(calling: Token) -> Token | None:
    """The partner before a calling and the words that describe it, if no word begins a phrase between them."""
    for i in range(calling.i - 1, max(calling.i - _FARTHEST, calling.sent.start) - 1, -1):
        word = calling.doc[i]
        if word.tag_ == "NN" and word.is_lower and tie_of(word.lower_) == "partner":
            return word
        if word.tag_ not in _INSIDE or word.ent_type_ == "PERSON":
            return None
    return None


def _swap(partner: Token, calling: Token, name: Token) -> None:
    before = [child for child in calling.lefts if child.i < partner.i]
    behind = [child for child in calling.rights if child != name]
    head, label = calling.head, calling.dep_
    partner.head, partner.dep_ = (partner, "root") if head == calling else (head, label)
    hang(name, partner, "appos")
    hang(calling, name, "nmod:desc")
    for child in (*before, *behind):
        hang(child, partner, child.dep_)


def held_for(name: Token) -> tuple[Token, Token] | None:
    """The partner and the time before their name: "her husband of over ten years(,) Ben Roe".

    A calling may stand between: "wife of two years, Hill Street star Ada Roe", "husband of six and fellow actor Ben".
    """
    doc, last = name.doc, max(name.sent.start, name.i - 14)
    time = next((each for each in reversed(doc[last : name.i]) if each.lower_ in _LASTING), None)
    if time is None or not _is_calling(doc[time.i + 1 : name.i]):
        return None
    words = [each for each in doc[max(name.sent.start, time.i - 9) : time.i] if not each.is_space]
    for i in range(len(words) - 1, max(len(words) - 6, 0), -1):
        if words[i].lower_ == "of":
            noun = next(each for each in reversed(words[:i]) if each.text not in ("-", "‑"))
            return (noun, time) if tie_of(noun.lower_) == "partner" else None
    return None


def _is_calling(words: Span) -> bool:
    """Whether nothing stands between a time and a name, or a comma, or what the person does."""
    told = [word for word in words if not word.is_space]
    if not told or [word.text for word in told] == [","]:
        return True
    is_noun = told[-1].tag_ == "NN" and told[-1].lower_ in NOUNS and not tie_of(told[-1].lower_)
    is_fitting = all(word.tag_ in _TOLD_OF_NAME or word.lower_ == "the" for word in told)
    joints = [word.i for word in told if word.tag_ in ("CC", ",", ":")]
    return is_noun and is_fitting and joints in ([], [told[0].i])


def name_held(name: Token, partner: Token, time: Token) -> None:
    """Hangs a name at the partner whose it is, and what the tree makes of the time between them at the time."""
    calling = name.doc[name.i - 1]
    if calling.i == time.i or calling.is_punct or calling.is_space:
        calling = name
    if name in partner.ancestors:
        return
    for word in [child for each in {calling, name} for child in each.lefts if partner.i < child.i < time.i]:
        hang(word, time, "case" if word.lower_ == "of" else word.dep_)
    for word in [child for child in time.rights if child.dep_ in ("conj", "appos") and child.i > name.i]:
        hang(word, partner, "conj")  # "his wife of ten years, Ada; children Ben and Eva"
    if time.head in (name, calling):
        hang(time, partner, "nmod")
    hang(name, partner, "appos")
    if calling != name:
        hang(calling, name, "nmod:desc")
