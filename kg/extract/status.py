"""How a happening is told: as fact, by hearsay, as a plan, a wish, a denial, a question or a story."""

from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.averted import (
    is_as_if,
    is_averted,
    is_declined,
    is_demanded,
    is_forestalled,
    is_inverted,
    is_nobody,
    is_not_done,
    is_opposed,
    is_ordained,
    is_played,
    is_under_way,
)
from kg.extract.given import GRANTED, is_granted, is_happened_perhaps, is_narrative
from kg.extract.governors import first_told, governor, is_deed_of, is_known
from kg.extract.hearsay import is_hearsay, tells_who_says_so
from kg.extract.sentence import is_question, is_so_called, is_withdrawn
from kg.extract.stories import (
    BYWORDS,
    PROOFS,
    Cues,
    is_cue,
    is_false,
    is_said_falsely,
    is_story,
    is_told_wrongly,
    is_unsaid,
    is_untrue,
)
from kg.extract.thought import is_any, is_bare, is_in_mind, is_left_open, is_thought_of
from kg.extract.tree import (
    children,
    first_conjunct,
    is_delayed,
    is_finite,
    is_no_longer,
    is_now,
    is_verb,
    preposition,
    word_beside,
)
from kg.records import Status

BEFORE_IT = {"when", "once", "until", "till", "before"}  # words that make a present tense a future
FUTURE = {"will", "shall", "'ll", "wo", "ll", "’ll"}
TOLD = {"announce", "celebrate", "confirm", "discuss", "mark", "recall", "remember", "reveal", "share", "toast"}
ADVISING = {"suggest", "propose", "recommend", "advise", "urge", "insist", "demand", "request", "ask"}
BRANDING = {"call", "brand", "label", "describe"}  # "she called it nonsense"
KILLING = {"kill", "murder"}
LATER_THAN = {"after", "following", "since", "upon"}
PARTING = {"separate", "split", "part"}  # what two have done who tell that they decided it
# what hangs on "rumours", "possible"
DOUBTED = {"ccomp", "xcomp", "acl", "acl:relcl", "nmod", "csubj", "csubj:pass", "obl", "obj"}
SAID = {"ccomp", "xcomp", "acl", "acl:relcl", "parataxis", "csubj", "csubj:pass"}  # what hangs on a verb of saying
AIMS = {"plan", "preparation", "proposal", "talk", "hope", "intention", "negotiation"}
UNDONE = {"have", "need", "allow", "permit", "let"}  # of what negation leaves undone: "were not allowed to marry"
UNABLE = {"unable", "unwilling", "impossible"}
# what is done to reports that are not true
ATTACKING = {"slam", "blast", "decry", "ridicule", "mock", "withdraw", "retract", "invent", "fabricate", "concoct"}
HOAXES = {"hoax", "prank", "spoof", "parody", "satire"}
THROUGH = frozenset({"fall through"})  # of a wedding
MADE_UP = {"invention", "fabrication", "fiction", "hoax", "legend", "myth", "untrue", "false"}
BELIEVING = {"believe", "think", "suppose", "imagine"}
MUSING = {"think", "dream", "dreamt", "intend", "keen", "long"}  # of doing something: "is thinking of eloping"
HAVING = {"have", "give", "bear", "welcome", "share", "enjoy", "father", "adopt", "raise"}
DONE = {"VBN", "VBD"}  # tags of "saw their wedding postponed"
UNCHANGED = {"wed", "split", "quit", "set"}  # in the past
LASTING = {"together", "dating", "married", "engaged"}  # what has not been so for long, and is
UNMADE = {Status.PLANNED, Status.HYPOTHETICAL}
STEPS = 8  # governing words that may bear on a trigger


@dataclass(frozen=True, slots=True)
class Telling:
    """A status, and the token whose words decided it (None: nothing but plain assertion)."""

    status: Status
    cue: Token | None = None


