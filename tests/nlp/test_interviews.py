"""Whose words unattributed answers are: "I" and "we" of an interview."""

import pytest

from kg.nlp.marks import people_of
from kg.nlp.parse import parse
from kg.records import Document

QUESTION = "Two years ago you sailed to Oban with Clara Voss."
ANSWER = '"I met her in a boat yard, and she was painting an oar."'


def speaker_of(nlp, title, text, word="I"):
    doc = parse(nlp, Document(id="d", source="d.txt", title=title, text=text))
    return people_of(doc, next(token for token in doc if token.text == word and token.idx > len(title)))


@pytest.mark.parametrize(
    ("title", "text", "speaker"),
    [
        ("Ben Hale: 'We were happy there'", f"{QUESTION}\n\n{ANSWER}", ("Ben Hale",)),
        ("Tea with Ben Hale: 'We were happy there'", f"{QUESTION}\n\n{ANSWER}", ("Ben Hale",)),
        # all other words of the document are one person's
        (
            "The boat yard",
            f'Ben Hale keeps boats. "They leak and I mend them," says Hale.\n\n{QUESTION}\n\n{ANSWER}',
            ("Ben Hale",),
        ),
        # a title that gives nobody the words, one that names two, and two who speak
        ("Boats: 'We were happy there'", f"Ben Hale keeps boats.\n\n{QUESTION}\n\n{ANSWER}", ()),
        ("Ben Hale and Clara Voss: 'We were happy there'", f"{QUESTION}\n\n{ANSWER}", ()),
        (
            "The boat yard",
            f'"All boats leak always," says Ben Hale. "He mends them well," says Ada Roe.\n\n{QUESTION}\n\n{ANSWER}',
            (),
        ),
    ],
)
def test_who_answers(nlp, title, text, speaker):
    assert speaker_of(nlp, title, text) == speaker


def test_she_outside_the_answers_is_who_is_interviewed(nlp):
    text = '"I met Ada Roe in a boat yard, and we painted an oar."\n\nShe keeps boats these days.'
    assert speaker_of(nlp, "Clara Voss: 'I paint oars'", text, "She") == ("Clara Voss",)
