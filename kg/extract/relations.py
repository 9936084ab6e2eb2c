"""Relational nouns: "his wife Jane", "Jane, widow of John", "the son of Jane and John", "her brother"."""

from collections.abc import Iterator, Set
from itertools import islice

from spacy.tokens import Doc, Token

from kg.extract.bearers import bearers_of, is_other_kin, named_behind, named_last, next_to
from kg.extract.finding import Finding
from kg.extract.lawful import FIRST_EQUAL
from kg.extract.lexicon import Lexicon
from kg.extract.likened import is_plain
from kg.extract.owners import FAMILY, implied_owner
from kg.extract.parallels import borne_by, elder_before, owner_as_before
from kg.extract.parents import fathered_with, is_of_another, named_besides, origin_of, parents_behind, parents_of_union
from kg.extract.roles import SPOUSES, is_unnamed, named_under, people, unique
from kg.extract.subjects import subject_token
from kg.extract.tree import after_noun, children, first_conjunct, left_modifiers, preposition, word_beside
from kg.nlp.marks import mention_at, people_of, tokens_of, trades

PAST = set("ex former late estranged one-time onetime erstwhile then previous first second third".split())
OVER = {"ex", "former", "erstwhile", "one-time", "onetime", "previous"}
# of a sweetheart: whom somebody loved long ago, whoever it is now
YOUTH = {"childhood", "teenage", "school", "high-school", "college", "university"}
OUTLIVING = {"survive", "precede", "predecease"}
LOOSE = {"partner", "companion", "bride", "groom", "widow", "widower", "consort", "intended", "flame", "spouse"}
LOOSE |= {"new man", "new woman", "new love"}
MALE = frozenset("son brother father dad daddy husband boyfriend fiancé widower boy groom".split())
NAMING = {"call", "dub", "label", "brand"}
FEMALE = frozenset("daughter sister mother mum mom mummy wife girlfriend fiancée widow girl bride mistress".split())
TOLD_GENDERS = dict.fromkeys(MALE, "male") | dict.fromkeys(FEMALE, "female")
LOVING = 1950  # from when on a partner is one in love, where nothing else is said
RANKS = {"countess", "duchess", "empress", "king", "lady", "prince", "princess", "queen"}
SOVEREIGNS = {"king", "emperor", "prince", "duke", "sultan", "tsar", "czar", "shah", "elector", "grand", "maharaja"}
RANKS_OF_CHILDREN = {"eldest", "oldest", "youngest"}
AWAITING = {"expect", "await", "anticipate", "carry", "pregnant"}
STEPS = 3  # from a child up to the word that says so
NOT_YET = {"future", "prospective", "would-be"}


def relations(doc: Doc, lexicon: Lexicon) -> Iterator[Finding]:
    """States and kinship ties told by relational nouns."""
    nouns = {
        **dict.fromkeys(lexicon.relations, "state"),
        **{noun: kind for kind in ("parent", "child", "sibling") for noun in lexicon.ontology.kin[kind]},
    }
    for token in tokens_of(doc):
        word = _relational_word(token, nouns)
        if word is None or not is_plain(token):
            continue
        kin = frozenset(lexicon.ontology.kin["child"])
        if (word in kin and _is_of_age(token)) or _is_of_either(token) or _is_what_one_is_called(token):
            continue
        holders, bearers = holders_of(token, kin), bearers_of(token, kin, is_child=nouns[word] == "child")
        if not holders and (word in FAMILY or (nouns[word] == "state" and word not in LOOSE)):
            holders = implied_owner(token)
        if nouns[word] == "parent" and token.tag_ == "NN":
            bearers = bearers[:1]  # "his mother Ada (also Eva) Roe" is one
        if nouns[word] == "parent" and holders and children(token, "cop"):
            bearers = unique((*bearers, *_other_parent(token, kin)))
        if nouns[word] == "child" and (others := named_besides(token)):
            bearers = tuple(key for key in bearers if key not in others)
        holders = tuple(key for key in holders if key not in bearers)
        bearers = _fitting(token, bearers)
        if nouns[word] == "child" and _is_awaited(token) and all(is_unnamed(doc, key) for key in bearers):
            continue  # "she is expecting her first child": nobody's yet
        if holders and bearers and not (word == "partner" and _is_of_trade(token, {*holders, *bearers})):
            if nouns[word] == "state":
                yield from _state(token, word, holders, bearers, lexicon)
            else:
                found = _kin(token, "sibling" if _is_twin_of(token) else nouns[word], holders, bearers)
                yield from (each for each in found if not _is_of_another(token, each, kin))


