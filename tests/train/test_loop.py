"""The schedule of learning rates, and what roughening and renaming leave as it was."""

import random

import pytest

pytest.importorskip("torch")

from tokenizers import Tokenizer, models

from kg.train.corpora import BIO, Sentence, Text
from kg.train.examples import Inventory, roughened
from kg.train.loop import AGAIN, Schedule

PERSON, INSIDE = (1 << BIO.index(prefix + "-PERSON") for prefix in "BI")


@pytest.mark.parametrize(
    ("done", "share"),
    [(0, 0.0), (6, 1.0), (53, 0.5), (103, AGAIN / 2), (106, AGAIN), (153, AGAIN / 2), (200, 0.0)],
)
def test_each_cycle_rises_and_falls_and_the_second_is_lower(done, share):
    assert Schedule([100, 100], done).share == pytest.approx(share, abs=1e-3)


def inventory():
    found = Inventory(Tokenizer(models.WordLevel({"a": 0}, unk_token="a")), [], [], [], [])
    found.take_names([Text("t", "gum", [Sentence(["Zoe", "Grant", "sang"], [True] * 3, [PERSON, INSIDE, 1])])])
    return found


def test_name_is_only_changed_for_one_of_its_length():
    sentence = Sentence(["Ann", "Lee", "met", "Bob"], [True] * 4, [PERSON, INSIDE, 1, PERSON])
    seen = {tuple(inventory().renamed(sentence, random.Random(seed))) for seed in range(40)}
    assert seen == {("Ann", "Lee", "met", "Bob"), ("Zoe", "Grant", "met", "Bob")}


def test_roughened_sentence_keeps_every_word_but_the_last_stop():
    sentence = Sentence(["They", "wed", "."], [True] * 3, [1] * 3, heads=[1, 1, 1])
    for seed in range(60):
        words, kept = roughened(sentence, inventory(), random.Random(seed))
        assert [word.lower() for word in words] == ["they", "wed", "."]
        assert kept in ([0, 1, 2], [0, 1])
