"""Those who are spoken to: "I have had four husbands, Ben" names none of the four."""

from spacy.tokens import Doc, Token

from kg.nlp.governing import hang
from kg.nlp.lexicon import person_noun
from kg.nlp.names import given_gender, parse
from kg.nlp.phrases import places

_SPEAKING = frozenset("i me my mine we us our ours you your".split())
_NEVER = frozenset(["not", "n't", "n’t", "never"])
_ANY = frozenset(["a", "an", "any", "many", "much"])
_ENDS = frozenset([",", ".", "!", "?", ";"])


def part_addressed(doc: Doc) -> None:
    """Hangs at the verb a name behind a comma that the noun before it cannot mean, where somebody speaks."""
    for i in places(doc, "ENT_TYPE", ["PERSON"]):
        name = doc[i]
        if not _is_set_off(name) or not _is_another(name, doc[i - 2]) or not _is_spoken(name):
            continue
        verb = next((each for each in doc[i - 2].ancestors if each.tag_[:2] == "VB"), None)
        if verb is not None and name not in verb.ancestors:
            hang(name, verb, "vocative")


def _is_set_off(name: Token) -> bool:
    """Whether one word, and no row of names, stands between a comma and another mark."""
    doc, i = name.doc, name.i
    after = doc[i + 1 : i + 3]
    is_alone = len(after) > 0 and after[0].text in _ENDS and all(each.ent_type_ != "PERSON" for each in after)
    is_row = any(each.dep_ == "conj" for each in name.rights)
    return i - 2 >= name.sent.start and doc[i - 1].text == "," and is_alone and not is_row


def _is_another(name: Token, noun: Token) -> bool:
    """Whether the noun tells of several, of nobody, or of the other sex."""
    is_many = noun.tag_ == "NNS"
    told = person_noun(noun.lower_) or person_noun(noun.lower_.removesuffix("s") if is_many else "")
    if told is None:
        return False
    genders = {told.gender, given_gender(parse(name.text))} - {""}
    return is_many or _is_nobody(noun) or len(genders) > 1


def _is_nobody(noun: Token) -> bool:
    """ "No boyfriend", "never had a boyfriend", "haven't had many"; not "never liked my husband"."""
    words = {child.lower_ for child in noun.lefts}
    is_denied = any(child.lower_ in _NEVER for child in (*noun.head.lefts, *noun.lefts))
    return "no" in words or (is_denied and bool(words & _ANY))


def _is_spoken(name: Token) -> bool:
    return any(token.lower_ in _SPEAKING for token in name.sent)