def _is_of_another(token: Token, tie: Finding, kin: Set[str]) -> bool:
    """Whether a word for a child tells of a child that is told with another parent."""
    keys = dict(tie.people)
    return token.lemma_.lower() in kin and "child" in keys and is_of_another(token, keys["parent"], keys["child"], kin)


def _is_awaited(child: Token) -> bool:
    """Whether the child is to come: "pregnant with her second child", "awaits the birth of their baby"; or is "due"."""
    is_due = child.dep_ == "nsubj" and child.head.lower_ == "due" and not children(child.head, "xcomp")
    return is_due or any(each.lemma_ in AWAITING for each in islice(child.ancestors, STEPS))


def _is_of_trade(partner: Token, pair: Set[str]) -> bool:
    """ "His partners, Ben and Carl", "his partner in the firm"; any partner before the word came to mean a lover.

    Of two men or two women that is when the law first let them wed.
    """
    if partner.tag_ == "NNS" and len(children(partner, "nmod:poss")) == 1 and not PAST & set(left_modifiers(partner)):
        owner = mention_at(partner.doc, children(partner, "nmod:poss")[0])
        if owner is not None and len(owner.people) == 1:
            return True
    inside = [child for child in children(partner, "nmod") if preposition(child) in ("in", "at")]
    if any(child.pos_ == "NOUN" and child.lemma_ != "life" and not child.ent_type_ for child in inside):
        return True
    times = partner.doc._.times
    last = next((time.when for time in reversed(times) if time.start < partner.idx and time.when), None)
    genders = [person.gender for person in partner.doc._.people if person.key in pair]
    since = FIRST_EQUAL.year if len(genders) == 2 and genders[0] == genders[1] != "" else LOVING
    is_old = last is not None and last.latest is not None and last.latest.year < since
    return is_old and partner.doc._.published is None


def _fitting(noun: Token, bearers: tuple[str, ...]) -> tuple[str, ...]:
    """The bearers without the one who is known for a woman and would be a brother; or else who is named right before.

    "The son of John Roe and Jane Poe, daughter of Max Poe" tells of Jane, though the tree has it of John.
    """
    if not is_of_other_gender(noun, bearers) or (noun.dep_ == "appos" and bearers == named_last(noun)):
        return bearers
    beside = next_to(noun) if noun.dep_ == "appos" else ()
    return () if is_of_other_gender(noun, beside) else beside


def is_of_other_gender(noun: Token, keys: tuple[str, ...]) -> bool:
    """Whether none of the people, but for those in a row, can be what the noun tells: no woman is a brother."""
    gender = TOLD_GENDERS.get(noun.lemma_.lower().removeprefix("ex-"), "")
    told = {person.gender for person in noun.doc._.people if person.key in keys}
    return bool(gender and told) and not told & {"", gender}


def _is_of_age(noun: Token) -> bool:
    """ "Betrothed as a child to Ada": hers by no tie; an heir may be anybody's, but "his son and heir"."""
    is_when = preposition(noun) == "as" and not any(preposition(child) in ("of", "by") for child in noun.children)
    return (is_when and not children(noun, "nmod:poss")) or (noun.lemma_ == "heir" and noun.dep_ != "conj")


