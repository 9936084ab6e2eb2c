"""Whatever documents say: their order never matters, and one that is removed has left nothing behind."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.export.jsonl import line, records
from kg.records import Timeline
from kg.resolve.timeline import timeline
from kg.store import Store
from tests.resolve.sources import Source

NAMES = (
    "Ann Lee",
    "Anna Lee",
    "Ann Ray",
    "Ann",
    "Lee",
    "Bob Ray",
    "Rob Ray",
    "R. Ray",
    "Bob",
    "Ann Lee [2]",
    "Zoe Ray",
)
COUPLES = ("met", "dating_began", "engaged", "married", "separated", "reconciled", "divorced")
LIVES = ("born", "died")
KIN = ("parent_of", "sibling_of")
STATES = ("dating", "engaged", "married")
STATUSES = ("asserted", "asserted", "reported", "rumoured", "denied", "negated", "planned")
DAYS = (None, None, "1950", "1999", "2001", "2001-06", "2001-06-09", "2005~", "../2007", "2010/2012")
CALLINGS = ((), (), ("actress",), ("drummer",), ("man",))

names = st.sampled_from(NAMES)
pairs = st.lists(names, min_size=2, max_size=2, unique=True)
facts = st.one_of(
    st.tuples(st.just("says"), st.sampled_from(COUPLES), pairs, st.sampled_from(DAYS), st.sampled_from(STATUSES)),
    st.tuples(st.just("holds"), st.sampled_from(STATES), pairs, st.sampled_from(DAYS), st.sampled_from(STATUSES)),
    st.tuples(st.just("says"), st.sampled_from(KIN), pairs, st.none(), st.just("asserted")),
    st.tuples(
        st.just("says"),
        st.sampled_from(LIVES),
        names.map(lambda one: [one]),
        st.sampled_from(DAYS),
        st.just("asserted"),
    ),
)
days = st.one_of(st.none(), st.integers(0, 9000).map(lambda number: date(1995, 1, 1) + timedelta(number)))


@st.composite
def sources(draw: st.DrawFn) -> list[Source]:
    found = []
    for number in range(draw(st.integers(2, 5))):
        published = draw(days)
        source = Source(f"d{number}", published and published.isoformat())
        source.knows(draw(names), descriptors=draw(st.sampled_from(CALLINGS)))
        for kind, type, people, when, status in draw(st.lists(facts, max_size=5)):
            getattr(source, kind)(type, *people, when=when, status=status)
        found.append(source)
    return found


def export(told: Timeline) -> list[str]:
    return [line(record) for record in records(told)]


@settings(max_examples=150, deadline=None)
@given(sources(), st.randoms(use_true_random=False))
def test_the_order_of_documents_never_changes_the_result(ontology, told, random):
    shuffled = random.sample(told, len(told))
    one, other = (
        timeline([each.document for each in some], [each.reading for each in some], [], ontology)
        for some in (told, shuffled)
    )
    assert export(one) == export(other)


@settings(max_examples=60, deadline=None)
@given(sources(), st.integers(0, 4))
def test_removing_a_document_equals_never_having_read_it(ontology, told, which):
    gone = told[which % len(told)].document.id
    with Store() as store, Store() as other:
        for each in told:
            store.add(each.document, each.reading, location=each.document.source)
            if each.document.id != gone:
                other.add(each.document, each.reading, location=each.document.source)
        store.remove(gone)
        assert export(of(store, ontology)) == export(of(other, ontology))


def of(store: Store, ontology) -> Timeline:
    documents, readings, judgements = list(store.documents()), list(store.readings()), list(store.judgements())
    return timeline(documents, readings, judgements, ontology)


@settings(max_examples=100, deadline=None)
@given(sources())
def test_no_two_people_of_one_document_become_one_but_by_a_name_that_is_told(ontology, told):
    """Two who bear one name in one document are two; each source is one person's."""
    result = timeline([each.document for each in told], [each.reading for each in told], [], ontology)
    owners = [source for person in result.people for source in person.sources]
    assert len(owners) == len(set(owners)) == sum(len(each.people) for each in told)
    for person in result.people:
        assert not {(id, "Ann Lee") for id, _ in person.sources} & set(person.sources) or not any(
            (id, "Ann Lee [2]") in person.sources for id, key in person.sources if key == "Ann Lee"
        )
