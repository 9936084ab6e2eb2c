"""What the model reads beside the rules: words they left, told as so, and nothing against what is known."""

from dataclasses import replace

import numpy as np
import pytest

from kg.extract import learned
from kg.extract.against import speaks_against
from kg.extract.arrays import AHEAD, BACK, OFFSETS, SIZES, links, view
from kg.extract.certainty import Told
from kg.extract.claims import Extractor, reading
from kg.extract.finding import Finding
from kg.extract.learned import Heads, Known, beside, heads_of
from kg.extract.lexicon import lexicon
from kg.extract.times import Times
from kg.nlp.parse import parse
from kg.records import Document
from tests.extract.conftest import PUBLISHED

TYPES = ("parent_of", "state:engaged", "state:married")
RANK = OFFSETS[8]  # of the feature that tells which nearest mention it is: four numbers before the word, four after


def toy() -> Heads:
    """Heads for which every word of the ontology tells its type; who stands before it is the parent, or a partner."""
    count = len(TYPES)
    sides = np.zeros((sum(SIZES), 2), dtype=np.float32)
    sides[RANK : RANK + 4, 0] = sides[RANK + 4 : RANK + 8, 1] = 1
    nothing = {name: np.zeros(shape, dtype=np.float32) for name, shape in {
        "trigger": (3 * 384 + count, 1), "trigger_bias": 1, "type": (1, count), "mine": (384, 2), "other": (384, 2),
        "kind": (count, 2), "other_bias": 2, "low_mine": (384, 1), "low_other": (384, 1), "low_kind": (count, 2, 1),
    }.items()}  # fmt: skip
    told = {"cue": 8 * np.eye(count), "type_bias": np.full(count, -4), "role": 8 * np.eye(2), "role_bias": [-4, -4]}
    weights = {name: np.array(values, dtype=np.float32) for name, values in told.items()}
    return Heads({**nothing, **weights, "features": sides}, TYPES, TYPES)


@pytest.fixture(scope="module")
def read(nlp, ontology):
    def read(text: str) -> tuple[Document, Extractor]:
        document = Document(id="d", source="d.txt", text=text, published=PUBLISHED)
        return document, Extractor(parse(nlp, document), document, ontology)

    return read


@pytest.fixture
def found_in(read):
    def found_in(text: str, heads: Heads | None = None) -> list[tuple[str, ...]]:
        _, extractor = read(text)
        found = beside(extractor.doc, extractor.lexicon, list(extractor.told()), extractor.is_real, heads or toy())
        return [(told.finding.type, *told.finding.keys) for told in found]

    return found_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ada Roe lived in Leeds with a son; at the mill worked Ben Roe.", [("parent_of", "Ada Roe", "Ben Roe")]),
        ("Ada Roe lived in Leeds with a son. At the mill worked Ben Roe.", []),  # of another sentence
        ("Ada Roe lived in Leeds. No son was like Ben Roe.", []),
        ("Ada Roe lived in Leeds with a son-in-law; at the mill worked Ben Roe.", []),
        ("Ada Roe lived in Leeds with a god-son; at the mill worked Ben Roe.", []),
        ("Ada Roe was stepmother to a son; at the mill worked Ben Roe.", []),
        ("Ada Roe was stepmother to a girl and a son; at the mill worked Ben Roe.", []),
        ("Ada Roe heard of a rower's son; at the mill worked Ben Roe.", []),
        ("Ada Roe and Ben Roe do not share a son like Cy Roe.", []),
        ("Ada Roe lived in Leeds. The son of a friend was Ben Roe.", []),
        ("Was Ada Roe with a son like Ben Roe?", []),
        ("Ada Roe hopes to have a son like Ben Roe.", []),
        ("Ada Roe stars as the son of a baker. Ben Roe was there.", []),
        ("Ada Roe lived in Leeds with a son. At the mill worked the foreman.", []),  # nobody with a name
        ("Ada Roe lived in Leeds. At the mill worked Ben Roe.", []),  # no word for it
        ("Ada Roe came with her son Ben Roe.", []),  # a rule has read the word
        ("Ada Roe met Ben Poe. Ada and Ben had a quiet marriage.", [("married", "Ada Roe", "Ben Poe")]),
        (
            "Ada Roe met Ben Poe. Ada Roe met Cy Doe. Ada and Ben told Cy Doe of a quiet marriage.",
            [("married", "Ada Roe", "Ben Poe")],  # one word, one couple
        ),
        ("Ada Roe met Ben Poe. Ada and Ben spoke of the marriage of Cy Doe.", []),
        ("Ada Roe sang. Ada and Ben Poe praised a quiet marriage.", []),  # no word makes a couple of them
        ("Ben Poe met his ex-wife Ada Roe.", []),  # a rule has read the word for a divorce
        ("Ada Roe met Ben Poe. Ada and Ben spoke of a wife, Eve Moe.", []),  # it names another
    ],
)
def test_model_reads_what_is_told_as_so_by_words_that_rules_left(found_in, text, found):
    assert found_in(text) == found


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Ada Roe knew Eve Moe's clever son; at the mill worked Ben Roe.", [("Eve Moe", "Ben Roe")]),
        ("Ada Roe met the father, Ben Roe.", []),  # not his mother
        ("Mr Ben Roe met Eve Moe's clever daughter.", []),
        ("Ada Roe met three children born to Eve Moe and Ben Roe.", []),  # two parents
        ("Ada Roe met a daughter of Ben Roe.", []),
    ],
)
def test_owner_of_a_word_is_the_parent_and_whom_it_names_the_child(read, text, people):
    _, extractor = read(text)
    found = beside(extractor.doc, extractor.lexicon, [], extractor.is_real, toy())
    assert [told.finding.keys for told in found] == people