def telling(
    trigger: Token, cues: Cues, *, is_tie: bool = False, is_over: bool = False, is_given: bool = False
) -> Telling:
    """The status that grammar and attribution give to what `trigger` tells.

    The words that govern the trigger are looked at from the trigger upwards; the first that takes the happening out of
    the real world decides, else the weakest hearsay. A word for a tie (`is_tie`) that has an owner takes it for
    granted: "she hopes to visit her husband". What no longer holds (`is_over`) is told to have ended. What is given
    (`is_given`) has happened, whatever is planned or guessed about it: "she wants to avenge Ben's death".
    """
    so_called = is_so_called(trigger)
    soft = Telling(Status.RUMOURED, trigger) if so_called and is_tie else None  # "with her 'husband' Ben"
    if is_tie and is_granted(trigger):
        if children(trigger, "cop"):
            return soft or Telling(Status.ASSERTED)  # "so that he could be with his wife"
        return _at(trigger, cues, is_trigger=True, is_granted=True) or soft or Telling(Status.ASSERTED)
    if is_forestalled(trigger):
        return Telling(Status.CALLED_OFF, trigger.head)
    token, is_in_story = trigger, False
    is_noun = trigger.pos_ == "NOUN" and is_any(trigger)
    is_open = is_noun or is_bare(trigger)
    is_behind = trigger.pos_ == "NOUN" and preposition(trigger) in LATER_THAN  # "came back to rest after the death of"
    for step in range(STEPS):
        is_had = step == 1 and is_noun and token.lemma_ in HAVING  # "never had a son"
        found = _at(token, cues, is_trigger=step == 0 or is_had)
        if step == 0 and is_over and found is not None and found.cue is not None and is_no_longer(found.cue):
            found = None
        if is_given and step > 0 and found is not None and is_happened_perhaps(token):
            found = None
        if found is not None and not found.status.is_real:
            return found
        soft = _weaker(soft, found)
        token = first_told(token)
        above = governor(token, cues)
        if above is None or is_known(token, above):
            break
        found = _over(token, above, cues)
        if step == 0 and is_declined(token, above) and not _is_negated(above, cues):
            return Telling(Status.NEGATED, above)
        is_in_story |= step > 0 and is_story(token, cues)
        is_past = step > 0 and is_behind and above.tag_ == "VBD" and above.lemma_ not in cues["planned"]
        if (is_in_story or is_past) and found is not None and found.status is Status.PLANNED:
            found = None  # "asked fans to stop spreading the story that they had eloped"
        if is_given and step > 0 and found is not None and found.status in UNMADE:
            found = None
        if found is not None and not found.status.is_real:
            return found
        if is_open and is_left_open(token, above, cues):
            return Telling(Status.HYPOTHETICAL, above)
        is_doubted = is_nobody(above) or _is_negated(above, cues)  # "nobody doubts that they wed"
        if (step == 0 or is_open) and not is_doubted and is_in_mind(token, above, cues):
            return Telling(Status.HYPOTHETICAL, above)
        is_open &= token.dep_ in (*GRANTED, "xcomp", "ccomp", "acl") and (step == 0 or is_bare(token))
        is_confirmed = above.lemma_ == "confirm" and is_story(token, cues)
        is_in_story &= not is_confirmed
        soft = None if is_confirmed else _weaker(soft, found)  # "they confirmed rumours that they had parted"
        token = above
    if is_question(trigger) or (so_called and not is_tie):  # "they were 'married' on the show"
        return Telling(Status.HYPOTHETICAL, trigger)
    if is_withdrawn(trigger):
        return Telling(Status.NEGATED, trigger)
    if soft is not None and soft.cue is not None and is_unsaid(soft.cue):
        return Telling(Status.DENIED, soft.cue)
    return soft or Telling(Status.ASSERTED)


def _weaker(one: Telling | None, other: Telling | None) -> Telling | None:
    if one is None or other is None:
        return one or other
    return other if other.status is Status.RUMOURED else one


