"""What a sentence claims: type, people, date and status. Every rule has its sentence, its near miss and its refusal."""

from datetime import date

import pytest

from kg.extract.claims import reading
from kg.nlp.parse import parse
from kg.ontology.load import load as load_ontology
from kg.records import Claim, Document

PUBLISHED = date(2020, 9, 14)  # a Monday


@pytest.fixture(scope="module")
def claims_of(nlp):
    ontology = load_ontology()

    def claims_of(text: str, published: date | None = PUBLISHED) -> tuple[Claim, ...]:
        document = Document(id="d", source="d.txt", text=text, published=published)
        return reading(parse(nlp, document), document, ontology).claims

    return claims_of


def told(claims: tuple[Claim, ...], kind: str) -> set[str]:
    """Each claim in one line: "married Ada Roe + Ben Poe 2017 asserted"."""
    return {
        " ".join(
            filter(
                None,
                (
                    claim.type,
                    " + ".join(sorted(each.name for each in claim.people)),
                    claim.when.edtf if claim.when else "",
                    "" if claim.status == "asserted" else claim.status,
                ),
            )
        )
        for claim in claims
        if claim.kind == kind
    }


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Ada Roe married Ben Poe in 2017.", "married Ada Roe + Ben Poe 2017"),
        ("Ada Roe and Ben Poe tied the knot in June 2017.", "married Ada Roe + Ben Poe 2017-06"),
        ("Ada Roe and Ben Poe were married on 3 May 1840.", "married Ada Roe + Ben Poe 1840-05-03"),
        ("Ada Roe met Ben Poe in 2015. The couple got engaged in 2016.", "engaged Ada Roe + Ben Poe 2016"),
        ("Ada Roe split from Ben Poe in 2018.", "separated Ada Roe + Ben Poe 2018"),
        ("Ada Roe and Ben Poe called it quits in 2018.", "separated Ada Roe + Ben Poe 2018"),
        ("Ada Roe divorced Ben Poe in 1999.", "divorced Ada Roe + Ben Poe 1999"),
        ("Ada Roe filed for divorce from Ben Poe in 2018.", "divorce_filed Ada Roe + Ben Poe 2018"),
        ("Ben Poe proposed to Ada Roe in 2012.", "engaged Ada Roe + Ben Poe 2012"),
        ("Ada Roe and Ben Poe began dating in 2010.", "dating_began Ada Roe + Ben Poe 2010"),
        ("Ada Roe reportedly split from Ben Poe in 2018.", "separated Ada Roe + Ben Poe 2018 reported"),
        ("Ada Roe will marry Ben Poe in June 2021.", "married Ada Roe + Ben Poe 2021-06 planned"),
        ("Ada Roe never married Ben Poe.", "married Ada Roe + Ben Poe negated"),
        ("Ada Roe denied that she had married Ben Poe.", "married Ada Roe + Ben Poe denied"),
        ("Ada Roe hopes to marry Ben Poe.", "married Ada Roe + Ben Poe planned"),
        ("Ada Roe was born in 1850.", "born Ada Roe 1850"),
        ("Ada Roe died on 2 March 1901.", "died Ada Roe 1901-03-02"),
        ("Ada Roe and Ben Poe welcomed a daughter, Cora, in 2019.", "child_born Ada Roe + Ben Poe + Cora 2019"),
    ],
)
def test_event(claims_of, text, event):
    assert event in told(claims_of(text), "event")


@pytest.mark.parametrize(
    "text",
    [
        "Ada Roe dated furniture for a museum.",
        "The band married folk and jazz in 2017.",
        "Ada Roe engaged the audience and split the prize.",
        "Ada Roe may meet her editor in May.",
    ],
)
def test_other_senses_claim_nothing(claims_of, text):
    assert claims_of(text) == ()


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Ben Poe and his wife, Ada Roe, live in Leeds.", "married Ada Roe + Ben Poe 2020-09-14"),
        ("Ada Roe is engaged to Ben Poe.", "engaged Ada Roe + Ben Poe 2020-09-14"),
        ("Ben Poe's ex-wife Ada Roe lives in Leeds.", "divorced Ada Roe + Ben Poe 2020-09-14"),
        ("Ada Roe has been dating Ben Poe for two years.", "dating Ada Roe + Ben Poe 2020-09-14"),
    ],
)
def test_state(claims_of, text, state):
    assert state in told(claims_of(text), "state")


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Ada Roe, the daughter of Ben Poe, lives in Leeds.", "parent_of Ada Roe + Ben Poe"),
        ("Ada Roe's brother, Carl Roe, lives in Leeds.", "sibling_of Ada Roe + Carl Roe"),
    ],
)
def test_kin(claims_of, text, tie):
    assert tie in told(claims_of(text), "kin")


def test_every_quote_is_the_characters_of_its_source(claims_of):
    text = "Ada Roe (3 May 1850 – 1901) married Ben Poe.\n\nHe died in 1899."
    for claim in claims_of(text, None):
        assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.quote


def test_life_in_brackets(claims_of):
    events = told(claims_of("Ada Roe (3 May 1850 – 7 June 1901) was an English painter.", None), "event")
    assert events == {"born Ada Roe 1850-05-03", "died Ada Roe 1901-06-07"}
