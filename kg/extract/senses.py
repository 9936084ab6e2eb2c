"""Whether the words of a frame mean something else than its event: "met up with friends", "reunited for the photo"."""

from spacy.tokens import Token

from kg.dates.phrases.lexicon import ORDINALS
from kg.extract.couples import is_courting
from kg.extract.figurative import is_figurative
from kg.extract.lexicon import Frame
from kg.extract.partings import is_bare_relative, is_left_somewhere, is_parting
from kg.extract.roles import SPOUSES, people
from kg.extract.subjects import subjects
from kg.extract.tree import (
    PRESENT,
    children,
    is_finite,
    is_passive,
    is_when,
    left_modifiers,
    preposition,
    word_beside,
)
from kg.nlp.marks import Mention, mention_at, people_of

_AGAIN = frozenset("again regularly often frequently occasionally repeatedly daily weekly monthly twice".split())
_TAKING = frozenset(("take", "bring", "drive", "escort", "accompany", "conduct", "lead", "carry"))
_OCCASIONS = frozenset(("occasion", "time", "day", "week", "month", "year"))
_BARRIERS = frozenset(
    "border coronavirus covid covid-19 deployment distance lockdown ocean pandemic quarantine restriction war".split()
)
_UNSEEN = frozenset(
    "secret private public lockdown quarantine isolation haste front style spring summer autumn fall winter".split()
)
_WORKS = frozenset("comedy drama episode film movie musical opera play production season series show video".split())
NETWORKS = frozenset("instagram twitter facebook tiktok youtube snapchat zoom tinder bumble hinge grindr".split())
_TRADES = frozenset("business creative musical professional working".split())
_BONDS = frozenset("partnership relationship".split())
_COMING = frozenset("back come get go return".split())
_STANDING = {("marriage",), ("relationship",)}  # that may begin to fall apart: "their romance began to blossom"
_COURTSHIPS = {("romance",), ("affair",), ("courtship",), ("liaison",)}
_GROWING = frozenset("bloom blossom bud develop flourish flower form grow heat take".split())  # as love begins to do
_AUDIENCES = frozenset(  # who is engaged by what is sold or posted, and at what
    "audience citizen civic community concert consumer customer digital employee fan investor media military online "
    "patient political professional public reader social speaking student user viewer".split()
)
_EACH = frozenset(  # what two may do each for themselves: "Ada and Ben taught", "won medals"
    "campaign exhibit invent involve lead lecture participate rehearse research serve take teach win".split()
)
_AFFAIRS = frozenset("difference issue marriage problem relationship romance thing".split())
APART = {"apart", "different", "separate", "separately", "respective"}
PLACING = {"at", "in", "from", "inside", "outside", "around", "into", "to"}
NUMBERS = {*ORDINALS[:10]}  # of wives
ALIVE = frozenset(
    "custody court crowd fair market fog maze airport election adoption divorce affair".split()
)  # in which nobody dies who is lost
ENDING = {"with", "by", "on", "upon", "in"}  # before the death that ends a marriage


def looks_back(word: Token) -> bool:
    """ "They were an item back in March": the time is looked back at, and nobody came back."""
    doc, i = word.doc, word.i
    return (
        word.lower_ == "back"
        and i + 2 < len(doc)
        and doc[i + 1].lower_ in ("in", "on")
        and doc[i + 2].ent_type_ == "DATE"
    )


