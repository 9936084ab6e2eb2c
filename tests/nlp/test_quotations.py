# ruff: noqa: E501  (a tree is typed a sentence a line)
import pytest

from tests.nlp.hand import doc_of, people


def said(doc):
    return [(doc[quote.start : quote.end].text, quote.said_by) for quote in doc._.speakers]


def test_the_speaker_stands_before_the_colon():
    doc = doc_of(
        "Clara|NNP|nsubj|1|P said|VBD|root|0 ~:|:|punct|3 '|``|punct|2 ~I|PRP|nsubj|1 love|VBP|ccomp|-4 Leeds|NNP|obj|-1|L ~.|.|punct|-2 ~'|''|punct|-3"
    )
    assert said(doc) == [("'I love Leeds.'", "Clara")]
    assert people(doc, "I") == ("Clara",)


def test_the_speaker_stands_after_the_quotation():
    doc = doc_of(
        "“|``|punct|2 ~I|PRP|nsubj|1 won|VBD|ccomp|3 ~,|,|punct|-1 ~”|''|punct|-2 said|VBD|root|0 Clara|NNP|nsubj|-1|P ~.|.|punct|-2"
    )
    assert said(doc) == [("“I won,”", "Clara")]


def test_an_unnamed_speaker_is_told_with_the_paper():
    doc = doc_of(
        "A|DT|det|1 friend|NN|nsubj|1 told|VBD|root|0 the|DT|det|2 Leeds|NNP|compound|1|O Echo|NNP|iobj|-3|o ~:|:|punct|3 '|``|punct|2"
        " ~All|DT|nsubj|2 is|VBZ|cop|1 well|JJ|parataxis|-8 ~.|.|punct|-1 ~'|''|punct|-2"
    )
    assert said(doc) == [("'All is well.'", "A friend (Leeds Echo)")]


def test_a_quotation_goes_on_in_the_next_paragraph():
    doc = doc_of(
        "Clara|NNP|nsubj|1|P said|VBD|root|0 ~:|:|punct|3 “|``|punct|2 ~I|PRP|nsubj|1 came|VBD|ccomp|-4 to|IN|case|1 Leeds|NNP|obl|-2|L"
        " alone|RB|advmod|-3 that|DT|det|1 May|NNP|obl|-5 ~.|.|punct|-6 ¶|_SP|dep|-1",
        "“|``|punct|2 ~I|PRP|nsubj|1 stayed|VBD|root|0 on|RP|advmod|-1 ~.|.|punct|-2 ~”|''|punct|-3",
    )
    assert [by for _, by in said(doc)] == ["Clara", "Clara"]
    assert people(doc, "I", 1) == ("Clara",)


def test_an_apostrophe_opens_nothing():
    doc = doc_of(
        "The|DT|det|1 actors|NNS|nmod:poss|2 ~'|POS|case|-1 wives|NNS|nsubj|1 sang|VBD|root|0 well|RB|advmod|-1 ~.|.|punct|-2"
    )
    assert said(doc) == []


@pytest.mark.parametrize("mark", ['"', "“", "”", "'", "‘", "’"])
def test_a_lone_mark_does_no_harm(mark):
    doc = doc_of(f"{mark}|``|punct|1 Clara|NNP|nsubj|1|P left|VBD|root|0 ~.|.|punct|-1", f"{mark}|``|root|0")
    assert said(doc) == []


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("'He asked me: \"Why did you hit my wife?\"'", ()),
        ("'He said: \"Stop it!\" I told my husband.'", ("Ada Roe",)),
    ],
)
def test_my_in_words_that_are_repeated_is_not_the_speakers(nlp, said, expected):
    doc = nlp(f"Ada Roe wept. Ada Roe said: {said}")
    assert next(each.people for each in doc._.mentions if doc[each.start].lower_ == "my") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ada Roe paid tribute to her 'soulmate'. The couple met in 2015. 'He was the best dad,' said Eva Poe.",
            ["'He was the best dad,'"],
        ),
        # an apostrophe behind a plural closes nothing
        ("'The actress' divorce hurt me. It did,' said Ada Roe.", ["'The actress' divorce hurt me. It did,'"]),
    ],
)
def test_a_word_between_marks_opens_no_speech_that_goes_on_to_the_next_one(nlp, text, expected):
    assert [words for words, _ in said(nlp(text))] == expected
