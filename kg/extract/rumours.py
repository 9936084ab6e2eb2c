"""Happenings that rumours are named by: "they sparked engagement rumours", "amid rumours of a romance"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.extract.finding import Finding
from kg.extract.lexicon import Frame, Lexicon
from kg.extract.roles import people, unique
from kg.extract.subjects import subjects
from kg.extract.tree import children, preposition
from kg.nlp.marks import tokens_of
from kg.records import Status

AROUND = {"with", "about", "between", "surrounding", "around", "concerning"}


def rumours(doc: Doc, lexicon: Lexicon) -> Iterator[Finding]:
    """Findings of what two are rumoured to do or to be, where a noun before "rumours" says what."""
    for token in tokens_of(doc):
        if token.pos_ == "NOUN" and token.lemma_.lower() in lexicon.cues["rumour"]:
            for word in children(token, "compound", "amod"):
                frame, couple = _frame(word, lexicon), _couple(token)
                if frame is not None and len(couple) == 2:
                    roles = tuple(("partner", key) for key in couple)
                    rule = f"rumour: {word.lemma_.lower()}"
                    yield Finding(
                        frame.kind, frame.type, token, roles, (token, word), rule, attests=False, status=Status.RUMOURED
                    )


def _frame(word: Token, lexicon: Lexicon) -> Frame | None:
    """What the word tells of two by itself: "romance", "split", "dating"."""
    found = [*lexicon.frames("noun", word.lower_), *lexicon.frames("verb", "date" if word.lower_ == "dating" else "")]
    return next((frame for frame in found if not frame.needs and frame.type in lexicon.couples), None)


def _couple(rumour: Token) -> tuple[str, ...]:
    """Whose rumours they are: "split rumours between the two", "they are dogged by split rumours"."""
    own = [
        child
        for child in rumour.children  # and by the noun's side: "Ada Roe brushes off Ben Poe romance rumours"
        if child.dep_ in ("nmod:poss", "compound") or preposition(child) in AROUND
    ]
    found = unique(key for child in own for key in people(child))
    verb = rumour.head
    if len(found) < 2 and rumour.dep_ in ("obj", "obl", "nsubj:pass") and verb.pos_ == "VERB":
        found = unique((*subjects(verb), *found))
    return found