def is_other_sense(frame: Frame, head: Token) -> bool:
    """ "Met up with friends" is no first meeting, "moved in for a kiss" no move."""
    is_wife = frame.needs[:1] in (("mrs",), ("mrs.",))
    if _is_in_title(head) or is_figurative(frame, head):
        return True
    if (is_wife and not _is_husbands(head)) or ((frame.head, frame.needs) == ("leave", ()) and not is_parting(head)):
        return True
    if frame.head == "leave" and frame.needs in (("wife",), ("husband",)) and is_left_somewhere(head):
        return True
    if frame.head in ("lose", "bury") and frame.type == "widowed" and not _is_lost(head):
        return True
    if (frame.head, frame.needs) == ("ask", ("marry",)) and _is_question(head):
        return True
    if (frame.head, frame.needs) == ("take", ("wife",)) and _is_of_his(head):
        return True
    if frame.type == "reconciled" and (_has_occasion(head) if head.lemma_ == "reunite" else _is_moved(head)):
        return True
    if frame.type == "reconciled" and frame.head in _COMING and _is_journey(frame, head):
        return True
    if frame.head in ("rekindle", "reignite") and any(map(_is_of_pastime, children(head, "obj"))):
        return True
    if frame.head == "make" and frame.type == "reconciled" and _is_made_of(head):
        return True
    if frame.head == "make" and frame.type == "married" and not _is_made_spouse(head):
        return True
    if frame.head == "follow" and children(head, "obj"):  # "depression followed the divorce"
        return True
    if frame.type == "worked_together" and _is_no_work(frame, head):
        return True
    if frame.type == "separated" and head.lemma_ in ("separate", "separated") and _is_kept_apart(head):
        return True
    if frame.type == "separated" and (_is_ended_by_death(head) or (frame.head == "desert" and not _is_done_to(head))):
        return True
    if frame.head == "walk" and frame.type == "separated" and _is_of_both(head):
        return True
    if _is_of_trade(head) or (frame.head == "dump" and _is_voted_out(head)):
        return True
    if (frame.head, frame.needs) == ("unite", ()) and "to" not in map(preposition, head.children):
        return True  # "the pair united against the mill", "remain united"
    if frame.head == "propose" and _is_suggestion(head):
        return True
    if head.lemma_ == "engagement" and not _AUDIENCES.isdisjoint(left_modifiers(head)):
        return True  # "our customer engagement", "a speaking engagement"
    if frame.type == "engaged" and any(_is_busy(each) for each in (head, *children(head, "xcomp"))):
        return True
    if (head.lemma_ == "appear" or frame.needs in _STANDING) and children(head, "xcomp"):
        return True  # "they appeared to be happy", "appeared united", "their marriage began to fall apart"
    if frame.needs in _COURTSHIPS and any(each.lemma_ not in _GROWING for each in children(head, "xcomp")):
        return True  # "their romance began to crumble"
    if frame.type == "living_together" and (_is_apart(head) or _is_no_place(head)):
        return True
    if frame.head == "accept" and _is_of_both(head):
        return True
    if frame.type == "engagement_ended" and _is_barred(head):
        return True
    if (frame.head == "meet" and _is_encounter(head)) or (frame.type == "met" and _is_repeated(head)):
        return True
    if head.lemma_ == "affair" and _is_business(head):
        return True
    if (frame.head, frame.type) == ("see", "dating") and not is_courting(head):
        return True
    if "see" in frame.needs and any(_is_of_itself(each) for each in children(head, "xcomp")):
        return True
    if (frame.head, frame.needs) == ("get", ("together",)) and _has_occasion(head):
        return True
    if frame.head == "move" and frame.type == "dating_began" and _is_moved_to(head):
        return True
    if (frame.head, frame.needs) == ("fall", ()) and frame.type == "dating_began" and not _is_for_somebody(head):
        return True
    if frame.needs == ("live",) and not any(child.lemma_ == "live" and child.tag_ == "VB" for child in head.children):
        return True  # "she moved out and lived with her mother"; not "moved to Leeds to live with him"
    return frame.type == "moved_in" and _is_no_move(head)


def _is_for_somebody(verb: Token) -> bool:
    """ "They fell for each other", "whom she fell for"; not "they fell out and parted"."""
    return any("for" in (preposition(child), child.lower_) for child in verb.children)


def _is_moved_to(verb: Token) -> bool:
    """ "He moved on to Leeds with her", "moved on from the subject", "both moved on": to another place or thing."""
    told = [(preposition(child), people_of(verb.doc, child)) for child in verb.children]
    is_elsewhere = any(word in ("to", "into", "from") and not who for word, who in told)
    return is_elsewhere or not any(word == "with" for word, _ in told)


def _is_business(noun: Token) -> bool:
    """ "Meddled in the affairs of Ada", "Ben's affairs"; not "his affairs with Ada", "the affair of Ada and Ben"."""
    return noun.tag_ == "NNS" and not any(preposition(child) in ("with", "between") for child in noun.children)


def _is_no_move(verb: Token) -> bool:
    """ "He moved in for a kiss"; "after she moved back in": to where she had lived, unless "with Ben"."""
    told = {preposition(child) for child in verb.children}
    return "for" in told or ("with" not in told and any(child.lower_ == "back" for child in children(verb, "advmod")))


def _is_barred(verb: Token) -> bool:
    """ "They had to call it off due to the pandemic": the celebration, and not the engagement."""
    return any(token.lemma_.lower() in _BARRIERS for token in verb.subtree)


