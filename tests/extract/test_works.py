"""Shared work in other words than "worked with": co-stars, sets on which two met, what people make together."""

import pytest

from kg.extract.claims import reading
from kg.nlp.parse import parse
from kg.read.draft import Draft, document
from kg.records import Claim


@pytest.fixture(scope="session")
def works_of(nlp, ontology):
    """The claims of shared work of a text."""

    def of(text: str) -> list[Claim]:
        source = document(Draft(text), "text")
        claims = reading(parse(nlp, source), source, ontology).claims
        return [claim for claim in claims if claim.type == "worked_together"]

    return of


def names(claims: list[Claim]) -> set[str]:
    return {" + ".join(sorted(each.name for each in claim.people)) for claim in claims if claim.status.is_real}


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Ada Roe has split from her Salt Harbour co-star Ben Poe.", {"Ada Roe + Ben Poe"}),
        ("Ada Roe was linked to her Sand, Salt and Sea co-star Ben Poe.", {"Ada Roe + Ben Poe"}),
        ("Ada Roe arrived with co-stars Ben Poe and Carl Foe.", {"Ada Roe + Ben Poe", "Ada Roe + Carl Foe"}),
        ("Ada Roe married Ben Poe, her co-star in the film Salt, in 2010.", {"Ada Roe + Ben Poe"}),
        ("Ada Roe thanked her husband and co-host Ben Poe.", {"Ada Roe + Ben Poe"}),
        ("Ada Roe and Ben Poe met as castmates in 2010.", {"Ada Roe + Ben Poe"}),
        ("Ada Roe kissed her dance partner Ben Poe.", {"Ada Roe + Ben Poe"}),
        ("Ada Roe dined with fellow Salt Harbour star Ben Poe.", {"Ada Roe + Ben Poe"}),
        ("Ada Roe dined with fellow pop star Ben Poe.", set()),
        ("She spoke to hosts Ada Roe and Ben Poe.", {"Ada Roe + Ben Poe"}),
        ("She spoke to her hosts Ada Roe and Ben Poe.", set()),
        ("She spoke to farmers Ada Roe and Ben Poe.", set()),
        ("Ada Roe kissed her partner Ben Poe.", set()),
        ("Ada Roe was Ben Poe's teammate on the Leeds Tigers.", {"Ada Roe + Ben Poe"}),
        ("Ada Roe arrived with fellow cast member Ben Poe.", {"Ada Roe + Ben Poe"}),
        ("Ada Roe met her business partner Ben Poe in 2001.", {"Ada Roe + Ben Poe"}),
        ("Ada Roe served as assistant to Ben Poe.", {"Ada Roe + Ben Poe"}),
        ("Ada Roe, a shop assistant, married Ben Poe.", set()),
        ("Ada Roe lives with co-founder Ben Poe in Leeds.", set()),  # of what, and with whom?
        ("Ada Roe married her co-star's brother, Ben Poe.", set()),
    ],
)
def test_colleagues(works_of, text, pairs):
    assert names(works_of(text)) == pairs


