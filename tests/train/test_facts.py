"""The heads of facts: what they learn from, and that what they learn is what runs."""

import json

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from tokenizers import Tokenizer, models  # noqa: E402

from kg.evaluate.gold import Gold  # noqa: E402
from kg.extract.claims import Extractor  # noqa: E402
from kg.extract.learned import Heads  # noqa: E402
from kg.nlp.parse import parse  # noqa: E402
from kg.records import Document  # noqa: E402
from kg.train.aligned import align, example, labels, type_names  # noqa: E402
from kg.train.examples import Inventory  # noqa: E402
from kg.train.export import mean_of  # noqa: E402
from kg.train.extraction import learned_from, set_aside  # noqa: E402
from kg.train.facts import Facts, Lessons, heads_of, packed  # noqa: E402
from kg.train.network import Network  # noqa: E402
from kg.train.report import counted, table  # noqa: E402

TEXT = "Ada Roe married Ben Poe in 2017. At the mill, with Ada, a son: Cy Poe worked and sang there."
GOLD = {
    "id": "d",
    "people": [{"name": "Ada Roe"}, {"name": "Ben Poe"}, {"name": "Cy Poe"}],
    "events": [{"type": "married", "people": ["Ada Roe", "Ben Poe"], "date": "2017", "evidence": [[0, 31]]}],
    "kin": [{"type": "parent_of", "people": ["Ada Roe", "Cy Poe"], "evidence": [[33, 70]]}],
}


@pytest.fixture(scope="module")
def types(ontology):
    return type_names(ontology)


@pytest.fixture(scope="module")
def extractor(nlp, ontology):
    document = Document(id="d", source="d.txt", text=TEXT)
    return Extractor(parse(nlp, document), document, ontology)


@pytest.fixture
def one(extractor, types):
    return example(extractor.doc, extractor, Gold.model_validate(GOLD), types)


def words(one, extractor, fact):
    return None if fact.word is None else extractor.doc[fact.word].text


def test_fact_is_told_by_the_word_of_a_rule_or_of_the_ontology(one, extractor):
    assert [words(one, extractor, fact) for fact in one.facts] == ["married", "son"]


def test_fact_without_such_a_word_teaches_nothing_until_the_heads_point_at_one(extractor, types):
    gold = Gold.model_validate({**GOLD, "kin": [{**GOLD["kin"][0], "evidence": [[TEXT.index("worked"), len(TEXT)]]}]})
    one = example(extractor.doc, extractor, gold, types)
    fact = one.facts[1]
    assert fact.word is None
    assert labels(one).counted[fact.words, fact.number].sum() == 0
    scores = np.zeros((len(extractor.doc), len(types)))
    pointed = next(token.i for token in extractor.doc if token.text == "worked")
    scores[pointed, fact.number] = 3
    align(one, scores)
    assert words(one, extractor, fact) == "worked"


def test_labels_name_the_type_of_the_word_and_the_roles_of_people(one, extractor, types):
    gold = labels(one)
    told = {(extractor.doc[word].text, types[number]) for word, number in zip(*np.nonzero(gold.types), strict=True)}
    assert told == {("married", "married"), ("son", "parent_of")}
    row = [types[number] for number in gold.numbers].index("parent_of")
    roles = {
        one.view.people[gold.links.columns[link]]: gold.roles[person].tolist()
        for link, person in zip(gold.mentions, gold.people, strict=True)
        if gold.links.rows[link] == row
    }
    assert roles[("Ada Roe",)] == [1, 0]
    assert roles[("Cy Poe",)] == [0, 1]
    assert roles[("Ben Poe",)] == [0, 0]


def inventory():
    found = Inventory(Tokenizer(models.WordLevel({"a": 0}, unk_token="a")), [], [], [], [])
    found.names[("PERSON", 2)] = [["Eve", "Moe"]]
    return found


def test_loss_of_facts_teaches_heads_and_encoder(one):
    torch.manual_seed(1)
    network, lessons = Network(200, (1, 1, 1, 1), inner=8), Lessons([one], inventory(), 1)
    for _ in range(5):  # the fourth document is aligned anew
        lessons.loss(network).backward()
    for weight in (network.encoder.layers[0].inner.weight, lessons.module.trigger.weight):
        assert weight.grad is not None
        assert 0 < float(weight.grad.abs().sum()) < np.inf


def test_heads_that_run_compute_what_was_trained(one, extractor, types, tmp_path):
    torch.manual_seed(2)
    facts, gold = Facts(len(types)).eval(), labels(one)
    for weight in (facts.cue.weight, facts.people.low_types.weight):
        torch.nn.init.normal_(weight, std=0.3)
    heads, doc = heads_of(facts, types, types), extractor.doc
    vectors = torch.from_numpy(np.asarray(doc.tensor)) * 2.5
    with torch.no_grad():
        scores = facts.triggers(vectors, one.view).sigmoid().numpy()
        roles = facts.people(vectors, torch.from_numpy(one.view.mentions[:, 0]), gold).sigmoid().numpy()
    found = heads.triggers(doc, one.view, gold.words, gold.numbers)
    assert found == pytest.approx(scores[gold.words, gold.numbers], abs=1e-4)
    (tmp_path / "facts.npz").write_bytes(packed(facts.state_dict(), types))
    again = Heads.from_disk(tmp_path / "facts.npz", types)
    assert again.triggers(doc, one.view, gold.words, gold.numbers) == pytest.approx(found, abs=0.01)
    unruled = [rule.word for rule in one.rules]
    row = next(i for i, word in enumerate(gold.words) if word not in unruled)  # as rules leave it, so the model sees it
    near = heads.people(doc, one.view, gold.words[row : row + 1], gold.numbers[row : row + 1])[0]
    for key, chances in near.items():
        mine = [
            i for i, link in enumerate(gold.links.columns) if gold.links.rows[i] == row and key in one.view.people[link]
        ]
        assert chances == pytest.approx(roles[mine].max(0), abs=1e-4)


def test_mean_of_checkpoints_is_of_those_that_learned_the_task():
    one, other = ({"events": {"w": torch.tensor([value])}} for value in (1.0, 3.0))
    assert mean_of([one, other], "events") == {"w": torch.tensor([2.0])}
    assert mean_of([one, {}], "events") == {"w": torch.tensor([1.0])}
    assert mean_of([{}], "events") == {}


def test_news_are_not_learned_from_and_every_eighth_document_is_set_aside(tmp_path):
    for name in ("own", "train"):
        (tmp_path / name).mkdir()
    for i in range(12):
        (tmp_path / "own" / f"o{i:02}.md").write_text("x")
        (tmp_path / "train" / f"t{i:02}.md").write_text("x")
    rows = [{"id": f"t{i:02}", "genre": "news" if i < 6 else "biography"} for i in range(12)]
    (tmp_path / "train" / "index.json").write_text(json.dumps(rows))
    assert learned_from(tmp_path / "train") == [f"t{i:02}" for i in range(6, 12)]
    assert set_aside(tmp_path) == {"o03", "o11", "t09"}


def test_report_counts_what_the_model_adds_to_the_rules(extractor, monkeypatch):
    gold = Gold.model_validate(GOLD)
    rows = dict(counted(extractor, gold))
    assert rows["married"] == {"right by rule": 1, "ruled": 1, "right": 1, "told": 1, "gold": 1}
    assert rows["parent_of"]["gold"] == 1
    line = table({"married": rows["married"]}).splitlines()[1]
    assert line == f"{'married':24s}P 100.0  R 100.0  F1 100.0  P 100.0  R 100.0  F1 100.0  (0 right of 0 more)"
