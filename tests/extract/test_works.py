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
        ("Ada Roe and Ben Poe were business partners.", {"Ada Roe + Ben Poe"}),
        ("Ada Roe and Ben Poe were never business partners.", set()),
        ("Ada Roe and Ben Poe became dance partners in 1990.", {"Ada Roe + Ben Poe"}),
        ("Ada Roe and Ben Poe became partners in 1990.", set()),
        ("Ada Roe was bandmates with Ben Poe.", {"Ada Roe + Ben Poe"}),
        ("Ada Roe is the author, with Ben Poe, of Salt and Sand.", {"Ada Roe + Ben Poe"}),
        ("Ada Roe, a film producer, lives with Ben Poe.", set()),
        ("Ada Roe was one of the founders of the firm along with her uncle Ben Poe.", {"Ada Roe + Ben Poe"}),
        ("Ada Roe was president and co-owner, with her brother Ben Poe, of Saltworks.", {"Ada Roe + Ben Poe"}),
        ("Ada Roe chose Ben Poe as her running mate.", {"Ada Roe + Ben Poe"}),
        ("Ada Roe was secretary to Ben Poe.", {"Ada Roe + Ben Poe"}),
        ("Ada Roe thanked her Navy Secretary, Ben Poe.", set()),
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
        ("Ada Roe developed the vaccine with Ben Poe.", "Ada Roe + Ben Poe"),
        ("Ada Roe has a system with Ben Poe.", None),
        ("Ada Roe and Ben Poe led the expedition.", "Ada Roe + Ben Poe"),
        ("Ada Roe led a double life with Ben Poe.", None),
        ("Ada Roe hosts the podcasts _Salt Air_ with Ben Poe, and _Carla_ since 2016.", "Ada Roe + Ben Poe"),
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
        ("Ada Roe won a gold medal with Ben Poe.", True),
        ("Ada Roe and Ben Poe won medals.", False),
        ("Ada Roe won custody of the children with Ben Poe.", False),
        ("Ada Roe shared the Nobel Prize with Ben Poe.", True),
        ("Ada Roe accompanied Ben Poe on an expedition to Peru.", True),
        ("Ada Roe accompanied Ben Poe to the door.", False),
        ("Ada Roe assisted Ben Poe in the defence of the miners.", True),
        ("Ada Roe assisted Ben Poe into the car.", False),
        ("Ada Roe served with Ben Poe on the board.", True),
        ("Ada Roe and Ben Poe served on the board.", False),
        ("Ada Roe partnered Ben Poe in the doubles.", True),
        ("Ada Roe and Ben Poe taught in Leeds.", False),
        ("Ada Roe was cast opposite Ben Poe in a comedy.", True),
        ("Ada Roe was cast in a comedy that Ben Poe saw.", False),
    ],
)
def test_working(works_of, text, is_work):
    assert names(works_of(text)) == ({"Ada Roe + Ben Poe"} if is_work else set())


@pytest.mark.parametrize(
    ("text", "work"),
    [
        ("Ada Roe recently starred in Hanging Up alongside Ben Poe and Carl Zed.", "Hanging Up"),
        ("Ada Roe directed Ben Poe in Blue Salt.", "Blue Salt"),
        ("Ada Roe appeared on Love Island with Ben Poe.", "Love Island"),
        ("Blue Salt, starring Ada Roe and Ben Poe, opens in May.", "Blue Salt"),
        ("The film, Salt Winds, stars Ada Roe and Ben Poe.", "Salt Winds"),
        ("Ada Roe produced Ben Poe's album Salt Winds.", "Salt Winds"),
        ("Ada Roe sang with Ben Poe in the band The Salts.", "The Salts"),
        ("Ada Roe co-hosts the podcasts _Blue Salt_ with her sister Bea Roe.", "Blue Salt"),
        ("Ada Roe met Ben Poe while filming Salt Winds.", "Salt Winds"),
        ("Ada Roe starred in Hamlet in 2010. She made the film with Ben Poe.", "Hamlet"),
        ("Ada Roe starred in Hamlet in 2010. She made a film with Ben Poe.", None),
        ("Ada Roe and Ben Poe promoted their new Netflix comedy.", None),
        ("Ada Roe and Ben Poe worked together in 2010, according to a report in the Daily Lamp.", None),
    ],
)
def test_the_work_is_named(works_of, text, work):
    assert {claim.work for claim in works_of(text)} == {work}


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


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Ada Roe worked together with Ben Poe.", "Ada Roe + Ben Poe"),
        ("Ada Roe, together with Ben Poe, performed in Leeds.", "Ada Roe + Ben Poe"),
        ("Ada Roe, along with her sister Eva Roe, found fame on Salt Harbour.", "Ada Roe + Eva Roe"),
        ("Ada Roe taught there, together with Ben Poe.", "Ada Roe + Ben Poe"),
        ("Ada Roe, together with Ben Poe, was arrested in Leeds.", None),
        ("Ada Roe moved to Leeds together with Ben Poe.", None),
        ("Ada Roe met, worked with and married Ben Poe in York.", "Ada Roe + Ben Poe"),
        ("Ada Roe met and married Ben Poe in York.", None),
        ("Ada Roe and Ben Poe worked with Carl Foe on the film.", "Ada Roe + Ben Poe + Carl Foe"),
        ("Ada Roe, Ben Poe and Carl Foe performed together in Leeds.", "Ada Roe + Ben Poe + Carl Foe"),
        ("Ada Roe, Ben Poe and Carl Foe performed in Leeds.", None),
    ],
)
def test_together(works_of, text, group):
    assert names(works_of(text)) == ({group} if group else set())


@pytest.mark.parametrize(
    ("entry", "group"),
    [
        ("_Salt and Sand_ (1951, with Ben Poe)", "Ada Roe + Ben Poe"),
        ("_Salt and Sand_ (with Ben Poe and Carl Foe) (1951)", "Ada Roe + Ben Poe + Carl Foe"),
        ("_Salt and Sand_ (co-author Ben Poe), Leeds, 1951", "Ada Roe + Ben Poe"),
        ("_Salt and Sand_. Ada Roe, 1951. (With Ben Poe)", "Ada Roe + Ben Poe"),
        ("_A Life of Roe_ by Carl Foe (with Ben Poe)", None),
        ("_Salt and Sand_ (1951), an interview with Ben Poe", None),
        ("_Salt and Sand_ (1951), with a foreword by Ben Poe", None),
        ("1951, with Ben Poe, she sailed to Peru", None),
        ("Moved to Leeds (with Ben Poe)", None),
    ],
)
def test_listed(works_of, entry, group):
    text = f"Ada Roe was a writer.\n\nBooks\n\n-   {entry}\n-   _Tides_ (1960)"
    assert names(works_of(text)) == ({group} if group else set())


def test_a_list_without_a_person_is_nobodys(works_of):
    assert not works_of("Books on tides are rare. Here are some.\n\n-   _Salt and Sand_ (1951, with Ben Poe)")


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Ada Roe worked with Ben Poe.", "Ada Roe + Ben Poe"),
        ("Ada Roe worked for the paper with _Ben Poe_.", None),
        ("Ada Roe toured Wales with _Jean Poe_ until 1945.", None),
    ],
)
def test_a_title_in_italics_is_nobody(works_of, text, group):
    assert names(works_of(text)) == ({group} if group else set())


def test_a_paper_is_no_work_on_which_two_met(claims_of):
    texts = "Ada Roe met Ben Poe in May, according to a report in The Sun.", "Ada Roe split from Ben Poe in Hamlet."
    assert {claim.work for text in texts for claim in claims_of(text)} == {None}
