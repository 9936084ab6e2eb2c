"""Training of the scorer of antecedents: what it learns from, and that what it learns is what runs."""

from dataclasses import replace

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from kg.nlp.antecedents import FARTHEST, Scorer, pair_features  # noqa: E402
from kg.nlp.mentions import WIDE, mentions  # noqa: E402
from kg.train import coreference, heads  # noqa: E402
from tests.nlp.hand import doc_of  # noqa: E402

# Clara Voss met a potter. The potter said she liked her and Ben.
TEXT = "Clara Voss met a potter . The potter said she liked her and Ben ."


def doc():
    made = doc_of(
        "Clara|NNP|nsubj|2|P Voss|NNP|flat|-1|p met|VBD|root|0 a|DT|det|1 potter|NN|obj|-2 .|.|punct|-3",
        "The|DT|det|1 potter|NN|nsubj|1 said|VBD|root|0 she|PRP|nsubj|1 liked|VBD|ccomp|-2 her|PRP|obj|-1 "
        "and|CC|cc|1 Ben|NNP|conj|-2|P .|.|punct|-6",
    )
    made.tensor = np.random.default_rng(5).normal(size=(len(made), WIDE)).astype(np.float32)
    return made


def characters(document, *spans):
    return [[document[start].idx, document[end - 1].idx + len(document[end - 1])] for start, end in spans]


def record(document, source="gum"):
    clusters = [characters(document, (0, 2), (11, 12)), characters(document, (3, 5), (6, 8), (9, 10))]
    return {
        "source": source, "doc": "1", "text": document.text, "clusters": [*clusters, characters(document, (2, 3))],
        "types": ["PERSON", "PERSON", "PLACE"], "singletons": characters(document, (13, 14)),
    }  # fmt: skip


@pytest.fixture(scope="module")
def models():
    torch.manual_seed(1)
    return tuple(heads.Detector().eval() for _ in range(3))


def test_gold_mentions_of_people_are_known_by_their_heads():
    found = heads.gold_heads(doc(), record(doc()))
    assert found == {0: [(0, 2, 0)], 11: [(11, 12, 0)], 4: [(3, 5, 1)], 7: [(6, 8, 1)], 9: [(9, 10, 1)],
                     13: [(13, 14, -1)]}  # fmt: skip


@pytest.mark.parametrize(("article", "marked"), [("", (0, 1)), ("the|DT|det|1 ", (1,))])
def test_a_name_behind_its_title_heads_the_same_mention(article, marked):
    document = doc_of(f"{article}potter|NN|nsubj|2 Ben|NNP|appos|-1|P left|VBD|root|0 .|.|punct|-1")
    clusters = [characters(document, (0, len(document) - 2))]
    found = heads.gold_heads(document, {"source": "gum", "clusters": clusters, "types": ["PERSON"], "singletons": []})
    assert tuple(found) == marked


def test_words_of_sources_that_mark_names_only_teach_nothing_about_heads():
    words = heads.words_of([(record(doc()), doc()), (record(doc(), "redocred"), doc())])
    assert words.gold.sum() == 6
    assert set(words.documents.tolist()) == {0}


def test_detector_in_torch_and_without_agree(models):
    document = doc()
    words = heads.words_of([(record(document), document)])
    logits = Scorer(models[0].weights()).people(document)
    with torch.no_grad():
        assert np.allclose(logits[np.isfinite(logits)], models[0](words).numpy(), atol=1e-4)


def test_pairs_are_those_before_and_no_farther_than_is_looked_back():
    rows, columns = coreference.pairs(3)
    assert list(zip(rows.tolist(), columns.tolist(), strict=True)) == [(1, 0), (2, 1), (2, 0)]
    rows, columns = coreference.pairs(FARTHEST + 50)
    assert sorted(columns[rows == FARTHEST + 49].tolist()) == list(range(49, FARTHEST + 49))


def test_scorer_in_torch_and_without_agree(models):
    document = doc()
    torch.manual_seed(2)
    network = coreference.Antecedents().eval()
    found, logits = mentions(document, [0, 4, 7, 9, 11]), Scorer(models[0].weights()).people(document)
    rows, columns = coreference.pairs(len(found))
    features = pair_features(found.at(rows), found.at(columns), rows - columns)
    example = coreference.Example(
        "gum", np.zeros((5, 3)), found.vectors(document.tensor), found["kind"], np.maximum(logits[found["head"]], -3),
        rows, columns, np.stack(features, axis=1), np.zeros(len(found)),
    )  # fmt: skip
    with torch.no_grad():
        expected = network(example).numpy()
    scores = Scorer(network.weights())(found, document.tensor, logits)
    assert np.allclose(scores[rows, rows - columns - 1], expected, atol=1e-4)