def _at(token: Token, cues: Cues, *, is_trigger: bool, is_granted: bool = False) -> Telling | None:
    """What the word's own auxiliaries, adverbs and adjectives say.

    Of a tie taken for granted it says nothing that somebody comes "without her husband".
    """
    soft: Telling | None = None
    if is_trigger and (is_played(token, cues) or is_demanded(token)):
        return Telling(Status.HYPOTHETICAL, token)
    if is_trigger and is_told_wrongly(token, cues):
        return Telling(Status.DENIED, token)
    if is_trigger and token.lemma_ == "link":  # "was linked with her"
        return Telling(Status.RUMOURED, token)
    if is_trigger and token.head.lemma_ == "accuse" and token.dep_ in ("advcl", "obl") and token.lemma_ not in KILLING:
        soft = Telling(Status.REPORTED, token.head)  # "was accused of having an affair with him"
    for child in children(token, "obj", "nsubj") if is_trigger and token.lemma_ == "have" else ():
        if (
            put_off := _put_off(child, token, cues)
        ) is not None:  # "had their wedding postponed", "it had to be put off"
            return put_off
    is_alternative = token.dep_ == "conj" and any(child.lower_ in ("or", "nor") for child in children(token, "cc"))
    if is_trigger and is_alternative and _is_negated(token.head, cues):  # "are not dating or romantically involved"
        return Telling(Status.NEGATED, token.head)
    if is_trigger and (token.lemma_ in cues["pending"] or is_under_way(token)):  # "is expecting a baby"
        return Telling(Status.PLANNED, token)
    for child in token.children:
        word = child.lower_
        acted = [word] if child.dep_ != "xcomp" else [each.lower_ for each in child.children]
        if is_trigger and not cues["pretended"].isdisjoint(acted):  # "they were pretend married", "got faux hitched"
            return Telling(Status.HYPOTHETICAL, child)
        if is_trigger and is_not_done(token, child, cues) and not (is_granted and child.dep_ == "case"):
            return Telling(Status.NEGATED, child)
        if is_as_if(child):  # "behaves as if she had married"
            return Telling(Status.HYPOTHETICAL, child)
        is_ahead = word in BEFORE_IT and child.dep_ in ("mark", "advmod") and child.i < token.i
        if is_ahead and _is_present(token):  # "when they get married"; not "they have married before"
            return Telling(Status.PLANNED, child)
        if word == "longer" and is_no_longer(child):  # "they no longer live together"
            return Telling(Status.NEGATED, child)
        if is_trigger and is_inverted(child) and not is_question(token):  # "had she not died, he would have"
            return Telling(Status.HYPOTHETICAL, child)
        if child.dep_ in ("aux", "aux:pass") and word in FUTURE and is_trigger:
            return Telling(Status.PLANNED, child)
        if is_trigger and word == "to" and is_ordained(token, child):
            return Telling(Status.PLANNED, child)
        is_before = child.dep_ in ("case", "mark", "advmod") and child.i < token.i and word_beside(child) == "to"
        if is_trigger and is_before and word in cues["planned"] and is_verb(token):  # "due to wed in May"
            return Telling(Status.PLANNED, child)
        is_late = is_trigger and is_delayed(token) and _is_negated(token, cues)  # "could not marry until 1921"
        if child.dep_ == "aux" and word in cues["possible"] and not is_late:
            return Telling(Status.HYPOTHETICAL, child)
        if child.dep_ == "aux" and child.lemma_ == "would" and not is_late and not is_narrative(token):
            return Telling(Status.HYPOTHETICAL, child)
        is_denial = (
            word in cues["negation"] and child.dep_ in ("advmod", "det", "cc", "cc:preconj") and not _only(child)
        )
        if is_granted and child.dep_.startswith("cc") and not children(first_conjunct(token), "cop"):
            continue  # "neither Ada nor her husband has spoken"
        if is_denial and child.dep_ == "advmod" and (is_delayed(token) or _is_no_denial(token)):
            continue  # "were not seen together until May"
        is_no = any(each.lower_ == "no" for each in children(child, "det"))
        if (
            child.dep_ == "expl"
            and token.lemma_ == "be"
            and any(each.lower_ in cues["negation"] for each in token.children)
        ):
            return Telling(Status.NEGATED, token)  # "there was never a romance"
        if child.dep_ in ("obj", "nsubj", "nsubj:pass") and is_trigger and is_no:
            return Telling(Status.NEGATED, child)  # "they had no children"
        if is_denial and (is_trigger or token.lemma_ in cues["carrying"]):  # "it is no surprise that they met" is none
            return Telling(Status.NEGATED, next(filter(is_no_longer, token.children), child))
        if child.dep_ == "mark" and word in ("if", "unless", "whether") and is_verb(token):
            return Telling(Status.HYPOTHETICAL, child)
        if child.dep_ == "amod" and word in cues["coming"]:
            return Telling(Status.PLANNED, child)
        if word in cues["unsure"] and child.dep_ == "advmod" and is_trigger:  # "they likely met at court"
            soft = Telling(Status.RUMOURED, child)
        elif word in cues["reported"] or (child.dep_ == "amod" and word in ("alleged", "reported", "supposed")):
            soft = Telling(Status.REPORTED, child)
        elif child.dep_ == "amod" and word in cues["rumour"]:
            soft = Telling(Status.RUMOURED, child)
        elif child.dep_ == "parataxis" and child.lemma_ in cues["reporting"] and is_hearsay(child, cues):
            soft = Telling(Status.REPORTED, child)  # "they have parted, it is reported"
        elif any(tells_who_says_so(each) for each in (child, *(child.children if child.dep_ == "xcomp" else ()))):
            soft = Telling(Status.REPORTED, child)  # "they parted, according to the Mail", "began dating, according to"
    if soft is None and token.dep_ == "parataxis":  # "It is over: they have parted, reports claim"
        told = [each for each in token.head.rights if each.i > token.i and each.lemma_ in cues["reporting"]]
        if told and told[0].dep_ == "parataxis" and is_hearsay(told[0], cues):
            soft = Telling(Status.REPORTED, told[0])
    return soft


