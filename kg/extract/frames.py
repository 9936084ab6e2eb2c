"""Triggers on the tree: which words tell a happening or a relation, and between whom."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.extract.couples import is_had, is_loose
from kg.extract.finding import Finding, Half
from kg.extract.halves import HALVES, is_of_known_couple, is_told_of_described, may_be_half
from kg.extract.lexicon import Frame, Lexicon
from kg.extract.officiants import is_officiated, is_others_wedding
from kg.extract.partings import PARTED
from kg.extract.roles import (
    RECIPROCAL,
    SPOUSES,
    fills,
    given,
    is_reciprocal,
    is_unnamed,
    name_token,
    people,
    slot_people,
    unique,
)
from kg.extract.senses import is_other_sense, looks_back
from kg.extract.subjects import subject_token, subjects
from kg.extract.tree import (
    LASTING,
    OBJECT,
    SUBJECT,
    antecedent,
    children,
    first_conjunct,
    is_passive,
    is_said_of,
    is_verb,
    is_when,
    left_modifiers,
    preposition,
)
from kg.nlp.marks import tokens_of
from kg.records import Status

# relations through which a needed word hangs under the frame's head: "called it quits", "made their red-carpet debut"
NEAR = frozenset(
    """obj iobj obl obl:arg obl:unmarked xcomp nmod nmod:desc compound compound:prt amod fixed advmod nsubj nsubj:pass
    case cop conj aux:pass flat dep mark appos det nummod""".split()
)
# nouns that leave an event noun before them an event: "wedding day", not "wedding dress" or "divorce lawyer"
EVENT_HEADS = {
    "day",
    "ceremony",
    "celebration",
    "announcement",
    "proceeding",
    "news",
    "party",
    "reception",
    "anniversary",
}
# what they are of has not happened: "sparked rumours of a romance", "began negotiations about a wedding"
UNTOLD = {"rumour", "rumor", "speculation", "report", "claim", "talk", "gossip", "whisper", "suggestion", "allegation"}
UNTOLD |= {"negotiation"}
PARTICLES = {"back", "off", "out", "up"}
NO_BLOOD = re.compile(r"^(?:step|half|god|foster)-?")  # before words for kin
CONFIRMING = {"announce", "confirm", "reveal"}
HOMES = {"living_together", "moved_in"}  # a couple's, as long as nobody else lives there
# how a proposal is answered: "and she said yes"
ACCEPTING = {"accept", "agree", "say"}


def couples(doc: Doc, lexicon: Lexicon) -> tuple[list[Finding], list[Half]]:
    """Findings of the types with two equal roles, by the frames of the ontology, and those that name only one person.

    A frame keeps its words to itself: "file for divorce" is no divorce.
    """
    matched = [_first_match(token, lexicon) for token in tokens_of(doc) if not token.is_space and not token.is_punct]
    found = [finding for findings in matched for finding in findings]
    taken = {word.i for finding in found for word in finding.words[1:]}
    found = [finding for finding in found if finding.trigger.i not in taken]
    whole = [finding for finding in found if len(finding.people) == 2 and not _is_with_kin(finding, lexicon)]
    whole += [state for finding in whole for state in _told_beside(finding, lexicon)]
    return whole, [Half(finding) for finding in found if len(finding.people) < 2]


def _is_with_kin(finding: Finding, lexicon: Lexicon) -> bool:
    """Whether one partner is told of as kin of the other: in "a relationship with his father" they are no couple."""
    event = lexicon.ontology.events.get(finding.type) if finding.kind == "event" else None
    is_love = event is None or event.is_of_love
    if not is_love or {role for role, _ in finding.people} != {"partner"}:
        return False
    inside = (child for word in finding.words for child in word.children)
    beside = [child for child in inside if NO_BLOOD.sub("", child.lemma_.lower()) in lexicon.blood]
    plain = [noun for noun in beside if lexicon.blood.isdisjoint(left_modifiers(noun))]  # not "her baby daddy"
    owned = [(owner, noun) for noun in plain for owner in children(noun, "nmod:poss")]
    return any(
        {one, kin} == set(finding.keys) for owner, noun in owned for one in people(owner) for kin in people(noun)
    )


def _told_beside(finding: Finding, lexicon: Lexicon) -> list[Finding]:
    """The relation that the words of a happening name: "ended his two-year relationship with her" tells of one, too."""
    event = lexicon.ontology.events[finding.type] if finding.kind == "event" else None
    found = []
    for word in finding.words[1:] if event is not None else ():
        frames = lexicon.alone("noun", word.lemma_.lower())
        state = next((frame.type for frame in frames if frame.kind == "state"), None)
        if state is None and event is not None and _is_long(word):  # "ended her two-year engagement"
            begun = [lexicon.ontology.events[frame.type].opens for frame in frames if frame.kind == "event"]
            state = next((each for opened in begun for each in opened if each in event.closes), None)
        openers = [each for each in lexicon.ontology.events.values() if state in each.opens]
        closes = event is not None and state in event.closes
        is_to_come = not closes and any(finding.type in each.after for each in openers)  # "he proposed marriage"
        if event is not None and state is not None and state not in event.opens and not is_to_come:
            rule, ended_by = f"noun: {word.lemma_.lower()}", finding if closes or finding.type in PARTED else None
            found.append(Finding("state", state, word, finding.people, (word,), rule, closes, False, ended_by=ended_by))
    return found


def _is_long(noun: Token) -> bool:
    """Whether words before it tell how long it lasted: "two-year", "year-long"."""
    return any(part.lemma_ in LASTING for left in noun.lefts for part in left.subtree)


def parts_of_speech(token: Token) -> tuple[str, ...]:
    """As which parts a token may head a frame: a participle may be verb or adjective."""
    if token.pos_ in ("VERB", "AUX"):
        return ("verb", "adjective") if token.tag_ in ("VBN", "VBD") else ("verb",)
    if token.pos_ in ("ADJ", "ADV"):
        return ("adjective", "verb") if token.lower_.endswith("ed") else ("adjective",)
    if token.pos_ == "PROPN":  # headlines write nouns like names
        return ("noun", "verb")
    if token.pos_ != "NOUN" and token.lower_ not in ("nothing", "anything"):
        return ()
    return ("adjective", "noun") if children(token, "cop") else ("noun",)  # "they are a couple"


def _first_match(token: Token, lexicon: Lexicon) -> list[Finding]:
    for part in parts_of_speech(token):
        for head in dict.fromkeys((token.lemma_.lower(), token.lower_)):
            for frame in lexicon.frames(part, head):  # type: ignore[arg-type]
                words = frame_words(frame, token)
                findings = _findings(frame, words, lexicon) if words else []
                if findings:
                    return findings
    return []


def frame_words(frame: Frame, head: Token) -> list[Token]:
    """The tokens of the frame under its head, head first; empty where a needed word is missing."""
    words = [head]
    if is_other_sense(frame, head):
        return []
    for need in frame.needs:
        found = _needed(head, need, words, frame.needs, depth=2)
        if found is None or (head.pos_ == "NOUN" and looks_back(found)):
            return []
        words.append(found)
    return words


def _needed(head: Token, word: str, taken: list[Token], needs: tuple[str, ...], depth: int) -> Token | None:
    for child in head.children:
        is_clause = child.dep_ in ("ccomp", "advcl", "acl", "xcomp") and child.tag_ in ("VBG", "VB", "VBP")
        # "call off plans to wed" calls nobody off; but the "out" of "began going out" is of the clause
        is_clause &= word not in PARTICLES or (child.dep_ == "xcomp" and child in taken)
        if is_clause and is_said_of(child, word):  # "said 'I do'", "filed papers to end their marriage"
            return child
        if is_clause and child in taken and (inside := _needed(child, word, taken, needs, depth - 1)) is not None:
            return inside
        if child.dep_ not in NEAR:
            continue
        said = antecedent(child)
        if said not in taken and is_said_of(said, word) and _counts(child, needs):
            return said
        if child.lemma_ in UNTOLD:
            continue
        is_clause = child.pos_ == "VERB" and not any(is_said_of(child, need) for need in needs)
        if (child.dep_ == "conj" or is_clause) and child not in taken:
            continue  # "had to delay the wedding" is not having a wedding
        deeper = _needed(child, word, taken, needs, depth - 1) if depth > 1 else None
        if deeper is not None:
            return deeper
    return None


def _counts(child: Token, needs: tuple[str, ...]) -> bool:
    """A preposition belongs to the frame with its noun ("into his home"); a noun before another if that is an event.

    So "moved to Leeds in 1937" is no moving in, and a wedding anniversary no wedding.
    """
    if child.lemma_ in SPOUSES and child.dep_ not in OBJECT:  # "left it with his wife", "her husband left it"
        return first_conjunct(child).dep_ not in SUBJECT and preposition(child) in ("", *needs)
    if child.lower_ in PARTICLES and child.dep_ in ("amod", "compound"):  # "walked through the bombed-out shell"
        return False
    if child.dep_ == "obl" and preposition(child) == "in" and child.head.lemma_ in CONFIRMING:
        return False  # "confirmed that all is well in their romance"
    if child.lower_ in ("date", "dates") and child.pos_ == "NOUN" and needs == ("date",):
        return False  # "announced a wedding date"
    if child.dep_ == "case":
        is_of_head = child.head.pos_ == "NOUN" and child.head == child.head.head  # "they are in love with"
        return is_of_head or any(is_said_of(child.head, need) for need in needs)
    if child.dep_ == "compound":
        # "began dating girlfriend Ada" has a verb before the noun, which trees take for a noun
        is_event = child.tag_ == "VBG" or child.head.lemma_.lower() in EVENT_HEADS
        return is_event or any(is_said_of(child.head, need) for need in needs)
    return True


def _findings(frame: Frame, words: list[Token], lexicon: Lexicon) -> list[Finding]:
    """One finding for each couple that the frame tells of: "he married Jane, and secondly Anne" tells of two."""
    roles = lexicon.ontology.events[frame.type].roles if frame.kind == "event" else ("partner", "partner")
    if len(roles) != 2 or (frame.part == "adjective" and not _is_predicate(words[0])):
        return []
    pairs = _noun_pairs(frame, words) if frame.part == "noun" else _verb_pairs(frame, words, lexicon)
    rule = f"{frame.part}: {' '.join((frame.head, *frame.needs))}"
    return [
        Finding(
            frame.kind,
            frame.type,
            words[0],
            tuple(zip(roles, pair, strict=False)),
            tuple(words),
            rule,
            near=name_token(words[0], pair[-1]) if len(pairs) > 1 else None,
            weak=frame.weak or is_loose(frame, words[0]),
            status=Status.NEGATED if frame.denies else None,
        )
        for pair in pairs
        if len(pair) == 2
        or ((len(pair) == 1 or (not pair and is_told_of_described(words))) and may_be_half(frame, words))
        or (not pair and is_of_known_couple(frame, words, lexicon))
    ]


def _verb_pairs(frame: Frame, words: list[Token], lexicon: Lexicon) -> list[tuple[str, ...]]:
    """Subject and slots. A subject of two needs no slot; two subjects and a third person are no couple."""
    head = words[0]
    subject = subject_token(head)
    is_outside = frame.matchmaker and not is_passive(head)  # "they introduced him to her"
    doers = () if is_outside or (subject is not None and antecedent(subject) in words) else subjects(head)
    found = slot_people(frame, words)
    if not doers and len(found) < 2:  # "had a romance with him, which came to an end": as the noun tells it
        found = next((pair for pair in _told_by_nouns(words, lexicon) if len(pair) == 2), found)
    if doers and _is_of_others(words, doers, lexicon):  # "she celebrated her son's wedding"
        if _is_theirs(words) and len(doers) < 3:  # "she confirmed their relationship": hers and another's
            return [doers]
        return [found] if len(found) == 2 else []
    handed = () if is_passive(head) else given(frame, head)
    if len(doers) == 1 and handed:
        return [handed]
    others = tuple(key for key in found if key not in doers)
    if not doers and subject is not None and subject.lower_ in ("he", "she"):  # whoever that is
        return []
    if len(doers) == 1 and not others and subject is not None and not _has_other_object(frame, words):
        doers = _both_before(subject) or doers
    is_mutual = is_reciprocal(head, words)
    if len(doers) == 2 and (not others or is_mutual):
        return [] if _has_other_object(frame, words) else [doers]
    if frame.plural or len(doers) > 1 or (is_mutual and others):
        return [others] if not doers and len(others) == 2 else []
    if is_outside:
        return [others] if len(others) == 2 else []
    if frame.type == "married" and is_officiated(head, others):
        return [others]
    if len(doers) == 1 and len(others) > 1:
        return [(doers[0], other) for other in _wed(frame, head, others)]
    if len(doers) == 1 and not others and frame.type == "engaged":
        others = _accepting(head)
    if len(doers) == 1 and not others and frame.type in HALVES:
        others = _of_theirs(head, doers[0])
    return [unique((*doers, *others))]


def _wed(frame: Frame, verb: Token, others: tuple[str, ...]) -> tuple[str, ...]:
    """Whom somebody weds: who is named first is described behind, "Ada Roe, a nurse and daughter of the baker"."""
    if frame.type in HOMES:  # "she lives with Ben and his wife"
        return ()
    is_described = frame.type in ("engaged", "married") and not is_unnamed(verb.doc, others[0])
    return tuple(key for key in others if not (is_described and is_unnamed(verb.doc, key)))


def _both_before(relative: Token) -> tuple[str, ...]:
    """The two whom "who" stands for where one person is not enough: "Ada and Ben, who married in 2007"."""
    clause = relative.head
    verbs = (clause, *children(clause, "aux", "aux:pass", "cop"))
    if relative.lower_ != "who" or clause.dep_ not in ("acl:relcl", "acl") or any(map(_is_singular, verbs)):
        return ()
    noun = clause.head.head if clause.head.dep_ == "conj" else clause.head
    both = people(noun)
    return both if len(both) == 2 else ()


def _is_singular(verb: Token) -> bool:
    return verb.tag_ == "VBZ" or verb.lower_ == "was"


def _accepting(verb: Token) -> tuple[str, ...]:
    """Who says yes in the clause behind, or above: "he proposed, and Emma accepted him", "she said yes when"."""
    answers = [each for each in children(verb, "conj") if each.lemma_ in ACCEPTING and each.tag_ == "VBD"]
    if verb.dep_ == "advcl" and is_when(verb) and verb.head.lemma_ in ACCEPTING and verb.head.tag_ == "VBD":
        is_said = verb.head.lemma_ == "say"
        answers += [verb.head] if not is_said or any(each.lower_ == "yes" for each in verb.head.children) else []
    denied = [each for each in answers if any(child.lower_ in ("no", "never", "not", "n't") for child in each.subtree)]
    return subjects(answers[0]) if answers and not denied else ()


def _of_theirs(verb: Token, doer: str) -> tuple[str, ...]:
    """The other of the two whose something is when one does it: "Ben proposed on their second anniversary"."""
    beside = (each for each in verb.children if each.dep_ == "obl" and each.lemma_ not in LASTING)
    owners = (owner for child in beside for owner in children(child, "nmod:poss") if owner.lower_ == "their")
    pairs = (people(owner) for owner in owners)
    return next((tuple(key for key in pair if key != doer) for pair in pairs if len(pair) == 2 and doer in pair), ())


def _has_other_object(frame: Frame, words: list[Token]) -> bool:
    """Whether the verb is done to somebody or something else than the two.

    "They now split their time", "they met the press", "both were married to other people".
    """
    inside = [child for child in words[0].children if child not in words and child.lower_ not in RECIPROCAL]
    is_to_others = any(fills(child, frame.slots, is_verb=True) and child.tag_ in ("NNS", "NNPS") for child in inside)
    # "they parted following a row": trees have objects with a preposition
    return is_to_others or any(child.dep_ == "obj" and not children(child, "case") for child in inside)


def _told_by_nouns(words: list[Token], lexicon: Lexicon) -> Iterator[tuple[str, ...]]:
    """The couples that the nouns of a frame tell of by themselves."""
    for word in words[1:]:
        for frame in lexicon.alone("noun", word.lemma_.lower()):
            yield from _noun_pairs(frame, [word])


def _is_of_others(words: list[Token], doers: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether the event noun of the frame has a possessor who is none of the subjects."""
    nouns = [word for word in words[1:] if lexicon.alone("noun", word.lemma_.lower())]
    owners = [key for word in nouns for child in word.children if child.dep_ == "nmod:poss" for key in people(child)]
    return bool(owners) and not set(owners) & set(doers)


