"""How words link a time to a happening, and one happening to another: "after his divorce", "when they co-starred"."""

from collections.abc import Collection, Container

from spacy.tokens import Span, Token

from kg.dates.interval import Interval
from kg.extract.tree import LASTING, PRESENT, SUBJECT, children, is_verb, is_when, preposition
from kg.nlp.marks import people_of
from kg.records import TimeExpression

# "after his death they lost the war in 1924": he had died by then
LATER = {"after", "since", "following", "upon"}
BREAKS = {";", "-", "–", "—"}  # between clauses
EARLIER = {"before", "until", "till", "prior"}
UNMEASURED = {"only", "even", "not"}  # "only after his divorce" tells nothing of how long after
ATTRIBUTION = 12  # tokens from "according" to the day of what was said, at most
COMING = {"come", "follow"}  # what news does: "it comes a year after"
PERFECT = {"has", "have", "'s", "’s", "'ve", "’ve"}
TIDINGS = {"news", "word", "photo", "photograph", "picture", "footage", "video", "rumour", "rumor", "report"}
SOURCES = {"report", "article", "interview", "statement", "story", "post"}
ACCOUNTS = set("account biography book documentary essay film history letter memoir novel poem song story".split())
PUTTING_OFF = {"defer", "delay", "postpone", "reschedule"}
ENDURING = {"last", "run", "continue", "endure", "persist", "span"}  # what a marriage does from one year to another
FALLING_ILL = {"battle", "contract", "develop", "fight"}  # not "suffer", "catch": a stroke or a cold has its day
PARAGRAPH = 2  # line breaks that end one
MARRYING = {"celebrate", "contract", "enter", "make", "have", "register", "solemnise", "solemnize", "arrange"}


def apart(trigger: Token, on: Interval) -> Interval | None:
    """What the day of the clause says of a happening that it names as before or after itself."""
    word = link_of(trigger)
    if word == "upon":  # "upon the death of his father in 1568 he became duke": at that time
        return on
    if word in LATER:
        return Interval(None, on.latest) if on.latest else None
    if word in EARLIER:
        return Interval(on.earliest, None) if on.earliest else None
    return on


def link_of(noun: Token) -> str:
    """What links a noun to its verb, also where the tree takes it for the verb's: "After Ada's death Ben married"."""
    first = noun.left_edge
    before = first.nbor(-1) if first.i > noun.sent.start else first
    is_taken = before.dep_ == "mark" and before.head == noun.head and noun.dep_ == "obl"
    return preposition(noun) or (before.lower_ if is_taken else "")


def is_at_once(clause: Token, whose: Collection[str] = ()) -> bool:
    """Whether a clause tells the same time as its verb: "when they co-starred", "while at college", "by going public".

    Not "while her sister married in 2018", which sets two happenings side by side; but "while the couple were in Rome"
    of the people `whose` happening it is.
    """
    if clause.dep_ != "advcl":
        return False
    marks = {child.lower_ for child in clause.children if child.dep_ in ("mark", "advmod")}
    is_apart = any(child.dep_.startswith("nsubj") and not _is_of(child, whose) for child in clause.children)
    return (is_when(clause) and not ("while" in marks and is_apart)) or ("by" in marks and clause.tag_ == "VBG")


def _is_of(subject: Token, people: Collection[str]) -> bool:
    told = people_of(subject.doc, subject)
    return subject.pos_ == "PRON" or (bool(told) and set(told) <= set(people))


def is_of_source(span: Span, *, is_recent: bool) -> bool:
    """Whether it tells when somebody said it: "according to a report on Tuesday, they have parted".

    A day that is not `is_recent` is told of the source only behind a word for it: not "according to legend, in 1250".
    """
    words: list[Token] = []
    for token in reversed(span.doc[max(span.sent.start, span.start - ATTRIBUTION) : span.start]):
        if token.lower_ == "according":
            return is_recent or any(word.lemma_ in SOURCES for word in words)
        if token.is_punct or is_verb(token):
            return False
        words.append(token)
    return False


