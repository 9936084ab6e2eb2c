"""One marriage after another under one verb: "he married firstly Jane, by whom he had a son, and secondly Mary"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.extract.frames import Finding
from kg.extract.lexicon import Lexicon
from kg.extract.roles import subjects
from kg.nlp.marks import Mention, mention_at

ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
ORDINALS |= {f"{word}ly": place for word, place in ORDINALS.items()} | {"lastly": 6, "finally": 6}
# what may stand between the ordinal and the name: "secondly, in 1850, to his cousin Mary"
LEADS = {"DET", "PUNCT", "ADP", "NUM", "PRON", "ADJ", "NOUN"}
REACH = 12


def serial(doc: Doc, lexicon: Lexicon) -> Iterator[Finding]:
    """A wedding for each ordinal that follows a verb of marrying in its sentence and names somebody."""
    verbs = {frame.head for frame in lexicon.frames("verb", "marry") if frame.type == "married"}
    for verb in doc:
        if verb.lemma_ not in verbs or verb.pos_ not in ("VERB", "ADJ"):
            continue
        who = subjects(verb)
        for ordinal in _ordinals(verb) if len(who) == 1 else ():
            spouse = _named_after(ordinal)
            if spouse is not None and spouse.people[0] not in who:
                pair = (("partner", who[0]), ("partner", spouse.people[0]))
                rule = f"verb: marry {ordinal.lower_}"
                yield Finding("event", "married", verb, pair, (verb, ordinal), rule, near=doc[spouse.head])


def _ordinals(verb: Token) -> list[Token]:
    """The adverbs that number the marriages after the verb; none where the row does not go on."""
    after = verb.doc[verb.i + 1 : verb.sent.end]
    numbering = [token for token in after if token.lower_ in ORDINALS and token.pos_ in ("ADV", "ADJ")]
    found = [token for token in numbering if not _is_of_noun(token)]
    places = [ORDINALS[token.lower_] for token in found]
    return found if places == sorted(set(places)) else []


def _is_of_noun(token: Token) -> bool:
    """Whether the word numbers a thing: "his second wife"."""
    return token.dep_ == "amod" and token.head.pos_ == "NOUN"


def _named_after(ordinal: Token) -> Mention | None:
    """The one person whose name follows the ordinal with nothing but a date, a title or a description between."""
    doc = ordinal.doc
    for token in doc[ordinal.i + 1 : min(ordinal.i + REACH, ordinal.sent.end)]:
        mention = mention_at(doc, token)
        if mention is not None and mention.kind == "name":
            return mention if len(mention.people) == 1 else None
        if token.pos_ not in LEADS and token.ent_type_ != "DATE":
            return None
    return None