def _is_lost(verb: Token) -> bool:
    """Whether a wife or husband is lost, and nothing of theirs: "she lost her husband", not "her husband's ring"."""
    lost = [child for child in children(verb, "obj") if child.lemma_ in SPOUSES]
    ends = [max(child.right_edge.i + 2, *(each.i for each in (verb, *children(verb, "obj")))) for child in lost]
    behind = [each for child, end in zip(lost, ends, strict=True) for each in child.doc[child.i : end]]
    return bool(lost) and all(each.tag_ != "POS" for each in behind) and not is_lost_to(verb)


def is_lost_to(verb: Token) -> bool:
    """Whether somebody has whom another loses: "lost her husband to Ada", "lost his son in a custody battle"."""
    beside = [child for child in verb.children if child.dep_.startswith("obl")]
    words = {word.lemma_.lower() for child in beside for word in child.subtree}
    return bool(words & ALIVE) or any(preposition(child) == "to" and people(child) for child in beside)


def _is_of_itself(verb: Token) -> bool:
    """ "They began to see themselves as artists": whom one courts is another."""
    return any(each.lower_.endswith(("self", "selves")) for each in children(verb, "obj"))


def _is_in_title(word: Token) -> bool:
    """Whether a capital within a sentence makes the word part of a name: "a Married At First Sight couple"."""
    if not word.text.istitle():
        return False
    before = word.nbor(-1) if word.i > word.sent.start else word
    if before.is_space and before.i > word.sent.start:  # the mark of italics
        before = before.nbor(-1)
    after = word.nbor() if word.i + 1 < len(word.doc) else word
    is_led = after.text.istitle() and after.pos_ == "ADP" and any(each.is_lower for each in word.sent)
    # "the play Ada Roe Meets Ben Poe"
    is_said = (
        word.tag_ == "VBZ" and before.is_alpha and after.text.istitle() and any(each.is_lower for each in word.sent)
    )
    return is_led or ((before.is_lower or is_said) and word.idx >= word.doc._.body)


def _is_encounter(verb: Token) -> bool:
    """ "They met up", "met again in May", "met the king to discuss terms", "met with her": no first meeting."""
    is_first = any(child.lower_ == "first" for child in verb.children)
    is_again = any(child.lower_ in _AGAIN for child in children(verb, "advmod"))
    has_purpose = any(child.tag_ == "VB" and children(child, "mark") for child in children(verb, "advcl", "xcomp"))
    withs = [child for child in children(verb, "obl") if preposition(child) == "with"]
    is_talk = any(child.left_edge.i == verb.i + 1 and people_of(verb.doc, child) for child in withs)
    is_called_for = _is_called_for(verb)
    return (
        bool(children(verb, "compound:prt")) or is_again or (not is_first and (has_purpose or is_talk or is_called_for))
    )


def _is_called_for(verb: Token) -> bool:
    """ "He met her at the station and took her home": as somebody he knew of."""
    taken = [each for each in children(verb, "conj") if each.lemma_ in _TAKING]
    return any(child.tag_ == "PRP" for each in taken for child in children(each, "obj"))


def _is_repeated(verb: Token) -> bool:
    """ "They cross paths on occasion": what happens now and then is no first meeting."""
    is_now = verb.tag_ in PRESENT and not children(verb, "aux")
    return is_now and any(child.lemma_ in _OCCASIONS for child in children(verb, "obl", "obl:unmarked"))


def _is_of_both(verb: Token) -> bool:
    """ "They accepted a proposal from the choirmaster", "both walked out": nobody proposes to two, or leaves so."""
    return bool(children(verb, "nsubj")) and len(subjects(verb)) > 1


def _is_of_his(verb: Token) -> bool:
    """ "He took his wife to court": the one he has; not "took a wife", "took his second wife in 1850"."""
    wives = [each for each in children(verb, "obj") if children(each, "nmod:poss")]
    return any(NUMBERS.isdisjoint(left_modifiers(each)) for each in wives)


def _is_question(verb: Token) -> bool:
    """Whether somebody is asked if they will marry, as interviewers do: "asked whether he would", "about marrying"."""
    clauses = [each for each in children(verb, "ccomp", "advcl") if each.lemma_ == "marry"]
    if any(each.tag_ == "VBG" for each in clauses):
        return True
    return not children(verb, "nsubj") and any(children(each, "mark") and is_finite(each) for each in clauses)


def _has_occasion(verb: Token) -> bool:
    """Whether two come together for something else than each other: "reunited for the school run", "to mark it"."""
    is_for = any(preposition(child) == "for" and child.ent_type_ != "DATE" for child in verb.children)
    return is_for or any(child.tag_ == "VB" for child in children(verb, "advcl", "xcomp"))