def tells_how(verb: Token) -> bool:
    """Whether a participle says what the deed was, or came to: "he remarried in 1941, tying the knot with Ada".

    Not "having left Ada, he wed in 1941", which had come about before, nor where it has words that link it.
    """
    is_behind = verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.i > verb.head.i
    return is_behind and not children(verb, "mark", "case", "aux", "nsubj", "nsubj:pass")


def is_closed(clause: Token, time: Token) -> bool:
    """Whether a clause set off by commas ends before the time: "left Ben, who she met at school, in July".

    So does one that is part of what is set off: "left Ben, a poet who wrote in Welsh, in July".

    Not before a place of birth or death, "Ben, who was born in Rome, in 1950", nor where the clause has an "and".
    """
    aside = clause.head if clause.head.dep_ == "appos" else clause
    opening, first = aside.left_edge, next(each for each in time.subtree if not each.is_punct)
    comma = first.nbor(-1) if first.i > clause.i + 2 else first
    is_aside = opening.text == "," or (opening.i > clause.sent.start and opening.nbor(-1).text == ",")
    is_place = comma.i > 0 and comma.nbor(-1).pos_ == "PROPN" and clause.lemma_ in ("bear", "born", "die")
    is_own = is_place or comma.nbor(-1).pos_ == "CCONJ" or preposition(time) not in ("", "in", "on")
    return is_aside and comma.text == "," and not is_own


def is_said_after(time: Token, verb: Token) -> bool:
    """Whether the verb stands in words that somebody is quoted with, and the date before them."""
    doc = verb.doc
    starts = (each.start for each in doc._.speakers if time.i < each.start <= verb.i < each.end)
    return any(doc[start - 1].text in (":", ",") for start in starts)  # not "had 'quietly parted'"


def before_break(time: Token, owner: Token, triggers: Container[int]) -> Token:
    """The verb before the date, where that above is quoted or opens a clause: "They wed in 1807, and she died"."""
    between = (child for child in owner.children if time.i < child.i < owner.i)
    is_new = any(child.dep_ == "cc" or child.text in BREAKS for child in between)
    if not is_new and not is_said_after(time, owner):
        return owner
    before = reversed(time.doc[time.sent.start : time.i])
    verbs = (token for token in before if token.i in triggers or (is_verb(token) and token.dep_ != "compound"))
    return next(verbs, owner)


def is_bracketed(token: Token) -> bool:
    """Whether a bracket is open before the token: "married Ada, daughter of Carl (1801-60)"."""
    before = token.doc[token.sent.start : token.i]
    return sum((each.text in ("(", "[")) - (each.text in (")", "]")) for each in before) > 0


def clause_above(token: Token, triggers: Container[int]) -> Token:
    """The verb or trigger that a subordinate happening dates."""
    token = token.head
    while token.head != token and token.i not in triggers and not is_verb(token):
        token = token.head
    return token


def counted_since(time: Token, owner: Token, heads: Container[int]) -> Token | None:
    """What a perfect is counted from: it has no day itself, "has been seen since leaving Ada, 37, in May 2017"."""
    if not any(child.lower_ in PERFECT for child in children(owner, "aux")):
        return None
    clauses = (child for child in children(owner, "advcl") if child.i in heads and child.i < time.i)
    return next((verb for verb in clauses if any(each.lower_ == "since" for each in children(verb, "mark"))), None)


def only_names(verb: Token) -> bool:
    """Whether the participle only brings in a name: "a girl called Ada"."""
    is_named = verb.dep_ == "acl" and verb.lower_ in ("named", "called") and verb.i + 1 < len(verb.doc)
    return is_named and verb.nbor().ent_type_ == "PERSON"


def parts_clauses(token: Token) -> bool:
    """Whether one clause may end and another begin here."""
    return token.is_punct or token.is_space or token.pos_ in ("VERB", "AUX")


def noun_end(noun: Token) -> int:
    """Where the words that belong to a noun end, before any relative clause; in characters."""
    inside = {token.i for token in noun.subtree}
    inside -= {each.i for token in noun.subtree if token.dep_.startswith("acl") for each in token.subtree}
    last = noun
    while last.i + 1 in inside and not last.nbor().is_punct and last.nbor().text.count("\n") < PARAGRAPH:
        last = last.nbor()
    return last.idx + len(last)