def _over(token: Token, above: Token, cues: Cues) -> Telling | None:
    """What a governing word says of the clause or noun below it."""
    lemma = above.lemma_.lower()
    is_infinitive = any(child.lower_ == "to" and child.dep_ == "mark" for child in token.children)
    if _is_denied(token, above, cues):  # "neither confirmed nor denied it" leaves it open
        is_open = any(child.lower_ in cues["negation"] for child in children(above, "advmod", "cc"))
        return Telling(Status.HYPOTHETICAL if is_open else Status.DENIED, above)
    is_said = token.dep_ in SAID or (token.dep_ == "advcl" and is_infinitive)  # "is rumoured to be dating him"
    if is_said and is_said_falsely(above):
        return Telling(Status.DENIED, above)  # "it was wrongly reported that they had married"
    if is_said and lemma in BELIEVING and is_nobody(above):  # "few believe that they married"
        return Telling(Status.NEGATED, above)
    if token.dep_ in DOUBTED and lemma in PROOFS and any(child.lower_ == "no" for child in children(above, "det")):
        return Telling(Status.NEGATED, above)  # "there is no evidence that they met"
    if token.dep_ in DOUBTED and lemma in PROOFS and children(above, "cop") and _is_negated(above, cues):
        return Telling(Status.HYPOTHETICAL, above)  # "this is no proof that they met"
    if lemma in ADVISING and token.dep_ == "ccomp" and token.tag_ == "VB":  # "he suggested that she meet Ben"
        return Telling(Status.HYPOTHETICAL, above)
    is_called = lemma in BRANDING and token.dep_ in ("obj", "nsubj:pass", "xcomp")
    if is_called and is_false(above):
        return Telling(Status.DENIED, above)  # "she called talk of a romance nonsense"
    is_off = is_cue(above, cues["called_off"]) and token.dep_ in ("obj", "nsubj:pass", "xcomp")
    if is_off or (token.dep_ == "nsubj" and is_cue(above, THROUGH)):
        return Telling(Status.CALLED_OFF, above)
    if token.dep_ == "nsubj" and token.pos_ == "NOUN" and above.lemma_ in MADE_UP and children(above, "cop"):
        return Telling(Status.DENIED, above)  # "their marriage is an invention"
    if is_averted(token, above, cues) and not _is_negated(above, cues):
        return Telling(Status.NEGATED, above)
    if is_infinitive and any(child.lower_ == "yet" for child in (*above.children, *token.children)):
        return Telling(Status.NEGATED, above)  # "they have yet to finalise it"
    if lemma == "wait" and above.tag_ == "VBG" and is_infinitive:  # "are waiting to wed"
        return Telling(Status.PLANNED, above)
    is_on = any(child.lower_ == "on" for child in above.children)  # "met in May, going on to marry"
    if above.lower_ == "going" and is_infinitive and not is_on:  # "were going to marry": not "went on to marry"
        return Telling(Status.PLANNED, above)
    if lemma == "go" and above.tag_ != "VBD" and preposition(token) == "through":  # "is going through a divorce"
        return Telling(Status.PLANNED, above)
    if lemma == "look" and any(child.lower_ in ("ahead", "forward") for child in above.children):
        return Telling(Status.PLANNED, above)
    if lemma == "away" and any(child.lower_ == "from" for child in token.children):  # "weeks away from marrying"
        return Telling(Status.PLANNED, above)
    is_undone = lemma in UNDONE and any(child.lower_ in cues["negation"] for child in above.children)
    if (is_infinitive or token.tag_ == "VB") and (is_undone or lemma in UNABLE):  # "they did not have to part"
        return Telling(Status.NEGATED, above)
    is_talk = token.dep_ == "advcl" and any(child.lower_ == "about" for child in children(token, "mark"))
    if lemma in cues["pretended"] and (token.dep_ in ("xcomp", "ccomp") or is_talk):  # "joked about getting married"
        return Telling(Status.HYPOTHETICAL, above)
    if is_opposed(token, above) or (lemma == "wish" and token.dep_ == "ccomp"):  # "wished she had married him"
        return Telling(Status.HYPOTHETICAL, above)
    is_told = lemma in cues["reporting"] and bool(
        children(above, "aux:pass", "nsubj:pass")
    )  # "are thought to be dating"
    if is_infinitive and (is_told or lemma == "know") and _is_negated(above, cues):
        return Telling(Status.NEGATED, above)  # "she is not known to have married"
    is_pending = is_cue(above, cues["pending"])
    is_meant = is_infinitive or ((is_pending or lemma in MUSING) and is_thought_of(token))
    if lemma in cues["planned"] and is_meant and not is_told:
        return _plan(above, cues)
    is_ahead = token.dep_ == "obl" and preposition(token) == "for"  # "plan for their wedding"
    if is_pending and (is_ahead or token.dep_ in ("obj", "nsubj:pass")):
        return _plan(above, cues)
    if (put_off := _put_off(token, above, cues)) is not None:
        return put_off
    if (found := _hearsay(token, above, cues, is_said=is_said)) is not None:
        return found
    is_purpose = is_infinitive and token.dep_ in ("advcl", "acl") and lemma not in ("go", "come", "live")
    # "he travelled to marry her", "plans to wed": not "he went on to marry her"
    is_made = lemma == "decision" and token.lemma_ in PARTING  # "made the decision to separate"
    is_outcome = any(child.lower_ == "only" for child in children(token, "advmod"))  # "only for them to part again"
    if is_purpose and token.lemma_ not in TOLD and not is_made and not is_outcome and not is_deed_of(above):
        return Telling(Status.PLANNED, above)
    is_talked = lemma == "talk" and token.dep_ in ("nmod", "acl")
    if is_talked and token.lemma_ not in ("marriage", "wedding", "engagement"):  # "talk of a romance between them"
        return Telling(Status.RUMOURED, above)
    if lemma in AIMS and token.dep_ in ("nmod", "acl", "compound"):
        return _plan(above, cues)
    return None


