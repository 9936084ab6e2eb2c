from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.ontology.load import load
from kg.resolve.timeline import timeline
from tests.resolve.sources import Source, after, years

ANN, BOB = "Ann Lee", "Bob Ray"
ONTOLOGY = load()


def build(sources, **options):
    return timeline([each.document for each in sources], [each.reading for each in sources], [], ONTOLOGY, **options)


# two clocks


@pytest.fixture
def clippings():
    return [
        Source("old", "2020-09-14").says("dating_began", ANN, BOB, when="2017"),
        Source("new", "2024-02-08").says("separated", ANN, BOB, when="2023"),
        Source("undated").says("met", ANN, BOB, when="2016"),
    ]


@pytest.mark.parametrize(
    ("options", "types"),
    [
        ({}, ["met", "dating_began", "separated"]),
        ({"as_of": date(2022, 6, 1)}, ["dating_began"]),
        ({"as_of": date(2020, 9, 14)}, ["dating_began"]),
        ({"as_of": date(2020, 9, 13)}, []),
        ({"as_of": date(2022, 6, 1), "undated": True}, ["met", "dating_began"]),
    ],
)
def test_as_of_a_day_only_what_was_published_is_known(clippings, options, types):
    assert [event.type for event in build(clippings, **options).events] == types


def test_as_of_a_day_knows_what_it_would_have_known_then(clippings):
    assert build(clippings, as_of=date(2022, 6, 1)) == build(clippings[:1])


@pytest.mark.parametrize(
    ("met", "married", "day"),
    [
        (None, "2019", "2017"),
        ("2016", "2019", "2016"),  # its own day stands
        (None, None, None),
    ],
)
def test_what_is_counted_from_has_the_day_that_follows(met, married, day):
    source = Source("a").says("met", ANN, BOB, when=met)
    source.says("married", ANN, BOB, when=married, anchor=after("met", ANN, BOB, offset=years(2)))
    (event,) = (event for event in build([source]).events if event.type == "met")
    assert (event.when and event.when.edtf) == day


def test_the_seeds_of_a_story_give_the_story():
    a = Source("000", "2020-09-14").holds("dating", ANN, BOB, when="2020-09-14", duration=years(2, over=True))
    a.says("met", ANN, BOB, when="2017", place="the playhouse").says("moved_in", ANN, BOB, when="2020-01/2020-09")
    a.says("separated", ANN, "Jessie Moor").says(
        "dating_began", ANN, BOB, anchor=after("separated", ANN, "Jessie Moor")
    )
    b = Source("001").says("went_public", ANN, BOB, when="2018").says("met", ANN, BOB, when="2017")
    c = Source("002", "2024-02-08").holds("dating", ANN, BOB, start="2017").says("engaged", ANN, BOB, when="../2022-02")
    c.says("separated", ANN, BOB, when="2023/2023-12-24", status="reported")
    c.says("separated", ANN, "Jesse Moor", when="2017").holds(
        "dating", ANN, "Jesse Moor", end="2017", duration=years(2)
    )
    found = build([a, b, c])
    assert [(event.type, event.when.edtf, event.status.value) for event in found.events] == [
        ("dating_began", "2015~", "asserted"),
        ("met", "2017", "asserted"),
        ("dating_began", "2017", "asserted"),
        ("separated", "2017", "asserted"),
        ("went_public", "2018", "asserted"),
        ("moved_in", "2020-01/2020-09", "asserted"),
        ("engaged", "../2022-02", "asserted"),
        ("separated", "2023-01-01/2023-12-24", "reported"),
    ]
    assert [person.name for person in found.people] == [ANN, BOB, "Jessie Moor"]
    assert not found.conflicts


# properties


NAMES = st.sampled_from([ANN, BOB, "Cal Fox", "Ann Lee [2]", "Anne Lee", "Ann", "Ray", "Jessie Moor", "Jesse Moor"])
TYPES = st.sampled_from(
    ["met", "dating_began", "engaged", "married", "separated", "reconciled", "divorced", "worked_together"]
)
DAYS = st.none() | st.sampled_from(["1950", "2010", "2010-05", "2010-05-03", "../2012", "2015~", "2013/2016", "2018"])
STATUSES = st.sampled_from(["asserted", "asserted", "reported", "rumoured", "denied", "planned"])
PUBLISHED = st.none() | st.sampled_from(["2011-01-01", "2014-06-30", "2020-09-14"])