def is_worked_at(noun: Token) -> bool:
    """Whether a marriage is what a verb is done to, which was before: "he saved his marriage", "worked on it"."""
    is_done_to = noun.dep_ == "obj" or (noun.dep_ in ("obl", "nmod") and preposition(noun) == "on")
    return noun.lemma_ == "marriage" and is_done_to and noun.i > noun.head.i and noun.head.lemma_ not in MARRYING


def is_topic(noun: Token) -> bool:
    """Whether it is only what something tells of: "her book about her marriage", "the story of their wedding"."""
    is_about = preposition(noun) == "about" and noun.head.lemma_ not in TIDINGS
    return noun.dep_ == "nmod" and (is_about or noun.head.lemma_ in ACCOUNTS)


def is_tidings(noun: Token) -> bool:
    """Whether its verb tells when others saw or heard of it: "news of their split broke", "photos of it appeared"."""
    telling = noun.head
    return noun.dep_ == "nmod" and telling.lemma_ in TIDINGS and telling.dep_ in ("nsubj", "nsubj:pass")


def is_of_conjunct(time: TimeExpression, verb: Token) -> bool:
    """Whether "later" is counted from what the same sentence told before: "they met and wed a year later"."""
    if time.anchor != "earlier" or verb.dep_ != "conj" or not time.text.endswith(("later", "following year")):
        return False
    start = verb.sent.start_char
    before = (each for each in verb.doc._.times if start <= each.start < time.start and each.relation != "for")
    return verb.head.idx < time.start and not any(before)


def at_its_day(word: Token) -> Token | None:
    """What came about on the same day: "they wed on the day his divorce was granted"."""
    day = word.head
    is_of_day = word.dep_ == "acl:relcl" or (word.dep_ == "nmod" and preposition(word) == "of")
    return day.head if is_of_day and day.lemma_ == "day" and preposition(day) == "on" else None


def heads_line(span: Span, text: str) -> bool:
    """Whether a colon or dash follows the expression at the beginning of a line, or a colon at that of a sentence."""
    line = text[max(text.rfind("\n", 0, span.start_char) + 1, span.start_char - 40) : span.start_char]
    after = text[span.end_char : span.end_char + 3].lstrip()
    if line.rstrip()[-1:] in (".", "!", "?"):
        return after[:1] == ":"
    return not line.strip(" \t-*•.,0123456789") and after[:1] in (":", "–", "—")


def clefted(token: Token) -> Token | None:
    """The verb of what a date is set before, however its clause hangs: "It was in 2018 that they went public"."""
    heads = (token, token.head) if token.head.lemma_ == "be" else (token,)  # "it was not until", "it wasn't until"
    if not any(child.dep_ == "expl" for head in heads for child in head.lefts):
        return None
    clauses = (child for child in token.rights if child.pos_ == "VERB")
    return next((verb for verb in clauses if any(child.lower_ == "that" for child in verb.lefts)), None)


def opened(token: Token) -> Token:
    """The head of the clause that a date opens, where the tree has made a sentence of the date alone."""
    sent = token.sent
    is_alone = all(each.ent_type_ == "DATE" or each.is_punct or each.pos_ in ("ADP", "NUM") for each in sent)
    if not is_alone or sent.end >= len(token.doc) or token.doc[sent.end - 1].is_space:
        return token
    return token.doc[sent.end].sent.root


def is_of_illness(clause: Token) -> bool:
    """Whether a clause tells of what illness somebody died: "after contracting pneumonia", "brought on by a fever"."""
    if clause.tag_ == "VBG":
        return clause.lemma_ in FALLING_ILL and any(child.lower_ == "after" for child in children(clause, "mark"))
    return clause.dep_ == "acl" and clause.tag_ == "VBN" and clause.lemma_ in ("bring", "cause")


def is_pluperfect(verb: Token) -> bool:
    """Whether it had happened by then: "had been engaged"."""
    return any(child.lower_ in ("had", "'d", "’d") for child in children(verb, "aux"))