@pytest.mark.parametrize(
    ("text", "is_against"),
    [
        ("Ada Roe met Ben Roe. They had a son.", True),
        ("Ada Roe met Ben Roe. The pair had a son.", True),
        ("Ada Roe lived in Leeds with a son; at the mill worked Ben Roe.", False),
    ],
)
def test_neither_of_two_who_have_a_child_is_the_child(read, text, is_against):
    _, extractor = read(text)
    son = next(token for token in extractor.doc if token.text == "son")
    finding = Finding("kin", "parent_of", son, (("parent", "Ada Roe"), ("child", "Ben Roe")), (son,), "model: son")
    assert speaks_against(finding, extractor.lexicon) == is_against


def test_what_is_not_likely_enough_is_not_told(found_in):
    text = "Ada Roe lived in Leeds with a son; at the mill worked Ben Roe."
    unsure = toy()
    unsure._weights = {**unsure._weights, "type_bias": np.full(len(TYPES), -9, dtype=np.float32)}
    assert found_in(text, unsure) == []


def test_heads_that_are_wholly_sure_still_give_odds(read):
    _, extractor = read("Ada Roe lived in Leeds with a son; at the mill worked Ben Roe.")
    sure = toy()
    sure._weights = {**sure._weights, "type_bias": np.full(3, 99, np.float32), "role_bias": np.full(2, 99, np.float32)}
    found = list(beside(extractor.doc, extractor.lexicon, [], extractor.is_real, sure))
    assert found
    assert all(10 < told.odds < 16 for told in found)


def tie(type_, *people):
    return Finding("kin" if type_.endswith("_of") else "state", type_, None, people, (), "relation: x")


MOTHER, FATHER = (tie("parent_of", ("parent", name), ("child", "cy")) for name in ("ada", "ben"))
BIRTH = Finding("event", "child_born", None, (*MOTHER.people, ("parent", "ben")), (), "verb: x")
WEDDING = Finding("event", "married", None, (("partner", "ada"), ("partner", "cy")), (), "verb: x")
THIRD = tie("parent_of", ("parent", "eve"), ("child", "cy"))
MARRIED = tie("married", ("partner", "ada"), ("partner", "cy"))


@pytest.mark.parametrize(
    ("known", "proposed", "is_allowed"),
    [
        ([], MOTHER, True),
        ([FATHER], MOTHER, True),
        ([MOTHER], MOTHER, False),  # told already
        ([MOTHER, FATHER], THIRD, False),
        ([BIRTH], MOTHER, False),
        ([BIRTH], THIRD, False),
        ([WEDDING], MOTHER, False),  # nobody is married to their child
        ([MOTHER], MARRIED, False),
        ([MOTHER], tie("parent_of", ("parent", "cy"), ("child", "ada")), False),
        ([WEDDING], MARRIED, True),
        ([], MARRIED, False),
    ],
)
def test_nothing_is_told_twice_or_against_what_is_known(known, proposed, is_allowed):
    told = [Told(finding, Times()) for finding in known]
    assert Known(told, lambda each: True).allows(proposed) is is_allowed


def test_nobody_has_two_mothers_who_are_no_couple():
    genders = {"ada": "female", "eve": "female", "ben": "male"}
    known = Known([Told(MOTHER, Times())], lambda each: True, genders)
    assert not known.allows(THIRD)
    assert known.allows(FATHER)
    couple = Told(tie("dating", ("partner", "ada"), ("partner", "eve")), Times())
    assert Known([Told(MOTHER, Times()), couple], lambda each: True, genders).allows(THIRD)