def _put_off(token: Token, above: Token, cues: Cues) -> Telling | None:
    """What is done to it in other words: "saw their wedding postponed", "it had to be called off", "is on hold"."""
    if token.dep_ == "obj":
        behind = [each for each in children(above, "xcomp", "advcl") if each.i > token.i and each.tag_ in DONE]
        done = [each for each in behind if not children(each, "mark", "nsubj", "aux", "obj")]
    else:
        is_subject = token.dep_ in ("nsubj", "nsubj:pass")
        done = [each for each in children(above, "xcomp") if is_subject and children(each, "aux:pass")]
        if is_subject and above.lemma_ == "hold" and preposition(above) == "on" and children(above, "cop"):
            return Telling(Status.PLANNED, above)
    if any(is_cue(each, cues["called_off"]) for each in done):
        return Telling(Status.CALLED_OFF, above)
    return Telling(Status.PLANNED, above) if any(is_cue(each, cues["pending"]) for each in done) else None


def _hearsay(token: Token, above: Token, cues: Cues, *, is_said: bool) -> Telling | None:
    """What a rumour, a story or a verb of saying makes of its content: "rumours that", "it is said that"."""
    lemma = above.lemma_.lower()
    is_noun = above.pos_ == "NOUN"
    if is_noun and (is_story(above, cues) or lemma == "news") and is_untrue(above):
        return Telling(Status.DENIED, above)
    if (is_said or token.dep_ in DOUBTED) and (lemma in cues["rumour"] or lemma in cues["uncertain"]):
        return Telling(Status.RUMOURED, above)
    is_clause = token.dep_ in ("acl", "acl:relcl") and is_finite(token)  # not "a report published after the wedding"
    if is_noun and lemma in cues["stories"] and (is_clause or (token.dep_ == "nmod" and lemma in cues["reporting"])):
        return Telling(Status.REPORTED, above)
    is_to = any(child.lower_ == "to" for child in children(token, "mark"))
    if lemma in ("seem", "appear") and token.dep_ == "xcomp" and is_to:
        return Telling(Status.REPORTED, above)
    if is_said and lemma in cues["reporting"] and is_hearsay(above, cues):
        return Telling(Status.RUMOURED if lemma in cues["guessing"] else Status.REPORTED, above)
    subject = next(iter(children(above, "nsubj")), None)
    if is_said and subject is not None and subject.lemma_ in HOAXES:
        return Telling(Status.DENIED, subject)  # "a hoax said that she had died"
    if is_said and subject is not None and subject.lemma_.lower() in cues["rumour"] | BYWORDS:
        return Telling(Status.RUMOURED, subject)  # "rumours swirled that", "word has it that"
    return None


