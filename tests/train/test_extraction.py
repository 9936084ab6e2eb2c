"""How sure claims are is fitted on examples: signs that go with right claims weigh up, rare ones nothing."""

import pytest

pytest.importorskip("torch")


from kg.evaluate.gold import GoldFact, GoldPerson
from kg.evaluate.names import Cast
from kg.extract.finding import Finding
from kg.train.extraction import RARE, Example, fit, is_same, order, reliability

NAMES = {"ada": "Ada Roe", "ben": "Ben Poe", "cy": "Cy Poe"}
CAST = Cast([GoldPerson(name=name) for name in NAMES.values()])


def found(type_, *people):
    return Finding("event", type_, None, people, (), "verb: x")


@pytest.mark.parametrize(
    ("finding", "people", "is_right"),
    [
        (found("married", ("partner", "ada"), ("partner", "ben")), ("Ben Poe", "Ada Roe"), True),
        (found("married", ("partner", "ada"), ("partner", "cy")), ("Ben Poe", "Ada Roe"), False),
        (found("parent_of", ("parent", "ben"), ("child", "cy")), ("Ben Poe", "Cy Poe"), True),
        (found("parent_of", ("parent", "cy"), ("child", "ben")), ("Ben Poe", "Cy Poe"), False),
        (found("child_born", ("parent", "ada"), ("child", "cy")), ("Ada Roe", "Ben Poe"), True),
        (found("child_born", ("parent", "cy"), ("child", "ben")), ("Ada Roe", "Ben Poe"), False),
        (found("child_born", ("child", "cy")), ("Ada Roe", "Ben Poe"), False),
        (found("died", ("person", "ada")), ("Ada Roe",), True),
    ],
)
def test_finding_is_right_with_the_gold_people_in_their_roles(finding, people, is_right):
    assert is_same(finding, GoldFact(type=finding.type, people=people), NAMES, CAST) is is_right


def test_sign_of_right_claims_weighs_up_and_a_rare_one_is_left_out():
    right = [Example("d", {"always": 1.0, "named": 1.0}, True)] * 40
    wrong = [Example("d", {"always": 1.0, "crowd": 1.0}, False)] * 40
    rare = [Example("d", {"always": 1.0, "odd": 1.0}, True)] * (RARE - 1)
    weights = fit([*right, *wrong, *rare])
    assert weights["named"] > 1 > -1 > weights["crowd"]
    assert "odd" not in weights


def test_reliability_compares_scores_with_what_was_right():
    pairs = [(0.95, True), (0.92, False), (0.1, False)]
    assert list(reliability(pairs)) == [("0.0-0.2", 1, 0.1, 0.0), ("0.9-1.0", 2, 0.935, 0.5)]


def test_order_is_the_share_of_right_claims_above_wrong_ones():
    assert order([(0.9, True), (0.8, False), (0.7, True)]) == 0.5
