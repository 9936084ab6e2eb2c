"""Clauses between dashes or in brackets: what stands behind is of the sentence, "she left Ben - who sings - in May"."""

from itertools import pairwise

from spacy.tokens import Doc, Token

from kg.nlp.governing import hang
from kg.nlp.phrases import doc_word, places

_DASHES = ("-", "–", "—", "--")
_RELATIVE = frozenset(["who", "whose", "whom", "which"])
_LONGEST = 25  # words between two dashes
_OUTER = {"nmod": "obl", "nmod:unmarked": "obl:unmarked", "appos": "obl"}


def close_asides(doc: Doc) -> None:
    """Hangs what follows a clause between dashes, but hangs in it, at the verb before the clause."""
    dashes = [i for i in places(doc, "ORTH", _DASHES) if _is_free(doc[i])]
    for first, last in pairwise(dashes):
        if last - first > _LONGEST or not _is_clause(doc, first) or doc[first].sent != doc[last].sent:
            continue
        verb = next((each for each in doc[first - 1].ancestors if each.tag_[:2] == "VB" and each.i < first), None)
        for word in doc[last + 1 : doc[last].sent.end]:
            if verb is not None and first < word.head.i < last:
                hang(word, verb, _OUTER.get(word.dep_, word.dep_))
    _close_brackets(doc)


def _close_brackets(doc: Doc) -> None:
    """Hangs what follows a bracket, but hangs in it, where the bracket hangs: "from 3 May (his death) to 9 May"."""
    opening = -1
    for i in places(doc, "ORTH", ["(", ")"]):
        if doc[i].text == "(":
            opening = i
        elif 0 <= opening < i <= opening + _LONGEST and doc[opening].sent == doc[i].sent:
            for word in doc[i + 1 : doc[i].sent.end]:
                outer = word.head
                while opening < outer.i < i and outer.head != outer:
                    outer = outer.head
                if outer != word.head and outer != word and not opening < outer.i < i:
                    hang(word, outer, word.dep_)


def _is_free(dash: Token) -> bool:
    """Whether blanks stand on both sides, or none: not "well-known", "1914-1918"."""
    if dash.i == 0 or dash.text == "—":
        return dash.i > 0
    return bool(dash.nbor(-1).whitespace_ and dash.whitespace_)


def _is_clause(doc: Doc, dash: int) -> bool:
    """ "Who sings", "whose real name is Ben", "with whom she has a son"."""
    return doc_word(doc, dash + 1) in _RELATIVE or doc_word(doc, dash + 2) in _RELATIVE
