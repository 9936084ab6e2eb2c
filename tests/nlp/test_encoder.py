"""The encoder's component: its numbers depend on the document alone, and no text breaks it."""

import pickle

import numpy as np
import pytest
from spacy.lang.en import English
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

from kg.nlp.lemmas import lemma
from kg.nlp.shapes import SHAPES, normalised, shape
from kg.nlp.tokenizer import tokenizer
from kg.nlp.trees import spans, tree
from kg.nlp.windows import AHEAD, PIECES, WORDS, Words, join_names, window_end

STORY = "James Norton met Imogen Poots in 2017. They were engaged by February 2022, and split in December 2023."


@pytest.fixture(scope="module")
def encoder(nlp):
    return nlp.get_pipe("kg_encoder")


@pytest.fixture
def read(nlp, encoder):
    return lambda text: encoder(nlp.make_doc(text))


def test_story_has_sentences_names_and_trees(read):
    doc = read(STORY)
    assert [sent.text for sent in doc.sents] == STORY.replace(". T", ".|T").split("|")
    assert [(ent.text, ent.label_) for ent in doc.ents] == [
        ("James Norton", "PERSON"), ("Imogen Poots", "PERSON"), ("2017", "DATE"),
        ("February 2022", "DATE"), ("December 2023", "DATE"),
    ]  # fmt: skip
    met = doc[2]
    assert (met.dep_, met.tag_, met.pos_) == ("root", "VBD", "VERB")
    assert {(child.text, child.dep_) for child in met.children} >= {
        ("James", "nsubj"),
        ("Imogen", "obj"),
        ("2017", "obl"),
    }


def test_neighbours_and_batches_change_nothing(nlp, encoder, read):
    alone = read(STORY)
    others = ["A storm hit Leeds!", STORY, "x" * 500, STORY + " " + STORY * 9, ""]
    for size in (1, 2, 64):
        together = list(encoder.pipe(map(nlp.make_doc, others), batch_size=size))[1]
        assert np.array_equal(alone.tensor, together.tensor)
        assert alone.to_array(["TAG", "HEAD", "DEP", "ENT_TYPE"]).tolist() == together.to_array(
            ["TAG", "HEAD", "DEP", "ENT_TYPE"]).tolist()  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n \n",
        "\n\nHello there.\n\n\nBye\n",
        "👩‍👩‍👧 😀😀 ❤️",
        "x" * 100_000,
        "word " * 3_000,
        ", " * 2_000,
        "Ann  met \t Bob .",
    ],
)
def test_every_text_gets_whole_trees(read, text):
    doc = read(text)
    assert doc.tensor.shape == (len(doc), 384)
    assert all(token.tag_ and token.pos_ and token.dep_ for token in doc)
    for sent in doc.sents if len(doc) else ():
        assert sum(token.head == token for token in sent) == 1


def test_white_space_hangs_under_a_word(read):
    doc = read("Ann met Bob.\n\nThey wed.")
    blank = doc[4]
    assert blank.is_space
    assert (blank.head.text, blank.dep_, blank.is_sent_start) == (".", "dep", False)


STOP, QUOTE, WORD = [1012], [1000], [2000]


@pytest.mark.parametrize(
    ("special", "forced", "end"),
    [
        ({}, -1, WORDS),
        ({99: STOP}, -1, 100 + AHEAD),
        ({80: STOP, 99: STOP}, -1, 100 + AHEAD),
        ({99: STOP, 100: QUOTE}, -1, WORDS),  # the sentence ends with the quotation mark, if there
        ({99: STOP}, 90, 90),  # a paragraph starts
        ({30: STOP}, -1, WORDS),  # too near to the window's start
        ({WORDS - 2: STOP}, -1, WORDS),  # too near to its end
    ],
)
def test_window_ends_a_few_words_past_a_full_stop(special, forced, end):
    count = 3 * WORDS
    pieces = [special.get(i, WORD) for i in range(count)]
    words = Words([*range(count)], pieces, [0] * count, [int(i == forced) for i in range(count)])
    assert window_end(words, 0, PIECES) == end


def test_paragraphs_start_sentences(read):
    doc = read("Norton and Poots split up\n\nthe couple were together for six years")
    assert [sent.start for sent in doc.sents] == [0, 6]


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("1961, 3 May: She married Ben Roe.", [0]),  # a row's date is no sentence
        ("He is seen at last on the Australian TV show The Sunday Project this week.", [0]),
        ("They met. The two parted.", [0, 3]),
        ('"I held the candle." The leaf is lost.', [0, 7]),  # a full stop inside the marks ends it
        ('"I held it," Ben said.', [0]),
        ("Love Villas Ada Roe shows off her new dress as she hits the town", [0]),
    ],
)
def test_sentences_start_behind_stops(read, text, starts):
    assert [sent.start for sent in read(text).sents] == starts


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("she left her husband of two years Ben Poe", ["Ben", "Poe"]),
        ("as proud dad Will looked on with Ada", ["Will", "Ada"]),
        # what may well start a sentence, and what stands behind a mark, a wide gap or the end of a line
        ("it was sad The two wept", []),
        ("it was sad! Ada wept; Ben  Poe wept\nCarl did not", []),
    ],
)
def test_no_sentence_starts_with_a_name_behind_a_word(nlp, text, joined):
    doc = nlp.make_doc(text)
    places = [token.i for token in doc if not token.is_space]
    shapes = [shape(normalised(doc[place].text)) for place in places]
    words = Words(places, [[5]] * len(places), shapes, [1] + [0] * (len(places) - 1))
    join_names(words, doc)
    assert [doc[place].text for place, forced in zip(places, words.forced, strict=True) if forced < 0] == joined


