"""Children who come by their bare names: "they became parents when Mia arrived", "Leo was born and Mia followed".

Whose they are is told by the clause that they come behind: a birth, a wedding, somebody's becoming a parent.
"""

from collections.abc import Iterator, Sequence, Set

from spacy.tokens import Doc, Token

from kg.extract.arrivals import all_parents, comes, is_birth
from kg.extract.finding import Finding
from kg.extract.implied import before, place_of
from kg.extract.lexicon import Lexicon
from kg.extract.roles import PARENTS, people, unique
from kg.extract.subjects import subject_token, subjects
from kg.extract.tree import PRESENT, children, preposition
from kg.nlp.marks import mention_at, tokens_of
from kg.records import Status

SOON = {"soon", "shortly", "later", "after", "afterwards", "then", "next", "also", "finally", "along"}
AWAITED = ("verb: expect", "adjective: pregnant")
BEHIND = ("advcl", "conj", "acl", "parataxis")
FAMILY = {"family", "brood"}  # that two start, and complete


def newborns(doc: Doc, known: Sequence[Finding]) -> Iterator[Finding]:
    """A birth for each child who comes, by name alone, behind a clause that tells of the family.

    `known` are the couples, ties and births that the document tells otherwise.
    """
    told = sorted(known, key=place_of)
    for verb in tokens_of(doc):
        child = _comer(verb) if comes(verb) else None
        above = _above(verb, told) if child is not None else None
        if child is None or above is None or set(child) & set(above):
            continue
        found = [Finding("event", "born", verb, (("person", child[0]),), (verb,), f"verb: {verb.lemma_}")]
        if above:
            roles = (*(("parent", parent) for parent in above), ("child", child[0]))
            found.append(Finding("event", "child_born", verb, roles, (verb,), f"verb: {verb.lemma_} (parents implied)"))
        yield from found
        told = [*told, *found]


def due(doc: Doc, lexicon: Lexicon, known: Sequence[Finding]) -> Iterator[Finding]:
    """A birth to come for each child who is due at some time, of those whose child it is, or who expect one.

    "Her first child is due in May", "they are expecting again; the baby is due in May".
    """
    kin = frozenset(lexicon.ontology.kin["child"])
    awaited = sorted((each for each in known if each.rule.startswith(AWAITED)), key=place_of)
    for word in tokens_of(doc):
        child = _who_is_due(word, kin) if word.lower_ == "due" else None
        if child is None:
            continue
        owners = unique(key for each in children(child, "nmod:poss") for key in people(each))
        near = [each.keys for each in before(word.i, awaited) if set(owners) <= set(each.keys)]
        parents = near[-1] if near else owners
        if 0 < len(parents) <= 2:
            roles = tuple(("parent", key) for key in parents)
            yield Finding("event", "child_born", word, roles, (word,), "adjective: due", status=Status.PLANNED)


def _who_is_due(due: Token, kin: Set[str]) -> Token | None:
    """The word for the child: of "the baby is due in May", "a boy, due in May"; None where it is due to do a thing."""
    is_told = bool(children(due, "cop"))
    noun = next(iter(children(due, "nsubj")), due) if is_told else due.head
    if noun.lower_ in ("who", "that") and due.dep_ == "acl:relcl":
        noun = due.head
    near = [child for child in due.children if child.i > due.i]
    behind = [child for child in near if child.dep_.startswith(("obl", "nmod", "advmod"))]
    is_dated = bool(behind) and all(child.ent_type_ == "DATE" for child in behind)  # not "due back"
    is_now = not is_told or any(each.tag_ in PRESENT for each in children(due, "cop"))
    return noun if is_dated and is_now and noun.lemma_.lower() in kin and noun.tag_ == "NN" else None


def _comer(verb: Token) -> tuple[str, ...] | None:
    """Who comes at some time, to no place and after nobody; None where that is not one person by a name."""
    with_ = verb.doc[verb.i - 1] if verb.tag_ == "VBG" and verb.i else None
    subject = subject_token(verb) if children(verb, "nsubj") else with_
    mention = mention_at(verb.doc, subject) if subject is not None else None
    is_named = mention is not None and mention.kind == "name" and len(mention.people) == 1
    if mention is None or not is_named or children(verb, "aux", "aux:pass", "obj", "xcomp", "ccomp"):
        return None
    if verb.tag_ == "VBG" and (verb.doc[mention.start - 1].lower_ != "with" or _is_overtaken(verb)):
        return None
    near = [child for child in verb.children if child.dep_.startswith("obl") or child.dep_ == "advmod"]
    is_timed = all(map(_is_time, near)) and verb.tag_ in ("VBD", "VBN", "VBG")
    return mention.people if is_timed else None


def _is_overtaken(verb: Token) -> bool:
    """Whether the tree hangs a time behind the verb at the one above, which tells another day."""
    return any(child.i > verb.i and child.ent_type_ == "DATE" for child in verb.head.children)


def _is_time(word: Token) -> bool:
    is_next = preposition(word) == "with" and any(child.lemma_ == "follow" for child in word.head.children)
    return word.ent_type_ == "DATE" or word.lower_ in SOON or word.tag_ == "WRB" or is_next


def _above(verb: Token, told: Sequence[Finding]) -> tuple[str, ...] | None:
    """The parents told by the clause above, or by the sentence before; None where neither tells of a family."""
    if verb.dep_ not in BEHIND:
        before = verb.doc[verb.sent.start - 1].sent.root if verb.sent.start else None
        is_next = verb.dep_ == "root" and before is not None and verb.lemma_ != "arrive"
        return _family(before, told, {"born", "child_born"}) if is_next and before is not None else None
    head = verb.head
    words = children(head, "xcomp", "obj")
    is_parents = head.lemma_ == "become" and any(word.lemma_ in PARENTS for word in words)
    is_started = any(word.lemma_ in FAMILY for word in words)
    if is_parents or is_started:
        parents = subjects(head)
        return parents if 0 < len(parents) <= 2 else None
    kinds = {"born", "child_born", *(["married"] if verb.tag_ == "VBG" else [])}
    return _family(head, told, kinds)


def _family(head: Token, told: Sequence[Finding], kinds: set[str]) -> tuple[str, ...] | None:
    """The couple of a wedding, or the parents of the child born, that a verb or one beside it tells of."""
    words = {head, *children(head, "conj")} if head.dep_ != "conj" else {head, head.head}
    near = [each for each in told if each.trigger in words and each.type in kinds and each.kind == "event"]
    if not near:
        return None
    parents = tuple(key for role, key in near[-1].people if role in ("parent", "partner"))
    child = next((key for role, key in near[-1].people if role in ("child", "person")), None)
    parents = parents or tuple(dict.fromkeys(all_parents(child, told))) if is_birth(near[-1]) else parents
    return parents if len(parents) <= 2 else None