def test_examples_know_whom_each_mention_means(models, monkeypatch):
    monkeypatch.setattr(coreference, "heads_of", lambda logits: [0, 4, 7, 9, 11, 13])
    (example,) = coreference.examples([(record(doc()), doc())], models)
    assert example.person.tolist() == [0, 1, 1, 1, 0, -2, -1]  # "her", "her and Ben", "Ben"


@pytest.mark.parametrize(("source", "left_out"), [("gum", 0), ("own", 4)])
def test_pronouns_of_whom_it_could_not_be_told_teach_nothing(models, monkeypatch, source, left_out):
    monkeypatch.setattr(coreference, "heads_of", lambda logits: [0, 4, 7, 9, 11])
    document, told = doc(), record(doc(), source)
    told["clusters"][1] = [span for span in told["clusters"][1] if document.text[slice(*span)] != "she"]
    (example,) = coreference.examples([(told, document)], models)
    assert len(coreference.pairs(len(example.person))[0]) - len(example.rows) == left_out


def test_of_gap_only_the_marked_pairs_are_learned(models):
    document = doc()
    (pronoun, a, b) = characters(document, (9, 10), (0, 2), (13, 14))
    gap = {
        "source": "gap",
        "text": document.text,
        "pronoun": pronoun,
        "a": a,
        "a_coref": True,
        "b": b,
        "b_coref": False,
    }
    (example,) = coreference.examples([(gap, document)], models)
    assert example.right.tolist() == [1, 0]
    assert len(example.vectors) == 3
    scores = torch.tensor([2.0, -1.0])
    assert float(coreference.loss_of(scores, example)) == pytest.approx(np.log1p(np.exp(-2)) + np.log1p(np.exp(-1)))


def test_loss_counts_all_right_antecedents_and_none_where_there_are_none():
    rows, columns = np.array([1, 2, 2]), np.array([0, 1, 0])
    nothing = np.zeros(0, dtype=np.float32)
    example = coreference.Example(
        "gum", nothing, nothing, nothing, nothing, rows, columns, nothing, np.array([0, 0, -1])
    )
    sure = float(coreference.loss_of(torch.tensor([9.0, -9.0, -9.0]), example))
    wrong = float(coreference.loss_of(torch.tensor([-9.0, 9.0, 9.0]), example))
    assert sure == pytest.approx(0, abs=0.01)
    assert wrong == pytest.approx(9 + 9 + np.log(2), abs=0.01)


def test_examples_side_by_side_stay_apart(models, monkeypatch):
    monkeypatch.setattr(coreference, "heads_of", lambda logits: [0, 4, 7, 9, 11, 13])
    one = coreference.examples([(record(doc()), doc())], models)[0]
    (both,) = coreference.together([one, one])
    size = len(one.kinds)
    assert len(both.kinds) == 2 * size
    assert both.rows.tolist() == [*one.rows, *(one.rows + size)]
    assert not set(both.person[:size]) & set(both.person[size:]) - {-1, -2}
    assert len(coreference.together([one] * 60)) > 1


def test_training_learns_what_it_is_shown(models, monkeypatch):
    monkeypatch.setattr(coreference, "heads_of", lambda logits: [0, 4, 7, 9, 11, 13])
    found = coreference.examples([(record(doc()), doc())], models)
    network = coreference.fit(found * 4, seed=1, epochs=40, dropout=0.0)
    with torch.no_grad():
        scores = network(found[0])
        assert float(coreference.loss_of(scores, found[0])) < 1


def test_teachers_draw_the_loss_towards_what_they_hold_likely():
    rows, columns = np.array([1, 2, 2]), np.array([0, 1, 0])
    nothing = np.zeros(0, dtype=np.float32)
    example = coreference.Example("gum", *[nothing] * 4, rows, columns, nothing, np.array([0, 0, 0]))
    gap = coreference.Example("gap", *[nothing] * 4, rows, columns, nothing, nothing, np.array([1, 0, 0], np.float32))
    for one in (example, gap):
        teachers = [lambda _, held=held: torch.tensor(held) for held in ([2.0, 3.0, 0.0], [1.0, 2.0, 1.0])]
        taught = replace(one, taught=coreference.probable(teachers, one))
        # the second antecedent is held likelier than the third, both being right: or wrong, of GAP's
        near, far = torch.tensor([1.5, 2.5, 0.5]), torch.tensor([1.5, 0.5, 2.5])
        assert float(coreference.loss_of(near, one)) == pytest.approx(float(coreference.loss_of(far, one)))
        assert float(coreference.loss_of(near, taught)) < float(coreference.loss_of(far, taught)) - 0.3
    chances = coreference.probable([lambda _: torch.tensor([0.0, 0.0, 0.0])], example)
    assert chances == pytest.approx([1 / 2, 1 / 3, 1 / 3])
    assert coreference.probable([lambda _: torch.tensor([0.0, 0.0, 0.0])], gap) == pytest.approx([0.5] * 3)
