"""What a text takes for granted, whatever it plans, asks or guesses about it: ties, deaths, what came later."""

from spacy.tokens import Token

from kg.extract.tree import children, first_conjunct, preposition
from kg.nlp.marks import mention_at

GRANTED = {"obj", "obl", "nmod", "nmod:poss", "nsubj", "nsubj:pass", "iobj", "appos", "conj"}
BESIDE = {"with", "near", "beside", "alongside", "without"}
LATER = {"later", "eventually", "subsequently", "then", "soon"}
GUESSING = {"may", "might", "must"}  # of what has happened: "may have caused his death"
ABOUT = {"about", "into", "over", "of", "for", "in", "despite", "regarding", "concerning", "surrounding"}
# who does this to a death makes, awaits or invents it
MAKING = {
    *("arrange", "attempt", "avert", "avoid", "await", "bring", "cause", "commission", "commit", "contemplate"),
    *("demand", "desire", "effect", "engineer", "ensure", "escape", "expect", "face", "fake", "fear", "feign"),
    *("foresee", "foretell", "hasten", "hope", "imagine", "mean", "orchestrate", "order", "plan", "plot", "pray"),
    *("predict", "prevent", "procure", "prophesy", "risk", "seek", "simulate", "stage", "stop", "swear"),
    *("threaten", "vow", "wait", "want", "wish"),
}
# what it is called while nobody has died yet
OPEN = {
    *("attempt", "case", "chance", "conspiracy", "danger", "dream", "event", "fear", "idea", "likelihood", "order"),
    *("plan", "plot", "possibility", "prediction", "prophecy", "prospect", "report", "risk", "rumour", "rumor"),
    *("story", "threat", "vision"),
}


def is_granted(noun: Token) -> bool:
    """ "Their son", "with wife Ada", unless that is what is said: "as his wife"; not "television's bride"."""
    is_title = noun.dep_ in ("nmod:desc", "compound") and noun.head.ent_type_ == "PERSON"  # "cheated on beau Ben Roe"
    is_bare = not children(noun, "det", "nummod") and not (is_title and children(noun.head, "det", "nummod"))
    is_named = noun.tag_ == "NN" and (is_title or bool(children(noun, "appos"))) and is_bare
    is_whose = any(each.pos_ != "NOUN" or _is_mention(each) for each in children(noun, "nmod:poss"))
    is_behind = noun.dep_ == "appos" and any(preposition(each) == "of" for each in children(noun, "nmod"))
    before = preposition(noun)
    is_owned = (is_named or is_whose or is_behind) and before != "as"  # "Ada, a daughter of Ben"
    is_beside = before in BESIDE and bool(children(noun, "cop"))  # "to be with his wife"
    place = noun.head.dep_ if is_title else noun.dep_
    return is_owned and (is_beside or (place in GRANTED and not children(noun, "cop")))


def is_given_death(noun: Token) -> bool:
    """Whether a text speaks about somebody's death: "to avenge Ben's death", "the reasons for the murder of Ada".

    Not where the death is still to be made or awaited, nor where it gives a time, which may be to come: "plotted
    his death", "the risk of her death", "will inherit on her death".
    """
    owners = [*children(noun, "nmod:poss"), *(each for each in children(noun, "nmod") if preposition(each) == "of")]
    is_open = noun.head.lemma_ in MAKING | OPEN and not is_happened_perhaps(noun.head)
    if noun.pos_ != "NOUN" or not any(map(_is_mention, owners)) or is_open:
        return False
    return noun.dep_ in ("obj", "nsubj", "nsubj:pass") or (noun.dep_ in ("nmod", "obl") and preposition(noun) in ABOUT)


def is_given_birth(verb: Token) -> bool:
    """Whether a birth tells in passing who somebody known is: "mixed up with her sister, born in 1343"."""
    return verb.tag_ == "VBN" and verb.dep_ == "acl" and (verb.head.pos_ == "PROPN" or is_granted(verb.head))


def is_happened_perhaps(verb: Token) -> bool:
    """Whether it is guessed what has happened: "may have caused", not "may cause", "could have caused"."""
    words = {child.lower_ for child in children(verb, "aux")}
    return "have" in words and not words.isdisjoint(GUESSING)


def is_narrative(verb: Token) -> bool:
    """ "He would later marry her", "they would go on to have a son": the future seen from the past, which happened.

    So is what is told of somebody named, or with its year: "Ben, who would die at sea", "he would marry her in 1850";
    and what lasted: "he would hold the office until his death".
    """
    if any(child.lower_ == "have" for child in children(verb, "aux")):  # "would have married her"
        return False
    if any(child.lower_ in LATER and not children(child, "advmod") for child in verb.children):  # not "how soon"
        return True
    first = first_conjunct(verb)
    is_open = any(each.lower_ == "if" for clause in children(verb, "advcl") for each in children(clause, "mark"))
    if verb.lemma_ == "go" or is_open or first.dep_ not in ("ROOT", "root", "acl:relcl"):
        return verb.lemma_ == "go"
    words = (verb, *children(verb, "xcomp"))  # "would remain married until her death"
    times = [time for word in words for time in children(word, "obl", "obl:unmarked")]
    is_lasting = any(preposition(each) in ("until", "till") for each in times)
    is_dated = any(word.shape_ == "dddd" for each in times for word in (each, *each.children))
    return is_lasting or is_dated or (first.dep_ == "acl:relcl" and first.head.pos_ == "PROPN")


def _is_mention(noun: Token) -> bool:
    mention = mention_at(noun.doc, noun)
    return mention is not None and mention.head == noun.i