def _is_made_spouse(verb: Token) -> bool:
    """ "He made her his wife", "she was made his wife"; not "he made his wife a cake"."""
    spouses = [each for child in verb.children for each in (child, *child.children) if each.lemma_ in SPOUSES]
    return is_passive(verb) or any(each.left_edge.i > verb.i + 1 for each in spouses)


def _is_journey(frame: Frame, word: Token) -> bool:
    """ "They came back in May", "were back with a bang", "returned to York": not to each other."""
    near = (each for child in (word, *children(word, "advmod", "compound:prt")) for each in child.children)
    return "together" not in frame.needs and not any(
        preposition(child) in frame.slots and people(child) for child in near
    )


def _is_of_pastime(love: Token) -> bool:
    """Whether what is rekindled is one's love of something: "her love of tennis", "his passion for the stage"."""
    told = [child for child in love.children if preposition(child) in ("of", "for")]
    return any(not people_of(love.doc, child) for child in told)


def _is_made_of(verb: Token) -> bool:
    """ "They made up for lost time", "he made up the gang", "a flat made up of two rooms", "she went make-up free"."""
    is_one_word = bool(children(verb, "compound:prt")) and word_beside(verb) in ("-", "‑", "‐")
    is_for = any(preposition(child) in ("for", "of") for child in verb.subtree)
    return is_one_word or bool(children(verb, "obj")) or is_for


def _is_no_work(frame: Frame, verb: Token) -> bool:
    """ "The couple appeared in good spirits", "played with her", "worked on their marriage", "worked up a sweat"."""
    if frame.needs and frame.needs != ("together",):  # "joined forces with her"; a civil partnership is a marriage
        inside = [child for each in verb.children for child in (each, *each.children)]
        if "fame" in frame.needs:  # each for themselves, unless in one show
            return not any(_is_in_work(child) or preposition(child) in frame.slots for child in inside)
        if verb.lemma_ in _EACH and not frame.plural and not any(preposition(each) in frame.slots for each in inside):
            return not any(child.lower_ in ("along", "together", "jointly") for child in verb.subtree)
        return any(child.lower_ == "civil" for child in inside)
    told = [(preposition(child), child) for child in verb.children]
    is_together = any(child.lower_ == "together" for child in verb.children)
    persons = {"for", "under"}  # that join people alone: not "they had been working for a year"
    is_with = any(word in frame.slots and (word not in persons or people_of(verb.doc, child)) for word, child in told)
    if verb.lemma_ == "work":  # "Ada and Ben worked in trade", each for themselves
        is_it = not is_together  # "working on it"
        is_on = any(
            word == "on" and (child.lemma_ in _AFFAIRS or (child.lower_ == "it" and is_it)) for word, child in told
        )
        is_alone = not is_with and not is_together and not any(word == "on" for word, _ in told)
        return is_on or is_alone or bool(children(verb, "compound:prt", "obj"))
    if verb.lemma_ in ("compete", "serve"):  # "they were to be served"
        return not is_with
    if verb.lemma_ in _EACH:
        return not (is_with or is_together)
    if verb.lemma_ in ("record", "act"):  # "they recorded a message", "both acted well"
        return bool(children(verb, "obj")) or not (is_with or is_together)
    if verb.lemma_ not in ("appear", "play") or is_with:
        return False
    around = {"in", "on", "at"} if verb.lemma_ == "play" else {"in", "on", "for", "at"}  # not "played for Sweden"
    places = [each for each in told if each[0] in around and each[1].ent_type_ != "DATE"]
    is_work = any(_is_name_of_work(*each) or each[1].lemma_ in _WORKS for each in places)
    return not is_work and not (is_together and verb.lemma_ == "play")


def _is_in_work(noun: Token) -> bool:
    before = preposition(noun)
    return (
        before in ("in", "on")
        and noun.ent_type_ != "DATE"
        and (noun.lemma_ in _WORKS or _is_name_of_work(before, noun))
    )


def _is_name_of_work(before: str, noun: Token) -> bool:
    """ "On Love Harbour", "in Hamlet"; not "on Instagram", "in York"."""
    is_place = noun.ent_type_ == "PLACE" and before != "on"
    return noun.pos_ == "PROPN" and noun.lower_ not in NETWORKS and not is_place


def _is_kept_apart(word: Token) -> bool:
    """ "They were separated for months amid the pandemic", "by the war": by what keeps people from each other."""
    if any(not people_of(word.doc, agent) for agent in children(word, "obl:agent")):  # "by a glass wall"
        return True
    is_done_to = bool(children(word, "aux:pass", "cop"))  # not "she separated from him during the pandemic"
    return is_done_to and any(token.lemma_.lower() in _BARRIERS for token in word.subtree if token.i > word.i)