def _is_twin_of(token: Token) -> bool:
    """ "John, twin with Albert", "Ada's twin, Karl": a brother; "she has twins with him", "their twin" are children."""
    owners = {key for child in children(token, "nmod:poss") for key in people(child)}
    is_beside = any(preposition(child) in ("of", "to", "with") for child in token.children)
    return token.lower_ == "twin" and (is_beside or len(owners) == 1)


def _is_what_one_is_called(noun: Token) -> bool:
    """Whether a bare noun is but a name for somebody: "she calls him husband"; not "she called husband Ben"."""
    is_called = noun.dep_ in ("obj", "xcomp") and noun.head.lemma_ in NAMING and noun.head.i < noun.i
    owners = children(noun, "nmod:poss")
    is_owned = any(each.tag_ == "PRP$" or children(each, "case") for each in owners)
    objects = [*owners, *(children(noun.head, "obj", "iobj") if noun.dep_ == "xcomp" else ())]
    return is_called and not is_owned and bool(objects) and not children(noun, "appos", "flat", "det")


def _relational_word(token: Token, nouns: dict[str, str]) -> str | None:
    if token.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return None
    if (pair := f"{word_beside(token, -1)} {token.lower_}") in nouns:
        return pair  # "her other half", "his baby mama"
    is_to_come = after_noun(token) > token.i + 1
    spelled = (f"{token.lower_}-to-be",) if is_to_come else (token.lower_, token.lemma_.lower())
    if token.lower_ in RANKS_OF_CHILDREN and children(token, "nmod:poss") and token.dep_ != "amod":
        return "child"  # "her eldest, Ben"
    word = next((word for word in (*spelled, *(each.removeprefix("ex-") for each in spelled)) if word in nouns), None)
    if word == "ex" and word_beside(token) in ("-", "‑", *nouns):
        return None  # the first half of "ex-wife"
    is_rank = word == "consort" and token.i > token.sent.start and token.nbor(-1).lower_ in RANKS
    is_somebodys = any(child.dep_ == "nmod:poss" or _is_of_rank(child) for child in token.children)
    return None if is_rank and not is_somebodys else word  # "Queen consort of Saarn", not "of King Ben"


def _is_of_rank(name: Token) -> bool:
    """Whether a name is that of a ruler: "King Ben", "Ben II"; not a place."""
    mention = mention_at(name.doc, name) if people(name) else None
    words = name.doc[max(mention.start - 1, 0) : mention.end] if mention is not None else ()
    return any(word.lower_ in SOVEREIGNS or (word.text and not word.text.strip("IVX")) for word in words)


