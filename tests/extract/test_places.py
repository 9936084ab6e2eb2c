"""Where something happened: places that are named, and those that are only described."""

import pytest

from kg.extract.claims import reading
from kg.nlp.parse import parse
from kg.read.draft import Draft, document


@pytest.fixture(scope="session")
def places_of(nlp, ontology):
    """The places of the events of a text, by type; None where it tells none."""

    def of(text: str) -> dict[str, str | None]:
        source = document(Draft(text), "text")
        claims = reading(parse(nlp, source), source, ontology).claims
        return {claim.type: claim.place for claim in claims if claim.kind == "event"}

    return of


@pytest.mark.parametrize(
    ("text", "type_", "place"),
    [
        ("Ada Roe married Ben Poe at St Mary's Church in Dover in 2010.", "married", "St Mary's Church"),
        ("Ada Roe married Ben Poe in London in 2010.", "married", "London"),
        ("Ada Roe was born in the city of Lahore in 1921.", "born", "Lahore"),
        ("Ben Poe proposed to Ada Roe during a trip to Rome in May 2010.", "engaged", "Rome"),
        ("Ben Poe asked Ada Roe to marry him while they were on holiday in New York.", "engaged", "New York"),
        ("She honeymooned in Bath, where Ada Roe had married Ben Poe in 2018.", "married", "Bath"),
        ("It was in Vancouver that Ada Roe married Ben Poe.", "married", "Vancouver"),
        ("Ada Roe moved to York in 2010. She died there in 2014.", "died", "York"),
        ("Ada Roe and Ben Poe tied the knot in a lavish Essex wedding in 2018.", "married", "Essex"),
        ("Ada Roe (4 May 1801, Leeds – 1860, York) was a painter.", "born", "Leeds"),
        ("Ada Roe (4 May 1801, Leeds – 1860, York) was a painter.", "died", "York"),
        ("Ada Roe (born 4 May 1943 in Los Angeles, California) is a painter.", "born", "Los Angeles"),
        ("Ada Roe was killed in the 1921 Leeds explosion.", "died", "Leeds"),
        # described
        ("Ada Roe met Ben Poe on the set of the film Hills in 2010.", "met", "on the set of the film Hills"),
        (
            "Ada Roe met Ben Poe on the set of the series, Belleville, in 2010.",
            "met",
            "on the set of the series, Belleville",
        ),
        ("Ada Roe met Ben Poe at a dinner party thrown by Carl Zed.", "met", "at a dinner party"),
        ("Ada Roe met Ben Poe on season five of The Harbour.", "met", "on season five of The Harbour"),
        ("Ada Roe and Ben Poe met on Tinder in 2018.", "met", "on Tinder"),
        ("Ada Roe and Ben Poe met online in 2018.", "met", "online"),
        ("Ada Roe died at home in 2018.", "died", "at home"),
        # nowhere
        ("Ada Roe and Ben Poe got engaged at New Year 1998.", "engaged", None),
        ("Ada Roe was buried in Leeds on 4 May 1860.", "died", None),
        ("Ada Roe (1801–1860), Queen of Spain, was a painter.", "died", None),
        ("Ada Roe and Ben Poe went public with their romance on New Year's Eve.", "went_public", None),
        ("Ada Roe announced her split from Ben Poe on the Morning Show in 2018.", "separated", None),
        ("Ada Roe married Ben Poe, a tutor at New College, Oxford, in 1899.", "married", None),
        ("Ada Roe met Ben Poe at the height of her fame.", "met", None),
        ("Ada Roe met Ben Poe on the US version of the Harbour.", "met", None),
    ],
)
def test_where_it_was(places_of, text, type_, place):
    assert places_of(text)[type_] == place


@pytest.mark.parametrize(
    ("text", "births"),
    [
        ("Ada Roe (1801–1860) was a painter. Roe was born in Leeds.", {None, "Leeds"}),
        ("Ada Roe was born in Leeds.", {"Leeds"}),
        ("Ada Roe was born a princess.", set()),
        ("Ada Roe, a painter, wed Ben Poe, who was born in Leeds.", set()),
    ],
)
def test_a_birthplace_without_a_day_is_told_of_whom_the_text_is_about(nlp, ontology, text, births):
    source = document(Draft(text), "text")
    claims = reading(parse(nlp, source), source, ontology).claims
    assert {claim.place for claim in claims if claim.type == "born"} == births


@pytest.mark.parametrize(
    ("text", "work"),
    [
        ("Ada Roe met Ben Poe on the set of the horror movie The Salt Saw Tale in 2010.", "The Salt Saw Tale"),
        ("Ada Roe worked with Ben Poe on the drama series Cold Harbour in 2010.", "Cold Harbour"),
        ("Ada Roe starred opposite Ben Poe in the play Salt at the Royal Court.", "Salt"),
        ("Ada Roe worked with Ben Poe on the show in Leeds.", None),
        ("Ada Roe worked with Ben Poe on the show last Monday.", None),
    ],
)
def test_a_work_is_named_behind_a_word_for_it(nlp, ontology, text, work):
    source = document(Draft(text), "text")
    claims = reading(parse(nlp, source), source, ontology).claims
    assert {claim.work for claim in claims if claim.type == "worked_together"} == {work}
