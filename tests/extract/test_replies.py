"""What is denied or confirmed without being said again."""

import pytest

RUMOUR = "Ada Roe was rumoured to have split from Ben Poe. "


def statuses(claims, type_="separated"):
    """The statuses of the claims of a type, in the order of the text."""
    return [claim.status.value for claim in claims if claim.type == type_]


@pytest.mark.parametrize(
    "reply",
    [
        "She denied it.",
        "She denied the rumours.",
        "He laughed off the claims.",
        "Her agent called the story fiction.",
        "Her agent called it a complete fabrication.",
        "There is no truth in it, says her agent.",
        "The rumours are untrue.",
        "It is not true.",
        '"A complete invention," her agent said.',
    ],
)
def test_a_rumour_is_denied_by_what_takes_it_up(claims_of, reply):
    assert statuses(claims_of(RUMOUR + reply)) in (["rumoured", "denied"], ["denied", "rumoured"])


@pytest.mark.parametrize("reply", ["She later confirmed the rumours.", "It was all true.", "The rumours were true."])
def test_a_rumour_is_confirmed_by_what_takes_it_up(claims_of, reply):
    assert statuses(claims_of(RUMOUR + reply)) == ["rumoured", "asserted"]


@pytest.mark.parametrize(
    "reply",
    [
        "She refused to deny the rumours.",
        "She would neither confirm nor deny the rumours.",
        "She denied the rumours that he drank.",
        "She denied him.",
        "Is it true?",
        "It is wrong to gossip.",
        "She has yet to confirm the rumours.",
    ],
)
def test_what_denies_nothing_and_confirms_nothing_adds_no_claim(claims_of, reply):
    assert statuses(claims_of(RUMOUR + reply)) == ["rumoured"]


def test_a_denial_takes_back_no_fact_and_no_far_rumour(claims_of):
    assert statuses(claims_of("Ada Roe split from Ben Poe in May. She denied it.")) == ["asserted"]
    weather = (
        "It rained on the hills that week. The river rose over the lower road, and the mill was shut until noon. "
        "Nobody in the town could remember such a spring. The bridge held. Two barges were lost at the weir, with all "
        "their coal, and the price of bread went up by a penny. At the market hall the council sat through the night."
    )
    assert statuses(claims_of(f"{RUMOUR}{weather} She denied it.")) == ["rumoured"]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Ada Roe and Ben Poe sparked dating rumours in May.", ("dating", "rumoured")),
        ("Ada Roe sparked engagement rumours with Ben Poe in May.", ("engaged", "rumoured")),
        ("Ada Roe and Ben Poe have denied split rumours.", ("separated", "denied")),
        ("Ada Roe brushed aside wedding rumours with Ben Poe.", ("married", "denied")),
        ("Ada Roe sparked rumours of a romance with Ben Poe.", ("dating", "rumoured")),
    ],
)
def test_rumours_are_named_by_what_they_tell_and_give_no_day(claims_of, text, fact):
    claims = claims_of(text)
    assert [(claim.type, claim.status.value) for claim in claims] == [fact]
    assert all(claim.when is None for claim in claims)


def test_rumours_about_one_person_tell_of_no_couple(claims_of):
    assert (
        claims_of("Ada Roe has been dogged by wedding rumours. Health rumours about Ada Roe and Ben Poe spread.") == ()
    )


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            'And Ada Roe and Ben Poe, the bride and groom? "There was never any wedding."',
            {("married", "negated", "Ada Roe + Ben Poe")},
        ),
        (
            "Ada Roe married Carl Fox. Ada Roe is engaged to Ben Poe. The service is booked for 22 May.",
            {("married", "planned", "Ada Roe + Ben Poe"), ("married", "asserted", "Ada Roe + Carl Fox")},
        ),
        ("Ada Roe became Mrs Ben Poe on Saturday. Poe wept.", {("married", "asserted", "Ada Roe + Ben Poe")}),
        ("Ada Roe became Mrs Poe on Saturday. Ben Poe wept.", set()),
        ("Ada Roe became Mrs. Ben Poe on Saturday.", {("married", "asserted", "Ada Roe + Ben Poe")}),  # a man's name
        ("Ada Roe became Mrs Evelyn Poe on Saturday.", set()),  # who may be herself
        ("Ada Roe was glad. The service is booked for 22 May.", set()),
    ],
)
def test_whose_wedding_it_is(claims_of, text, facts):
    claims = [claim for claim in claims_of(text) if claim.type == "married"]
    assert {(each.type, each.status.value, " + ".join(p.name for p in each.people)) for each in claims} == facts


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ('Ada Roe met Ben Poe. "They are an item," says an usher.', "reported"),
        ('Ada Roe met Ben Poe. "They are an item," says a spokesman.', "asserted"),
        ("The Gazette hears that Ada Roe is carrying on with Ben Poe.", "reported"),
        ("Ada Roe heard that Carl Fox was carrying on with Ben Poe.", "asserted"),
        ("A friend swears that Ada Roe and Ben Poe are an item.", "reported"),
    ],
)
def test_who_says_it_without_a_name_only_reports(claims_of, text, status):
    assert {claim.status.value for claim in claims_of(text) if claim.type == "dating"} == {status}


@pytest.mark.parametrize(("said", "status"), [("insiders say", "reported"), ("Ada says", "asserted")])
def test_what_is_said_behind_a_clause_is_of_that_clause(claims_of, said, status):
    text = f"Things are moving fast: Ada Roe and Ben Poe have got engaged in Rome, {said}"
    assert {claim.status.value for claim in claims_of(text) if claim.type == "engaged"} == {status}


@pytest.mark.parametrize(
    ("text", "statuses_"),
    [
        ("Ada Roe and Ben Poe are just good friends.", {"negated"}),
        ("Ada Roe and Ben Poe are nothing more than friends.", {"negated"}),
        ("There was never anything between Ada Roe and Ben Poe.", {"negated"}),
        ("There is nothing between Ada Roe and Ben Poe.", {"negated"}),
        ("Are Ada Roe and Ben Poe just friends?", {"hypothetical"}),
        ("Ada Roe and Ben Poe are friends.", set()),
        ("Ada Roe met Ben Poe. There is no romance between the two.", {"negated"}),
    ],
)
def test_words_that_deny_a_romance_by_themselves(claims_of, text, statuses_):
    assert {claim.status.value for claim in claims_of(text) if claim.type == "dating"} == statuses_
