"""What did not come about, or not yet: forbidden, refused, opposed, given up, all but done, or under way."""

from spacy.tokens import Token

from kg.extract.stories import Cues
from kg.extract.tree import children, is_finite, left_modifiers, preposition, word_beside
from kg.nlp.marks import people_of

UNWILLING = {"refuse", "decline", "fail"}
AGAINST = {"oppose", "object", "lie"}  # doing something, to it or about it
FORBIDDING = {"forbid", "prohibit", "ban", "bar"}  # to do something
STOPPING = {"stop", "halt", "block", "avert", "foil", "scupper"}  # what was to be: not "stopped their affair"
ONGOING = {"affair", "courtship", "fling", "liaison", "relationship", "romance"}  # when it is stopped, it has been
SHUNNING = {"avoid", "dodge", "evade"}  # doing it
SLOW = {"divorce", "marry", "remarry", "wed", "hitch"}  # to be doing it is not to have done it
SHORT_OF = {("short", "of"), ("close", "to"), ("near", "to"), ("far", "from")}  # "stopped short of marrying"

WEDDINGS = {"wedding", "nuptial"}
LEAVING = {"split", "part", "separate", "jilt", "dump", "ditch", "leave", "break", "cancel"}
MENDING = {"reconcile", "reunite", "make", "get"}  # "broke up and got back together before their wedding"
ALL = {"everything", "anything"}  # "did everything but marry"; not "could do nothing but marry"
MARRYING = {"marry", "remarry", "wed"}
NOBODY = {"nobody", "none", "few", "neither"}


def is_not_done(token: Token, child: Token, cues: Cues) -> bool:
    """Whether a word below the verb says that it is not done.

    "They nearly wed", "instead of marrying", "rather than marry", "are yet to wed", "wed in all but name", "did
    everything but marry", "at no time did they wed", "neither Ada nor Eva wed".
    """
    word, behind, before = child.lower_, word_beside(child), word_beside(child, -1)
    if child.dep_ in ("nsubj", "nsubj:pass"):
        is_neither = any(each.lower_ == "neither" for each in children(child, "cc:preconj"))
        return is_neither or (is_nobody(token) and child.tag_ != "PRP")
    if child.lemma_ == "vain" and before == "in":  # "proposed in vain"
        return True
    if child.dep_ == "obl" and word != "all":  # "at no time did they wed"; not "they wed at no cost"
        is_turned = any(each.lemma_ == "do" and child.i < each.i < token.i for each in children(token, "aux"))
        return is_turned and any(each.lower_ == "no" for each in children(child, "det"))
    if child.dep_ in ("mark", "case", "cc", "cc:preconj") and before != "good":
        if word == "against" and token.tag_ == "VBG" and children(token, "cop"):  # "she was against marrying him"
            return True
        is_rest = word in ("but", "except") and (before in ALL or word_beside(token, -2) == "all")
        return word in ("instead", "without") or (word == "rather" and behind == "than") or is_rest
    is_nearly = word in cues["nearly"] and child.dep_ == "advmod"
    is_nearly |= word == "as" and child.dep_ == "mark" and before == "good"  # "as good as married"
    return is_nearly or (word == "yet" and behind == "to") or (word == "all" and behind == "but")


def is_played(token: Token, cues: Cues) -> bool:
    """ "The attempted murder of", "their on-screen marriage", "they wed in a mock ceremony"."""
    mocked = (each for child in children(token, "obl") for each in children(child, "amod", "compound"))
    is_mock = any(each.lower_ in cues["pretended"] for each in mocked)
    return is_mock or (token.pos_ == "NOUN" and not cues["attempted"].isdisjoint(left_modifiers(token)))


def is_as_if(mark: Token) -> bool:
    """The "as" of "as if", "as though"."""
    return mark.lower_ == "as" and mark.dep_ == "mark" and word_beside(mark) in ("if", "though")


def is_inverted(had: Token) -> bool:
    """The "had" of what was not so: "had he wed her, he would be king"; not "never had he wed", "so had he wed"."""
    if had.lower_ != "had" or had.dep_ != "aux" or had.head.dep_ != "advcl":
        return False
    subject = next(iter(children(had.head, "nsubj", "nsubj:pass")), None)
    before = had.doc[had.head.left_edge.i : had.i]
    return subject is not None and had.i < subject.i and all(each.is_punct for each in before)


def is_forestalled(wedding: Token) -> bool:
    """Whether those who part never come to a wedding: "they split days before their wedding", "on the eve of it".

    Not where somebody else is wed: "she left Ben before her wedding to Carl".
    """
    noun, is_eve = wedding, wedding.head.lemma_ == "eve" and preposition(wedding) == "of"
    noun = wedding.head if is_eve else noun
    verb = noun.head
    is_before = noun.dep_ == "obl" and (is_eve or preposition(noun) == "before") and verb.i < noun.i
    is_own = not any(preposition(child) in ("to", "with", "of", "between") for child in children(wedding, "nmod"))
    is_parting = verb.lemma_ in LEAVING or (verb.lemma_ == "call" and bool(children(verb, "compound:prt")))
    is_mended = any(each.lemma_ in MENDING for each in children(verb, "conj"))
    return wedding.lemma_ in WEDDINGS and is_before and is_own and is_parting and not is_mended