def _is_theirs(words: list[Token]) -> bool:
    """Whether the possessor of the frame's noun is "their"."""
    return any(child.lower_ == "their" for word in words[1:] for child in children(word, "nmod:poss"))


def _noun_pairs(frame: Frame, words: list[Token]) -> list[tuple[str, ...]]:
    """Possessor and slots: "her divorces from Adam in 2009 and Ben in 2012" tell of two couples."""
    head = words[0]
    if head.dep_ == "compound" and head.head.lemma_ not in EVENT_HEADS:
        return [()]
    whole = _measure_of(head)
    owners = unique(key for word in (whole, head) for owner in children(word, "nmod:poss") for key in people(owner))
    found = unique((*slot_people(frame, words), *_predicate_people(frame, head)))
    if len(owners) == 2 and whole != head:  # "their 14 years of marriage"
        return [owners]
    if not found and (is_had(head) or whole.dep_ == "obj" != head.dep_):  # "they celebrated 14 years of marriage"
        return [doers if len(doers := subjects(whole.head)) == 2 else ()]
    is_many = head.tag_ in ("NNS", "NNPS")
    is_of_both = any(preposition(child) in ("of", "between") for child in head.children)
    is_of_nobody = not any(child.dep_ == "nmod:poss" for child in head.children)
    if found and is_of_nobody and (len(found) == 1 or (is_many and not is_of_both)):
        if owner := _owner_of_slot(frame, head):  # "she celebrated the wedding of Ben to his girlfriend Ada"
            return [unique((*owner, *found))]
        head = first_conjunct(_governed(whole))
        governor = head.head  # "announced her marriage to Jane" has a possessor; "had a wedding with Jane" a subject
        if head.dep_ in ("obj", "obl") and is_verb(governor) and not is_others_wedding(head):
            doers = subjects(governor)
            if is_many and len(found) > 1:  # "had romances with Ben, Carl and Dan"
                return [(doers[0], other) for other in found if other not in doers] if len(doers) == 1 else []
            found = unique((*doers, *found))
    others = tuple(key for key in found if key not in owners)
    if len(owners) == 1 and len(others) > 1 and is_many:
        return [(owners[0], other) for other in others]
    return [found]