@st.composite
def sources(draw):
    found = []
    for number in range(draw(st.integers(1, 5))):
        source = Source(f"d{number}", draw(PUBLISHED))
        for _ in range(draw(st.integers(0, 5))):
            one, other = draw(st.lists(NAMES, min_size=2, max_size=2, unique=True))
            kind = draw(st.integers(0, 4))
            if kind == 0:
                facts = {"when": draw(DAYS), "start": draw(DAYS), "duration": draw(st.sampled_from([None, years(2)]))}
                source.holds(draw(st.sampled_from(["dating", "married", "divorced"])), one, other, **facts)
            elif kind == 1:
                source.says(draw(st.sampled_from(["born", "died"])), one, when=draw(DAYS))
            elif kind == 2:
                source.says("child_born", one, child=other, when=draw(DAYS), status=draw(STATUSES))
            else:
                source.says(draw(TYPES), one, other, when=draw(DAYS), status=draw(STATUSES))
        found.append(source)
    return found


@settings(max_examples=60, deadline=None)
@given(sources(), st.randoms())
def test_the_order_of_documents_and_claims_never_changes_a_byte(given, random):
    before = build(given).model_dump_json()
    for source in given:
        random.shuffle(source.claims)
        people = list(source.people.items())
        random.shuffle(people)
        source.people = dict(people)
    random.shuffle(given)
    assert build(given).model_dump_json() == before


@settings(max_examples=60, deadline=None)
@given(sources())
def test_removing_a_document_is_never_having_read_it(given):
    *kept, removed = given
    later = timeline([each.document for each in kept], [each.reading for each in given], [], ONTOLOGY)
    assert later == build(kept)
    assert removed.document not in later.documents


@settings(max_examples=60, deadline=None)
@given(sources())
def test_every_claim_of_known_people_is_told_or_in_a_conflict(given):
    found = build(given)
    ids = {event.id for event in found.events} | {state.id for state in found.states} | {tie.id for tie in found.kin}
    assert len(ids) == len(found.events) + len(found.states) + len(found.kin)
    told = {claim.id for record in (*found.events, *found.states, *found.kin) for claim in record.claims}
    told |= {claim for conflict in found.conflicts for claim in conflict.claims}
    for claim in (claim for source in given for claim in source.claims if claim.kind == "event"):
        same = len({id for id, _ in _who(found, claim)}) < len(claim.people)
        assert claim.id in told or same


@settings(max_examples=60, deadline=None)
@given(sources())
def test_bounds_are_never_wider_than_what_sources_say(given):
    for event in build(given).events:
        if event.status.is_real and event.when:
            assert event.when.earliest is None or event.bounds.earliest >= event.when.earliest
            assert event.when.latest is None or event.bounds.latest <= event.when.latest


def _who(found, claim):
    sources = {(claim.document, person.person) for person in claim.people}
    return {(person.id, source) for person in found.people for source in person.sources if source in sources}


@pytest.mark.parametrize(
    ("text", "first", "married"),
    [
        ("Ada Roe and Ben Poe met and married two years later in 2012.", "2010", "2012"),
        ("Ada Roe and Ben Poe met and married the following year, 2012.", "2011", "2012"),
        ("Ada Roe and Ben Poe met after a year at college and married the following year in 2012.", "2011", "2012"),
        ("Ada Roe and Ben Poe met in 2009 and married the following year.", "2009", "2010"),
        ("Ada Roe and Ben Poe met and married in 2012.", "2012", "2012"),
        # counted from the news
        ("Ada Roe married Ben Poe in 2012, two years after they announced their engagement.", "../2010", "2012"),
    ],
)  # fmt: skip
def test_what_is_told_before_a_later_happening_is_so_much_earlier(timeline_of, text, first, married):
    days = {event.type: event.when and event.when.edtf for event in timeline_of(text).events}
    assert days.pop("married") == married
    assert list(days.values()) == [first]
