"""What words around a trigger say against a reading of it: it is negated, somebody else's, or the other way round."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from kg.extract.finding import Finding
from kg.extract.lexicon import Lexicon
from kg.extract.likened import is_plain
from kg.extract.parents import is_of_another, is_other_parent, named_besides
from kg.extract.relations import is_of_other_gender
from kg.extract.roles import is_apart, is_unnamed, people
from kg.extract.tree import after_noun, children, first_conjunct, preposition
from kg.nlp.marks import mentions_in, people_of

OFFERING = {"propose", "offer", "promise", "suggest", "discuss", "seek"}  # what a marriage is, to come
SEEMING = {"live", "cohabit", "pose", "pass", "act", "play", "appear", "register"}  # as man and wife, wed or not
BETWEEN = ("of", "to", "with", "by", "between")  # "the marriage of Ada", "engaged to Ben", "children with him"


def speaks_against(finding: Finding, lexicon: Lexicon) -> bool:
    """Whether the trigger's own sentence forbids that it tells this of these people."""
    word = finding.trigger
    is_to_come = after_noun(word) > word.i + 1  # "her husband-to-be"
    is_to_come |= word.dep_ == "obj" and word.head.lemma_ in OFFERING
    if _is_seeming(word) or is_to_come or _is_negated(word, lexicon) or not _is_spoken_of(finding):
        return True
    if finding.kind != "kin":
        return _is_of_others(finding) or is_of_other_gender(word, finding.keys)  # "their husbands", of two women
    if _are_both_meant(finding):
        return True
    return not is_plain(word) or _is_of_stepparent(word) or _is_misplaced(finding, lexicon.ontology.kin)


def _are_both_meant(finding: Finding) -> bool:
    """Whether one word beside a word for kin means the two, neither of whom is the other's: "they have a son"."""
    word, whom = finding.trigger, set(finding.keys)
    return any(whom <= set(people_of(word.doc, each)) for each in (*word.children, *word.head.children))


def _is_negated(word: Token, lexicon: Lexicon) -> bool:
    """Whether the word, or the verb of its clause, is negated: "they do not share a child"."""
    for each in (word, *word.ancestors):
        if any(child.lower_ in lexicon.cues["negation"] for child in children(each, "advmod", "det", "cc")):
            return True
        if each.pos_ == "VERB":
            return False
    return False


def _is_seeming(word: Token) -> bool:
    """Whether somebody does as couples do: "they lived as man and wife"."""
    first = first_conjunct(word)
    return preposition(first) == "as" and first.head.lemma_ in SEEMING


def _is_spoken_of(finding: Finding) -> bool:
    """Whether the sentence speaks of both."""
    sentence = finding.trigger.sent
    here = {key for mention in mentions_in(finding.trigger.doc, sentence.start, sentence.end) for key in mention.people}
    return here >= set(finding.keys)


def _is_of_others(finding: Finding) -> bool:
    """Whether the word names partners who are not these: "the marriage of Ada with a count", "his wife Ada"."""
    named = [people(child) for child in children(finding.trigger, "appos", "flat")]
    partners = (*(people(phrase) for phrase, _ in _phrases(finding.trigger)), *filter(None, named))
    return any(not set(keys) & set(finding.keys) for keys in partners)


def _is_of_stepparent(word: Token) -> bool:
    """ "She is stepmother to his children", "to his daughter and son": they are not hers."""
    while word.dep_ in ("conj", "appos"):
        word = word.head
    return preposition(word) in ("to", "of") and word.head.lower_.startswith("step")


def _is_misplaced(finding: Finding, kin: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether who owns the word is not whom it is told of: in "Ada's son Ben" she is the parent, and he the child."""
    word, (parent, child) = finding.trigger, finding.keys
    holder, bearer = (child, parent) if word.lemma_.lower() in kin["parent"] else (parent, child)
    named = {key for each in children(word, "appos", "flat", "compound") for key in people(each)}
    owners = [set(people(phrase)) for phrase, case in _phrases(word) if case not in ("with", "by")]
    beside = {key for phrase, _ in _phrases(word) for key in people(phrase)}
    genders = {person.key: person.gender for person in word.doc._.people if person.gender}
    nobodies = [key for key in people_of(word.doc, word) if is_unnamed(word.doc, key)]
    told = {genders[key] for key in nobodies if key in genders}
    is_another = bool(told) and genders.get(bearer, next(iter(told))) not in told  # "the daughter of Ada met Ben"
    is_another |= _is_told_as_other(word, bearer, kin) or bearer in named_besides(word)
    if word.lemma_.lower() in kin["child"]:
        is_another |= is_of_another(word, parent, child, kin["child"]) or is_other_parent(word, child)
    is_another |= any(is_apart(word, name) and bearer in people(name) for name in children(word, "conj"))
    return is_another or holder in named or bearer in beside or any(holder not in each for each in owners)


def _is_told_as_other(word: Token, key: str, kin: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether the sentence names somebody as other kin alone: Max of "two daughters, Ada and Eva; a brother, Max"."""
    names = [each for each in mentions_in(word.doc, word.sent.start, word.sent.end) if each.people == (key,)]
    heads = [word.doc[each.head] for each in names if each.kind == "name"]
    row = [head.head for head in heads if head.dep_ == "appos" and first_conjunct(head.head) == first_conjunct(word)]
    nouns = [noun.lemma_.lower() for noun in row]
    mine = {kind for kind, words in kin.items() if word.lemma_.lower() in words}
    others = {kind for kind, words in kin.items() for noun in nouns if noun in words}
    return len(nouns) == len(heads) and bool(mine and others) and mine.isdisjoint(others)


def _phrases(word: Token) -> Iterator[tuple[Token, str]]:
    """The owner of a word and its complements, each with its preposition; "born to" counts as "to"."""
    for child in (*word.children, *(each for clause in children(word, "acl") for each in clause.children)):
        case = preposition(child)
        if child.dep_ == "nmod:poss" and (people(child) or child.pos_ == "NOUN"):
            yield child, "'s"
        elif child.dep_ in ("nmod", "obl", "obl:arg") and case in BETWEEN:
            yield child, case