def test_given_sentences_are_kept(nlp, encoder):
    words = ["Ann", "met", "Bob", ".", "They", "wed", "."]
    doc = encoder(Doc(nlp.vocab, words=words, sent_starts=[True] + [False] * 6))
    assert len(list(doc.sents)) == 1


def test_typographic_signs_read_as_plain_ones(read):
    plain, printed = read("Norton's \"friend\" didn't wed."), read("Norton’s “friend” didn’t wed.")
    assert np.array_equal(plain.tensor, printed.tensor)


def test_component_survives_pickling(nlp, encoder, read):
    copied = pickle.loads(pickle.dumps(encoder))
    assert np.array_equal(copied(nlp.make_doc(STORY)).tensor, read(STORY).tensor)


@pytest.mark.parametrize(
    ("scores", "heads"),
    [
        ([[1]], [0]),
        ([[0, 9, 0], [0, 5, 0], [0, 9, 0]], [1, 1, 1]),
        ([[6, 9, 0], [9, 1, 0], [0, 9, 1]], [0, 0, 1]),  # a cycle of the first two: broken at the likelier root
        ([[7, 0, 0], [0, 9, 0], [0, 5, 0]], [1, 1, 1]),  # two roots
    ],
)
def test_tree(scores, heads):
    assert tree(np.array(scores, dtype=np.float32)) == heads


def test_every_tree_has_one_root_and_no_cycle():
    chance = np.random.default_rng(1)
    for size in range(1, 25):
        heads = tree(chance.normal(size=(size, size), scale=4).astype(np.float32))
        assert sum(i == head for i, head in enumerate(heads)) == 1
        for i in range(size):
            for _ in range(size):
                i = heads[i]
            assert heads[i] == i


def test_spans_of_bio_tags():
    assert list(spans(["O", "B-ORG", "B-ORG", "I-ORG", "I-PERSON"])) == [(1, 2, "ORG"), (2, 4, "ORG"), (4, 5, "PERSON")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Norton's ex-husband", "Norton|'s|ex-husband"),
        ("the Nortons' girl", "the|Nortons|'|girl"),
        ("(Photo:James", "(|Photo|:|James"),
        ("they wed in 2010–2014", "they|wed|in|2010|–|2014"),
        ("then-girlfriend Imogen,34", "then|-|girlfriend|Imogen|,|34"),
        ("a well-known actor/director", "a|well|-|known|actor|/|director"),
        ("didn’t", "did|n’t"),
        ("at 7:30PM and/or 9:25", "at|7:30|PM|and|/|or|9:25"),
        ("J.K. Rowling", "J.K.|Rowling"),
        ("call 303-832-8160.", "call|303-832-8160|."),
        ("News==---- **NOTE**", "News|==----|**|NOTE|**"),
        ("(the draft).doc", "(|the|draft|)|.doc"),
        ("What?!", "What|?!"),
        ("foreigners?thanks", "foreigners|?|thanks"),
        ("on holiday,I'll go", "on|holiday|,|I|'ll|go"),
        ("okay..won't", "okay|..|wo|n't"),
        ("so...she left", "so|...|she|left"),
        ("can't we've ma'am", "ca|n't|we|'ve|ma'am"),
        ('"Jane"<jane@roe.org> jane@roe.org', '"|Jane|"|<|jane@roe.org|>|jane@roe.org'),
        ("1/2 of 5'9 on 9/11 or 03/04/2001", "1|/|2|of|5|'|9|on|9/11|or|03/04/2001"),
        ("[13,14,15] of 3,500", "[|13|,|14|,|15|]|of|3,500"),
        ("Born:1950, -Jane --Ben x-ray", "Born|:|1950|,|-|Jane|--|Ben|x|-|ray"),
        ("A+ work.23 netflix.com", "A|+|work|.|23|netflix.com"),
    ],
)
def test_words_are_cut_as_in_the_treebanks(text, words):
    assert "|".join(token.text for token in tokenizer()(text)) == words


def test_tokenizer_read_from_disk_cuts_as_before(tmp_path):
    text = 'Call 303-832-8160. She wed on 03/04/2001, they say... and on 2001-03-04) $$$ "Jane"<jane@roe.org>.'
    kept = tokenizer()
    kept.to_disk(tmp_path / "tokenizer")
    again = Tokenizer(English().vocab).from_disk(tmp_path / "tokenizer")
    assert [token.text for token in again(text)] == [token.text for token in kept(text)]


@pytest.mark.parametrize(
    ("word", "tag", "form"),
    [
        ("married", "VBN", "marry"), ("Children", "NNS", "child"), ("are", "VBP", "be"), ("’re", "VBP", "be"),
        ("n't", "RB", "not"), ("wed", "VBD", "wed"), ("left", "VBD", "leave"), ("Norton", "NNP", "Norton"),
        ("Nortons", "NNPS", "Norton"), ("The", "DT", "the"), ("her", "PRP$", "her"), ("met", "VBD", "meet"),
        ("wo", "MD", "will"), ("’d", "MD", "would"), ("wives", "NNS", "wife"), ("split", "VBD", "split"),
    ],
)  # fmt: skip
def test_lemma(word, tag, form):
    assert lemma(word, tag) == form


def test_normalised_keeps_length():
    text = "“Norton’s” — 1990–95…"
    assert len(normalised(text)) == len(text)
    assert SHAPES[shape("McKay")] == "inner capital"