def has_no_day(verb: Token, day: Interval) -> bool:
    """Whether a present perfect leaves a day that is over to the verb above: "confirmed they have split in May"."""
    published = verb.doc._.published
    is_perfect = verb.tag_ == "VBN" and any(child.lower_ in PERFECT for child in children(verb, "aux"))
    return is_perfect and published is not None and day.latest is not None and day.latest < published


def bounded(time: TimeExpression) -> TimeExpression:
    """The time as a bound: "she had been engaged to Ben when she met Carl in 1919", by then."""
    if time.when is None or time.relation != "on":
        return time
    return time.model_copy(update={"when": Interval(None, time.when.latest)})


def is_remembered(verb: Token) -> bool:
    """Whether the clause above keeps its anniversary: "they celebrate their first on 3 May, as they wed in secret"."""
    keeping = verb.head if verb.dep_ == "advcl" else verb
    return verb != keeping and any(child.lemma_.lower() == "anniversary" for child in children(keeping, "obj", "obl"))


def is_kept_by(verb: Token, day: Token) -> bool:
    """Whether what the clause above tells keeps that day: "they flew out in May to mark their anniversary"."""
    is_for_it = verb.tag_ == "VB" and verb.dep_ in ("advcl", "xcomp", "acl") and is_verb(verb.head)
    return is_for_it and day.lemma_.lower() in ("anniversary", "birthday") and day.head == verb


def is_measured(link: Token) -> bool:
    """Whether the word before it tells how long before or after it was: "weeks after", "shortly before"."""
    before = link.nbor(-1) if link.i > link.sent.start else link
    return (before.pos_ in ("ADV", "ADJ") and before.lower_ not in UNMEASURED) or before.lemma_ in LASTING


def is_counted_from(noun: Token) -> bool:
    """Whether something is told to come so long before or after: "a year after her death, on 1 May 1850, he wed"."""
    return any(link.lower_ in LATER | EARLIER and is_measured(link) for link in children(noun, "case"))


def is_during(noun: Token) -> bool:
    """Whether a marriage is told to be going on: "a rough patch in their marriage a few years ago"."""
    return noun.lemma_ == "marriage" and preposition(noun) in ("in", "during", "throughout")


def is_news(verb: Token) -> bool:
    """Whether it is as new as what is published: "it comes a year after", "she has wed a year after her divorce"."""
    telling = verb.head if verb.dep_ == "advcl" else verb  # "it comes after he spoke of his life"
    helpers = children(verb, "aux", "aux:pass", "cop")
    is_done = verb.dep_ == "root" and any(each.lemma_ == "have" and each.tag_ in PRESENT for each in helpers)
    is_lasting = any(each.lower_ == "been" for each in helpers)
    return (is_done and not is_lasting) or (telling.lemma_ in COMING and telling.tag_ in PRESENT)


def lasting(noun: Token) -> list[Token]:
    """The verbs that tell how long it lasted: "the marriage lasted from 1970 to 1975", "which lasted until 1975"."""
    above = [noun.head] if noun.pos_ == "NOUN" and noun.dep_ in SUBJECT else []
    clauses = [
        each for each in children(noun, "acl:relcl") if any(word.lower_ in ("which", "that") for word in each.lefts)
    ]
    return [verb for verb in (*above, *clauses) if verb.lemma_ in ENDURING]


def waiting(noun: Token) -> list[Token]:
    """The verbs that tell what it waits for: "the divorce had to wait until 1938", "they put it off until May"."""
    above = [noun.head, *children(noun.head, "xcomp")] if noun.dep_ in SUBJECT else []
    return [verb for verb in above if verb.lemma_ == "wait"] + [
        verb for verb in above or [noun.head] if noun.dep_ in ("obj", *SUBJECT) and _is_put_off(verb)
    ]


def _is_put_off(verb: Token) -> bool:
    beside = {child.lower_ for child in children(verb, "compound:prt", "advmod")}
    return verb.lemma_ in PUTTING_OFF or (verb.lemma_ in ("push", "put", "move") and bool(beside & {"back", "off"}))