def test_what_rules_find_to_be_unreal_is_not_told_and_ties_nobody():
    def denied(each: Told) -> bool:
        return False

    assert not Known([Told(MOTHER, Times())], denied).allows(MOTHER)
    assert not Known([Told(BIRTH, Times())], denied).allows(MOTHER)
    assert not Known([Told(WEDDING, Times())], denied).allows(MARRIED)
    assert Known([Told(WEDDING, Times())], denied).allows(MOTHER)


def test_claim_says_that_the_model_read_it_and_how_surely(read, ontology, monkeypatch):
    monkeypatch.setattr(learned, "heads_of", lambda folder: toy())
    document, extractor = read("Ada Roe lived in Leeds with a son; at the mill worked Ben Roe.")
    (claim,) = reading(extractor.doc, document, ontology).claims
    assert (claim.type, claim.found_by, claim.status.value) == ("parent_of", "model: son", "asserted")
    assert [(each.role, each.name) for each in claim.people] == [("parent", "Ada Roe"), ("child", "Ben Roe")]
    assert "son" in claim.evidence.quote
    assert 0 < claim.score < 1
    assert claim.when is None


def test_pipeline_without_weights_is_read_by_rules_alone(read, tmp_path):
    _, extractor = read("Ada Roe lived in Leeds with a son; at the mill worked Ben Roe.")
    found = list(extractor.told())
    for folder in (None, tmp_path):
        extractor.doc._.folder = folder
        assert heads_of(folder) is None
        assert list(beside(extractor.doc, extractor.lexicon, found, extractor.is_real)) == []


def test_heads_kept_in_a_file_read_the_same(read, tmp_path):
    _, extractor = read("Ada Roe lived in Leeds with a son; at the mill worked Ben Roe.")
    np.savez(tmp_path / learned.WEIGHTS, types=np.array(TYPES), **toy()._weights)
    again = Heads.from_disk(tmp_path / learned.WEIGHTS, TYPES)
    assert again(extractor.doc, extractor.lexicon) == toy()(extractor.doc, extractor.lexicon) != []


def test_mentions_too_far_from_a_word_are_no_part_of_it(read, ontology):
    _, extractor = read(
        "Ada Roe sang. " + "It rained a lot. " * 40 + "Ben Roe had a son. " + "It rained. " * 40 + "Cy Poe."
    )
    seen = view(extractor.doc, lexicon(ontology), TYPES)
    word = next(token.i for token in extractor.doc if token.text == "son")
    near = links(seen, np.array([word]), np.array([0]))
    heads = seen.mentions[near.columns, 0]
    assert ((heads >= word - BACK) & (heads <= word + AHEAD)).all()
    assert {seen.people[column] for column in near.columns} == {("Ben Roe",)}
    assert near.features.shape == (len(near.rows), len(SIZES))
    assert (near.features >= OFFSETS).all()
    assert (near.features < OFFSETS + SIZES).all()


def test_people_whom_a_rule_found_are_marked_for_training(read, ontology):
    _, extractor = read("Ada Roe walked with a son. At the mill worked Ben Roe.")
    seen = view(extractor.doc, lexicon(ontology), TYPES)
    word = np.array([next(token.i for token in extractor.doc if token.text == "son")])
    near = links(seen, word, np.array([0]), {(int(word[0]), 0): frozenset({"Ben Roe"})})
    marks = {
        seen.people[column]: mark for column, mark in zip(near.columns, near.features[:, -1] - OFFSETS[-1], strict=True)
    }
    assert marks == {("Ada Roe",): 1, ("Ben Roe",): 2}


def test_cue_is_what_the_lemma_tells(read, ontology):
    doc = read("Ada's daughters  wed.")[1].doc
    seen = view(doc, lexicon(ontology), [*TYPES, "married"])
    told = {token.text: seen.cues[token.i].astype(int).tolist() for token in doc}
    assert told["daughters"] == [1, 0, 0, 0]
    assert told["wed"][3] == 1
    assert told["Ada"] == [0, 0, 0, 0]


def test_odds_of_the_model_are_a_sign_of_its_score(read):
    from kg.extract.certainty import signs

    _, extractor = read("Ada Roe lived in Leeds with a son; at the mill worked Ben Roe.")
    (told,) = beside(extractor.doc, extractor.lexicon, [], extractor.is_real, toy())
    (seen,) = signs(extractor.doc, [replace(told, odds=1.5)])
    assert (seen["odds"], seen["by model"], seen["kin, odds"]) == (1.5, 1.0, 1.5)