def holders_of(token: Token, kin: Set[str]) -> tuple[str, ...]:
    """Whose wife, son or brother: the possessor, or "of", "to", "by" and what follows, words of `kin` with a row."""
    is_child = token.lemma_.lower() in kin
    if doer := fathered_with(token, kin):
        return doer
    found: list[str] = []
    for child in token.children:
        # "a son with Ada" is hers, too; "a widower with two girls, Ada and Eva" is nobody's husband
        cases = ("of", "to", "by", "with") if token.lemma_.lower() in kin else ("of", "to")
        is_beside = child.dep_.startswith("nmod") and preposition(child) in cases
        # "the wedding of his sister Ada to Ben"
        is_given = preposition(child) == "to" and bool(children(token, "nmod:poss"))
        # "reminds her husband Ben of their son": what is told to Ben
        is_theirs = child.lemma_.lower() in kin and bool(children(child, "nmod:poss")) and bool(named_behind(token))
        if child.dep_ == "nmod:poss" or (is_beside and not is_theirs and not is_given):
            found.extend(owner_as_before(child, kin))
            if is_child and child.pos_ == "NOUN":
                found.extend(_coordinated(child))
            if child.lemma_.lower() in kin:  # "parents to son Oscar, eight, and daughter Billie"
                found.extend(named_under(child, kin))
                found = [key for key in found if key not in named_besides(child)]
        elif is_child and child.lower_ == "born":  # "the youngest of three children born to Jane"
            found.extend(key for each in child.children if preposition(each) == "to" for key in people(each))
    found.extend(_shared_by(token) if is_child else ())
    if is_child and (union := origin_of(token)) is not None:
        found.extend(parents_of_union(union))
    if is_child and (wife := borne_by(token)) is not None:
        found.extend(people(wife))
    if not found and (elder := elder_before(token)) is not None:
        found.extend(key for owner in children(elder, "nmod:poss") for key in people(owner))
    is_in_row = token.dep_ == "conj" or (token.dep_ == "appos" and is_other_kin(token.head, token))
    if not found and is_in_row and not children(token, "det"):
        first = token.head.head if token.head.dep_ == "appos" else token.head  # "her husband Carl and son, Ben"
        owners = children(first, "nmod:poss")
        if is_child or _shares_owner(token, first, owners, kin):
            found.extend(key for owner in owners for key in people(owner))
    noun = token.head if token.dep_ in ("compound", "nmod:desc") and token.head.pos_ == "PROPN" else token
    is_had = first_conjunct(noun).dep_ == "obj"  # "has a son with Ben and a daughter with Carl"
    is_shared = is_child and is_had and not children(noun, "nmod:poss") and _is_with(noun)
    while noun.dep_ == "conj":  # "he had a brother, John, and a sister, Jane"
        noun = noun.head
    is_left = noun.dep_ == "obl" and preposition(noun) == "behind"  # "left behind a daughter"
    if is_shared or (not found and (is_left or noun.dep_ == "obj")):
        # "He had a wife, Jane", "left a daughter Ada", "had two children with Jane": the subject holds
        head = noun.head
        if head.lemma_ in ("have", "leave") and head.pos_ in ("VERB", "AUX"):
            subject = subject_token(head)
            found.extend(people(subject) if subject is not None else ())
            if is_child and head.lemma_ == "leave":  # "left by his wife Ada two sons"
                wives = [child for child in head.children if preposition(child) == "by" and child.lemma_ in SPOUSES]
                found.extend(key for wife in wives for key in people(wife))
    if not found and children(token, "det", "nummod"):
        found.extend(_outlived(noun))
    return unique((*found, *(parents_behind(token, kin) if is_child else ())))


def _shared_by(child: Token) -> tuple[str, ...]:
    """The two of "Max, the son she shares with Ben", "Max, the son that she had with Ben"."""
    clauses = [each for each in children(child, "acl:relcl") if each.lemma_ in ("have", "share")]
    objects = [each for clause in clauses for each in children(clause, "obj") if each.tag_ not in ("WDT", "WP")]
    subjects_ = [each for clause in clauses for each in children(clause, "nsubj") if each.tag_ not in ("WDT", "WP")]
    others = [each for clause in clauses for each in clause.children if preposition(each) in ("with", "by")]
    both = unique(key for each in (*subjects_, *others) for key in people_of(child.doc, each))
    return both if len(both) == 2 and not objects and subjects_ and others else ()


def _other_parent(parent: Token, kin: Set[str]) -> tuple[str, ...]:
    """ "Mother to Ben, two, with her husband Carl", "the father of Ada, five, whom he shares with Eva"."""
    beside = [child for child in parent.children if child.dep_.startswith(("nmod", "obl"))]
    others = (key for child in beside if preposition(child) in ("with", "by") for key in people_of(parent.doc, child))
    return unique(key for key in others if not is_unnamed(parent.doc, key)) or parents_behind(parent, kin)


def _shares_owner(noun: Token, first: Token, owners: list[Token], kin: Set[str]) -> bool:
    """Whether kin is of whose the kin before it is: "her children and husband, Ben", "his mother and sister Ada".

    Not "his daughter and husband", whoever's he is.
    """
    if noun.lemma_ not in SPOUSES:
        return {noun.lemma_, first.lemma_} <= FAMILY - kin and noun.dep_ == "conj"
    fitting = "his" if noun.lemma_ in ("wife", "bride") else "her"
    return first.lemma_.lower() in kin | FAMILY and [owner.lower_ for owner in owners] == [fitting]