def is_ordained(token: Token, to: Token) -> bool:
    """ "She is to be crowned", "she was to marry in May, but the war came"; not "she was to marry him in 1920".

    In news "she was to marry in May" is a plan, too; not "in May 1920", and not "the man whom she was to marry".
    """
    helper = word_beside(to, -1)
    is_crossed = any(word.lower_ == "but" for each in children(token, "conj") for word in children(each, "cc"))
    is_of_year = any(word.shape_ == "dddd" for word in token.subtree)
    is_news = token.doc._.published is not None and token.lemma_ in MARRYING and token.dep_ != "acl:relcl"
    return helper in ("is", "are") or (helper in ("was", "were") and (is_crossed or (is_news and not is_of_year)))


def is_demanded(verb: Token) -> bool:
    """What somebody is told to do: "Marry me!", "she says, 'Give me a baby'"; not "They marry", "to marry"."""
    before = verb.doc[max(verb.i - 1, 0)]
    opens = verb.i == verb.sent.start or before.is_quote or before.lower_ in ("please", "just", "now")
    helping = children(verb, "nsubj", "nsubj:pass", "aux", "aux:pass", "mark", "cop", "expl")
    return opens and verb.tag_ in ("VB", "VBP") and not helping and verb.dep_ in ("root", "ccomp", "parataxis")


def is_nobody(verb: Token) -> bool:
    """Whether nobody is who does it: "nobody believes", "few think", "no one thinks", "neither of them wed"."""
    subjects = children(verb, "nsubj", "nsubj:pass")
    no_one = (each for each in subjects if each.lower_ == "one")
    is_none = any(child.lower_ == "no" for each in no_one for child in children(each, "det"))
    return is_none or any(each.lower_ in NOBODY for each in subjects)


def is_averted(token: Token, above: Token, cues: Cues) -> bool:
    """ "Vetoed a marriage", "was forbidden to marry", "kept from marrying", "avoided marrying", "close to marrying".

    "Missed her wedding", which is hers; "stopped their wedding", "nothing came of their wedding".
    """
    lemma, words = above.lemma_.lower(), {child.lower_ for child in children(token, "mark", "case")}
    if token.tag_ == "VBG":
        near = {(each.lemma_.lower(), word) for each in (above, *above.children) for word in words}
        return (lemma in cues["averted"] and "from" in words) or lemma in SHUNNING or not near.isdisjoint(SHORT_OF)
    is_missed = lemma == "miss" and token.dep_ == "obj" and _is_of_subject(token, above)
    is_stopped = lemma in STOPPING and token.dep_ in ("obj", "nsubj:pass") and token.lemma_ not in ONGOING
    is_nothing = (
        lemma == "come" and "of" in words and any(each.lower_ == "nothing" for each in children(above, "nsubj"))
    )
    if is_missed or is_stopped or is_nothing:
        return True
    is_clause = "to" in words and lemma in FORBIDDING
    return is_clause or (lemma in cues["barred"] and token.dep_ in ("obj", "nsubj:pass"))


def _is_of_subject(noun: Token, verb: Token) -> bool:
    owners = {key for each in children(noun, "nmod:poss") for key in people_of(noun.doc, each)}
    return any(owners & set(people_of(noun.doc, each)) for each in children(verb, "nsubj"))


def is_opposed(token: Token, above: Token) -> bool:
    """ "Warned against marrying him", "opposed marrying him", "ruled out marrying him", "gave up on marrying him"."""
    words = {child.lower_ for child in children(token, "mark", "case")}
    parts = {child.lower_ for child in children(above, "compound:prt")}
    is_ruled_out = above.lemma_ == "rule" and "out" in parts and not words
    is_given_up = above.lemma_ == "give" and "up" in parts and words == {"on"} and not children(above, "obj")
    is_fought = above.lemma_ in AGAINST and words <= {"about", "to"}
    return token.tag_ == "VBG" and ("against" in words or is_fought or is_ruled_out or is_given_up)


def is_declined(token: Token, above: Token) -> bool:
    """ "She refused to marry him", "she refused an arranged marriage to him"; not "she rejected her marriage"."""
    is_offer = token.dep_ == "obj" and token.pos_ == "NOUN" and not children(token, "nmod:poss")
    return above.lemma_ in UNWILLING and (token.dep_ == "xcomp" or (is_offer and above.lemma_ != "fail"))


def is_under_way(verb: Token) -> bool:
    """ "She is divorcing him", "they were getting married"; not "after divorcing him", "they have been married"."""
    words = (verb, *children(verb, "aux", "aux:pass"))  # a copula is none: "she was against marrying him"
    is_progressive = any(word.tag_ == "VBG" for word in words) and any(
        word.lemma_ == "be" and word.tag_ != "VBG" for word in words
    )
    is_headline = verb.tag_ == "VBG" and verb.lemma_ == "divorce" and verb.sent.root in (verb, verb.head)
    is_bare = is_headline and verb.dep_ in ("root", "acl") and not any(map(is_finite, verb.sent))
    is_got = verb.lemma_ == "get" and any(each.lemma_ in SLOW for each in children(verb, "obj"))  # "getting a divorce"
    return (verb.lemma_.lower() in SLOW or is_got) and (is_progressive or is_bare)