def _is_denied(token: Token, above: Token, cues: Cues) -> bool:
    """ "She denied that they had parted", "laughed off the rumours"; but "she laughed off his proposal"."""
    if above.lemma_.lower() in cues["denied"]:
        return token.dep_ in ("ccomp", "xcomp", "obj", "nsubj:pass", "acl", "nmod", "obl")
    is_made_up = above.lemma_ == "make" and bool(set(map(str, children(above, "compound:prt"))) & {"up"})
    return is_story(token, cues) and (above.lemma_ in ATTACKING or is_made_up or is_cue(above, cues["denied"]))


def _plan(word: Token, cues: Cues) -> Telling:
    """A plan, unless nobody has it or it was given up: "they do not plan to marry", "no plans", "scrapped plans"."""
    if _is_negated(word, cues):
        return Telling(Status.NEGATED, word)
    is_given_up = word.pos_ == "NOUN" and word.head.lemma_.lower() in cues["called_off"]
    return Telling(Status.CALLED_OFF if is_given_up else Status.PLANNED, word)


def _is_negated(word: Token, cues: Cues) -> bool:
    return any(child.lower_ in cues["negation"] and not _only(child) for child in children(word, "advmod", "det"))


def _is_no_denial(word: Token) -> bool:
    """Whether "not" denies another word: "have not been together for long", "did not come without its challenges"."""
    told = children(word, "obl", "advmod")
    return any(preposition(each) == "without" or (each.lower_ == "long" and word.lower_ in LASTING) for each in told)


def _is_present(verb: Token) -> bool:
    """Whether the clause is in the present: "get married", "marries"."""
    words = [verb, *children(verb, "aux", "aux:pass", "cop")]
    if verb.lower_ in UNCHANGED:  # "they were not married until 2018, when they wed"
        words += [verb.sent.root, *verb.sent.root.children]
    return is_now(verb) and not any(word.tag_ == "VBD" for word in words)


def _only(word: Token) -> bool:
    return word_beside(word) in ("only", "just", "long", "until", "before")