def _governed(noun: Token) -> Token:
    """The noun that stands in the clause for what is told: the rumours of "she sparked rumours of a romance with Ben".

    So do the affairs of "she had several affairs, including a romance with Ben".
    """
    above, case = noun.head, preposition(noun)
    if noun.dep_ != "nmod" or children(above, "nmod:poss"):
        return noun
    return above if (case == "of" and above.lemma_ in UNTOLD) or case == "including" else noun


def _measure_of(noun: Token) -> Token:
    """The years of "14 years of marriage", which stand in the clause in its stead; else the noun."""
    is_measured = noun.dep_ == "nmod" and preposition(noun) == "of" and noun.head.lemma_ in LASTING
    return noun.head if is_measured and not children(noun, "det", "nmod:poss") else noun


def _owner_of_slot(frame: Frame, noun: Token) -> tuple[str, ...]:
    """Whose the other one is told to be: his in "the wedding to his girlfriend Ada"."""
    slots = [child for child in noun.children if fills(child, frame.slots, is_verb=False)]
    return unique(key for slot in slots for each in children(slot, "nmod:poss") for key in people(each))


def _predicate_people(frame: Frame, noun: Token) -> tuple[str, ...]:
    """Of whom a copula says the noun: "her second marriage was to John"."""
    predicate = noun.head
    is_said = noun.dep_ in SUBJECT and any(child.dep_ == "cop" for child in predicate.children)
    return people(predicate) if is_said and preposition(predicate) in frame.slots else ()


def _is_predicate(head: Token) -> bool:
    """Whether it says something of a subject: "engaged to him", "are a couple", not "the married", "are the couple".

    Nor what is done together: "enjoyed some time together with her mother".
    """
    is_known = head.pos_ == "NOUN" and any(child.lower_ in ("the", "this", "that") for child in children(head, "det"))
    return head.dep_ not in ("amod", "compound", "case", "advmod") and not is_known