def _is_ended_by_death(word: Token) -> bool:
    """ "The marriage ended with her death", "their romance ended when he died": nobody parted."""
    clauses = [each for each in children(word, "advcl") if each.lemma_ == "die" and is_when(each)]
    deaths = [each for each in children(word, "obl") if each.lemma_ == "death"]
    return word.lemma_ == "end" and any(clauses or (preposition(each) in ENDING for each in deaths))


def _is_of_trade(word: Token) -> bool:
    """ "He ended their professional relationship": of two who worked with each other."""
    nouns = (each for each in (word, *children(word, "obj", "nsubj", "nsubj:pass")) if each.lemma_ in _BONDS)
    return any(child.lower_ in _TRADES for noun in nouns for child in children(noun, "amod", "compound"))


def _is_voted_out(verb: Token) -> bool:
    """ "She was dumped from the island": by viewers."""
    return any(preposition(child) in ("from", "off") for child in children(verb, "obl", "nmod"))


def _is_suggestion(verb: Token) -> bool:
    """ "He proposed that they write", "the system he had proposed", "was proposed for the chair": not to anybody."""
    if children(verb, "ccomp", "xcomp", "nsubj:pass", "aux:pass"):
        return True
    if any(each.lemma_ not in ("marriage", "union") for each in children(verb, "obj")):
        return True
    return is_bare_relative(verb)


def _is_busy(word: Token) -> bool:
    """ "They engaged in talks", "became engaged with art", "was engaged as a clerk"; not "got engaged in secret"."""
    is_done = not children(word, "aux", "aux:pass", "cop") and word.tag_ == "VBD"
    if word.lower_ != "engaged":
        return False
    others = [child for child in children(word, "obl", "nmod", "obl:agent") if child.ent_type_ not in ("DATE", "GPE")]
    is_in = is_done and any(preposition(child) == "in" for child in others)
    behind = [child for child in others if child.left_edge.i == word.i + 1 and not people_of(word.doc, child)]
    # "they are engaged in trade"; not "in secret", "in a small ceremony"
    doings = [each for each in behind if each.tag_ == "NN" and each.lemma_ not in _UNSEEN and not children(each, "det")]
    return is_in or any(preposition(child) in ("with", "as", "by") for child in behind) or _are_in(doings)


def _are_in(nouns: list[Token]) -> bool:
    return any(preposition(noun) == "in" and noun.ent_type_ not in ("DATE", "LOC", "FAC") for noun in nouns)


def _is_done_to(verb: Token) -> bool:
    """Whether somebody is told whom it is done to: "she deserted him", not "he deserted from the army"."""
    return bool(children(verb, "obj", "nsubj:pass"))


def _is_moved(verb: Token) -> bool:
    """ "He took her back to the hotel", "took him back from his cousin": somebody is brought to a place."""
    places = (*verb.children, *(each for child in children(verb, "advmod", "compound:prt") for each in child.children))
    return verb.lemma_ == "take" and any(preposition(child) in ("to", "from", "into") for child in places)


def _is_apart(verb: Token) -> bool:
    """ "They are living in separate countries", "live apart", "both live in Leeds": not with each other."""
    near = (token for child in verb.children for token in (child, *child.children))
    return any(token.lower_ in APART and token.i > verb.i for token in near) or any(
        child.lower_ == "both" for child in verb.lefts
    )


def _is_no_place(noun: Token) -> bool:
    """ "They sold their home", "buy their first home": nobody is said to live there, as in "at their home"."""
    return noun.pos_ == "NOUN" and (noun.tag_ == "NNS" or preposition(noun) not in PLACING)


def _is_husbands(verb: Token) -> bool:
    """ "She became Mrs Ben Poe", by a man's name or one told of by himself; not "Mrs Poe", which is her own name."""
    title = next((word for child in verb.children for word in child.children if word.lower_ in ("mrs", "mrs.")), None)
    whole = mention_at(verb.doc, title.head) if title is not None and children(title.head, "flat") else None
    men = {person.key for person in verb.doc._.people if person.gender == "male"}
    return whole is not None and (set(whole.people) <= men or _is_told_apart(verb, whole))


def _is_told_apart(verb: Token, whole: Mention) -> bool:
    """Whether somebody is also named without the title of a wife."""
    return any(
        each.people == whole.people and each.kind == "name" and verb.doc[each.start].lower_ not in ("mrs", "mrs.")
        for each in verb.doc._.mentions
    )