def _coordinated(calling: Token) -> tuple[str, ...]:
    """Both of "a daughter of the baker Ben Roe and Ada Poe"; not "daughter of the baker Ben Roe, 71, and Ada Poe"."""
    names = [each for each in children(calling, "appos") if each.pos_ == "PROPN"]
    others = [(name, other) for name in names for other in children(name, "conj")]
    is_row = all("," not in (word.text for word in name.doc[name.i : other.i]) for name, other in others)
    return unique(key for name, _ in others for key in people(name)) if is_row else ()


def _outlived(noun: Token) -> tuple[str, ...]:
    """Who is survived by a son and two daughters, or preceded in death by them; whose survivors they are."""
    is_told = noun.dep_ == "obl:agent" and noun.head.lemma_ in OUTLIVING
    subject = subject_token(noun.head) if is_told or noun.head.lemma_ == "include" else None
    if subject is not None and not is_told:  # "Survivors include his wife, Ada; and a daughter, Eva"
        owners = children(noun, "nmod:poss") if subject.lemma_ == "survivor" else []
        return unique(key for owner in owners for key in people(owner))
    return people(subject) if subject is not None else ()


def _is_with(noun: Token) -> bool:
    return any(preposition(child) in ("with", "by") for child in noun.children)


def _is_of_either(wife: Token) -> bool:
    """Whether "his wife" may be the brother's: "Ben came with his brother Dan, his wife Ada and their son"."""
    above = wife.head if wife.head.lemma_ in FAMILY else wife.head.head
    told = {owner.lower_ for owner in children(wife, "nmod:poss")}
    fitting = "his" if above.lemma_ in MALE else "her"
    return wife.dep_ == "appos" and wife.lemma_ in SPOUSES and above.lemma_ in FAMILY and fitting in told


def _state(
    token: Token, word: str, holders: tuple[str, ...], bearers: tuple[str, ...], lexicon: Lexicon
) -> Iterator[Finding]:
    """A relation with each: "his exes, Ada and Eva". An ex-wife is divorced, where the ontology says so."""
    modifiers = set(left_modifiers(token)) - ({"former"} if trades(token) else set())  # "her former boxer husband"
    state = lexicon.relations[word]
    is_former = bool(modifiers & OVER) and word not in LOOSE  # not "her girlfriends", "his former partners"
    is_row = token.tag_ in ("NNS", "NNPS") and (state.name != "dating" or is_former)
    if len(holders) != 1 or (len(bearers) > 1 and not is_row) or modifiers & NOT_YET:
        return
    is_over = bool(modifiers & OVER) or token.lower_.startswith("ex-")
    type_ = state.past if is_over and state.past else state.name
    if "estranged" in modifiers and "separated" in lexicon.ontology.states:
        type_ = "separated"
    is_then = any(child.lemma_ == "time" and preposition(child) == "at" for child in children(token, "nmod"))
    attests = not is_then and not modifiers & (YOUTH | PAST - OVER - {"estranged"}) and word not in ("widow", "widower")
    for bearer in bearers:
        pair = (("partner", holders[0]), ("partner", bearer))
        yield Finding("state", type_, token, pair, (token,), f"relation: {word}", is_over, attests)


def _kin(token: Token, kind: str, holders: tuple[str, ...], bearers: tuple[str, ...]) -> Iterator[Finding]:
    """A tie for each pair: the parent stands first."""
    for holder in holders:
        for bearer in bearers:
            pair = (bearer, holder) if kind == "parent" else (holder, bearer)
            if kind == "sibling":
                people_ = (("sibling", pair[0]), ("sibling", pair[1]))
                yield Finding("kin", "sibling_of", token, people_, (token,), f"relation: {token.lemma_}")
            else:
                people_ = (("parent", pair[0]), ("child", pair[1]))
                yield Finding("kin", "parent_of", token, people_, (token,), f"relation: {token.lemma_}")