@pytest.mark.parametrize(
    ("text", "is_work"),
    [
        ("Ada Roe and Ben Poe met on the set of Salt Harbour in 2010.", True),
        ("Ada Roe met Ben Poe on the second season of Love Harbour.", True),
        ("Ada Roe and Ben Poe met while filming a comedy in York.", True),
        ("Ada Roe met Ben Poe while he was filming a comedy in York.", False),
        ("Ada Roe and Ben Poe met on a train in 2010.", False),
        ("Ada Roe met Ben Poe on Christmas Day in 2010.", False),
        ("Ada Roe and Ben Poe met on Bumble in 2010.", False),
        ("Ada Roe and Ben Poe met in York in 2010.", False),
    ],
)
def test_met_at_work(works_of, text, is_work):
    assert names(works_of(text)) == ({"Ada Roe + Ben Poe"} if is_work else set())


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Ada Roe founded a school with her sister Eva Roe in 1901.", "Ada Roe + Eva Roe"),
        ("Along with her husband, Ben Poe, Ada Roe founded a bakery in 1990.", "Ada Roe + Ben Poe"),
        ("Ada Roe, Ben Poe and Carl Foe founded a company in 1990.", "Ada Roe + Ben Poe + Carl Foe"),
        ("The band was formed by Ada Roe, Ben Poe and Carl Foe.", "Ada Roe + Ben Poe + Carl Foe"),
        ("With her neighbour Ben Poe, Ada Roe compiled A Table of Tides in 1674.", "Ada Roe + Ben Poe"),
        ("Ada Roe co-hosts the podcast Salt with Ben Poe.", "Ada Roe + Ben Poe"),
        ("Ada Roe co-wrote the book with Ben Poe.", "Ada Roe + Ben Poe"),
        ("Ada Roe went into business with Ben Poe in 1988.", "Ada Roe + Ben Poe"),
        ("Ada Roe has her own show with her ex Ben Poe.", "Ada Roe + Ben Poe"),
        ("In collaboration with Ben Poe, Ada Roe published a dictionary in 1920.", "Ada Roe + Ben Poe"),
        ("Together with Ben Poe, Ada Roe built several bridges in Leeds.", "Ada Roe + Ben Poe"),
        ("Together with Ben Poe, Ada Roe built a house in Leeds.", None),
        ("With the assistance of Ben Poe, Ada Roe designed the new school building.", "Ada Roe + Ben Poe"),
        ("With the assistance of Ben Poe, Ada Roe learned to swim.", None),
        ("Ada Roe helped Ben Poe write a book in 1950.", "Ada Roe + Ben Poe"),
        ("Ada Roe helped Ben Poe move house in 1950.", None),
        ("Ada Roe joined with Ben Poe in writing a pamphlet.", "Ada Roe + Ben Poe"),
        ("Ada Roe was proud of the school she founded with Ben Poe.", "Ada Roe + Ben Poe"),
        ("Ada Roe was proud of the daughter she had with Ben Poe.", None),
        ("Ada Roe and Ben Poe liked the show, both versions of which ran for years.", None),
        ('"My crew from Salt News, which I presented with Ben Poe, sent a card," Ada Roe said.', "Ada Roe + Ben Poe"),
        ("Ada Roe founded a school for her sister Eva Roe in 1901.", None),
        ("Ada Roe hosted a dinner with Ben Poe in 2010.", None),
        ("Ada Roe and Ben Poe set up a school in 1901.", "Ada Roe + Ben Poe"),
        ("Ada Roe and Ben Poe set a school on fire in 1901.", None),
        ("Ada Roe and Ben Poe founded a family in 1901.", None),
        ("Ada Roe wrote a book about her life with Ben Poe.", None),
        ("The novel was published by Roe and Poe in 1990.", None),
        ("Ada Roe and Ben Poe have a company car.", None),
    ],
)
def test_makers(works_of, text, group):
    assert names(works_of(text)) == ({group} if group else set())


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Ada Roe shared the screen with Ben Poe in the film Salt.", "Ada Roe + Ben Poe"),
        ("Ada Roe shared the house with Ben Poe.", None),
        ("Critics praised Ada Roe's duet with Ben Poe.", "Ada Roe + Ben Poe"),
        ("Critics praised Ada Roe's patience with Ben Poe.", None),
        ("Ada Roe spoke with Ben Poe about their new comedy Salt.", "Ada Roe + Ben Poe"),
        ("Ada Roe spoke with Ben Poe about their favourite comedy.", None),
        ("In collaboration with Ben Poe, Ada Roe surveyed the coast.", "Ada Roe + Ben Poe"),
        ("Ada Roe, in association with Ben Poe, surveyed the coast.", "Ada Roe + Ben Poe"),
        ("Ada Roe lives in a civil partnership with Eva Poe.", None),
        ("Ada Roe keeps busy with her venture Saltworks with Ben Poe.", "Ada Roe + Ben Poe"),
        ("Ben Poe's 2001 song Picture with ex Ada Roe was a hit.", "Ada Roe + Ben Poe"),
        ("Ada Roe and Ben Poe said that their podcast was a hit.", "Ada Roe + Ben Poe"),
        ("Ada Roe and Ben Poe said that their favourite podcast was a hit.", None),
    ],
)
def test_shared(works_of, text, group):
    assert names(works_of(text)) == ({group} if group else set())


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ada Roe will co-host the show with Ben Poe.", "planned"),
        ("Ada Roe did not establish the company with Ben Poe.", "negated"),
        ("Ada Roe reportedly found love with her co-star Ben Poe.", "asserted"),
    ],
)
def test_status(works_of, text, status):
    assert {claim.status.value for claim in works_of(text)} == {status}


def test_what_is_made_has_its_name(works_of):
    assert {claim.work for claim in works_of("Ada Roe hosts the podcast Salt and Sand with Ben Poe.")} == {
        "Salt and Sand"
    }


@pytest.mark.parametrize(
    ("text", "is_work"),
    [
        ("Ada Roe and Ben Poe worked together on a film in 2001.", True),
        ("Ada Roe and Ben Poe worked in trade before they married.", False),
        ("Ada Roe and Ben Poe appeared together on Instagram.", False),
        ("Ada Roe and Ben Poe were featured in a photo.", False),
        ("On the show, Ada Roe was paired with Ben Poe.", True),
        ("Ada Roe paired her jeans with Ben Poe's shirt.", False),
        ("Ada Roe featured in many films together with Ben Poe.", True),
        ("After ten years working for Ben Poe, Ada Roe became a designer.", True),
        ("Ada Roe and Ben Poe had been working for ten years.", False),
        ("Ada Roe worked in Ben Poe's studio.", True),
        ("Ada Roe was associated with Ben Poe in the management of the school.", True),
        ("Ada Roe was romantically associated with Ben Poe.", False),
        ("Ada Roe entered into partnership with Ben Poe.", True),
        ("Ada Roe entered into a civil partnership with Ben Poe.", False),
        ("Ada Roe joined Ben Poe in his law firm.", True),
        ("Ada Roe joined Ben Poe in Leeds.", False),
        ("Ada Roe joined forces with Ben Poe to make a film.", True),
        ("Ada Roe will compete alongside Ben Poe in Leeds.", False),  # it is to come
        ("Ada Roe and Ben Poe were served dinner.", False),
        ("Ada Roe found fame alongside Ben Poe on Love Harbour.", True),
        ("Ada Roe and Ben Poe found fame in the nineties.", False),
    ],
)
def test_working(works_of, text, is_work):
    assert names(works_of(text)) == ({"Ada Roe + Ben Poe"} if is_work else set())


@pytest.mark.parametrize(
    ("text", "work"),
    [
        ("Ada Roe sang with her Glee co-star Ben Poe.", "Glee"),
        ("Ada Roe left with fellow Glee cast member Ben Poe.", "Glee"),
        ("Ada Roe sang with her co-star Ben Poe.", None),
        ("Ada Roe and her co-star in Vivarium, Ben Poe, left.", "Vivarium"),
    ],
)
def test_what_colleagues_work_on_is_named_before_the_word_for_them(claims_of, text, work):
    assert work in {claim.work for claim in claims_of(text) if claim.type == "worked_together"}
