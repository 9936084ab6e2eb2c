"""Trees without annotated names tell of people, and bar people from words that are no proper nouns."""

from kg.train.corpora import ANYTHING, BIO, Sentence, Text
from kg.train.silver import add_people, first_names, named_spans


def tree(words, tags, heads, labels):
    words = words.split()
    return Sentence(words, [True] * len(words), [ANYTHING] * len(words), tags=tags.split(), heads=heads,
                    labels=labels.split())  # fmt: skip


def marked(sentence, known=("Ann",)):
    add_people([Text("t", "ewt/email", [sentence])], set(known))
    return [(" ".join(sentence.words[start:end]), label) for start, end, label in named_spans(sentence)]


def test_known_first_name_with_what_hangs_flat_on_it_is_a_person():
    assert marked(tree("Ann Lee wrote", "NNP NNP VBD", [2, 0, 2], "nsubj flat root")) == [("Ann Lee", "PERSON")]


def test_who_is_spoken_to_is_a_person():
    assert marked(tree("Thanks , Zog", "NNS , NNP", [0, 2, 0], "root punct vocative")) == [("Zog", "PERSON")]


def test_unknown_or_compound_proper_noun_stays_open():
    assert marked(tree("San Jose won", "NNP NNP VBD", [2, 0, 2], "nsubj flat root")) == []
    assert marked(tree("Ann Street closed", "NNP NNP VBD", [1, 2, 2], "compound nsubj root")) == []


def test_common_word_may_be_no_person_but_anything_else():
    sentence = tree("Ann wrote", "NNP VBD", [1, 1], "nsubj root")
    marked(sentence)
    barred = {tag for i, tag in enumerate(BIO) if not sentence.names[1] >> i & 1}
    assert barred == {"B-PERSON", "I-PERSON"}


def test_annotated_names_are_left_as_they_are():
    sentence = tree("Ann wrote", "NNP VBD", [1, 1], "nsubj root")
    sentence.names = [1, 1]
    assert marked(sentence) == []


def test_first_names_begin_people_twice_and_little_else():
    person, place = (1 << BIO.index("B-" + label) for label in ("PERSON", "PLACE"))
    words = ["Ann", "Ann", "Paris", "Paris", "Bob"]
    sentence = Sentence(words, [True] * 5, [person, person, person, place, person])
    assert first_names([Text("t", "gum", [sentence])]) == {"Ann"}
