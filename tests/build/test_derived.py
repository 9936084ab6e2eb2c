"""The timeline laid down in a store: whatever was added, removed and judged in between, it equals a full derivation."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.build.derived import refresh
from kg.dates.interval import Interval
from kg.ontology.load import load
from kg.records import Judgement
from kg.resolve.timeline import timeline
from kg.store import Store
from kg.store.derived import StoredTimeline
from tests.resolve.sources import Source, after, years

ONTOLOGY = load()
TABLES = ("derived", "changed", "persons", "sources", "facts", "about")
# a street of neighbours: who lives far apart is told of together by nobody
STREET = (
    *("Ann Lee", "Bob Ray", "Cleo Marsh", "Dan Pike", "Eve Stone", "Fay Holt", "Gus Webb", "Hal Birch", "Ida Quill"),
    *("Jon Frost", "Kit Larch", "Lou Vance", "Mae Tully", "Ned Crowe", "Ola Swann", "Pat Dorsey", "Quin Abbot"),
)
OTHER_NAMES = {
    "Ann Lee": ("Anne Lee", "Ann Ray"),
    "Dan Pike": ("Daniel Pike", "Pike"),
    "Gus Webb": ("Gus", "Gus Webbe"),
}
TYPES = (
    *("met", "dating_began", "engaged", "married", "separated", "divorced", "reconciled", "widowed", "parent_of"),
    *("sibling_of", "child_born", "born", "died", "worked_together"),
)
WHENS = (None, "1990", "1995", "2001-05", "2001-06-02", "2003", "2010~", "../2012", "2015-08")


@st.composite
def documents(draw):
    """A document about a few neighbours."""
    place = draw(st.integers(0, len(STREET) - 3))
    source = Source(f"d{draw(st.integers(0, 15)):02}", f"{draw(st.integers(2012, 2020))}-03-01")
    for _ in range(draw(st.integers(1, 4))):
        _tell(draw, source, STREET[place : place + 3])
    return source


def _tell(draw, source, neighbours):
    pair = draw(st.permutations(neighbours))[:2]
    pair = [draw(st.sampled_from((name, name, *OTHER_NAMES.get(name, ())))) for name in pair]
    type, when = draw(st.sampled_from(TYPES)), draw(st.sampled_from(WHENS))
    status = draw(st.sampled_from(("asserted", "asserted", "reported", "denied", "planned")))
    if type in ("born", "died"):
        source.says(type, pair[0], when=when)
    elif type == "child_born":
        source.says(type, pair[0], child=pair[1], when=when)
    elif type in ("parent_of", "sibling_of"):
        source.says(type, *pair)
    elif draw(st.integers(0, 5)) == 0:
        source.holds("married", *pair, when=when, duration=draw(st.sampled_from((None, years(5)))))
    elif draw(st.integers(0, 5)) == 0:
        source.says(type, *pair, anchor=after("married", *pair, offset=years(2)), status=status)
    else:
        source.says(type, *pair, when=when, status=status)


JUDGEMENTS = st.one_of(
    st.builds(
        lambda verdict, names: Judgement(id="", verdict=verdict, names=names),
        st.sampled_from(("same", "different")),
        st.sampled_from(
            (("Ann Lee", "Anne Lee"), ("Dan Pike", "Daniel Pike"), ("Bob Ray", "Gus Webb"), ("Eve Stone",) * 2)
        ),
    ),
    st.builds(
        lambda type, name, year: Judgement(
            id="", verdict="correct", type=type, names=(name,), when=Interval.year(year)
        ),
        st.sampled_from(TYPES),
        st.sampled_from(STREET),
        st.integers(1990, 2010),
    ),
    st.builds(
        lambda type, name: Judgement(id="", verdict="reject", type=type, names=(name,)),
        st.sampled_from(TYPES),
        st.sampled_from(STREET),
    ),
)
STEPS = st.one_of(
    documents(),
    documents(),
    documents(),
    JUDGEMENTS,
    st.tuples(st.just("remove"), st.integers(0, 15)),
    st.just("undo"),
    st.just("refresh"),
)


def taken(step, store):
    """Does one step of a story."""
    if isinstance(step, Source):
        store.add(step.document, step.reading, location=step.document.id)
    elif isinstance(step, Judgement):
        store.judge(step)
    elif step == "undo":
        if any(True for _ in store.judgements()):
            store.undo()
    elif step == "refresh":
        assert refresh(store, ONTOLOGY)
    elif f"d{step[1]:02}" in set(store.ids()):
        store.remove(f"d{step[1]:02}")


def laid(store):
    """All rows that are derived."""
    return {table: list(store.rows(f"SELECT * FROM {table}")) for table in TABLES}


def derived_anew(store):
    with store.transaction() as database:
        database.execute("DELETE FROM derived")
    assert refresh(store, ONTOLOGY)
    return laid(store)


def equals_a_full_derivation(steps):
    with Store() as store:
        for step in steps:
            taken(step, store)
        assert refresh(store, ONTOLOGY)
        found = laid(store)
        told = StoredTimeline(store).whole
        assert found == derived_anew(store)
        assert told == timeline(store.documents(), store.readings(), store.judgements(), ONTOLOGY)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(STEPS, min_size=4, max_size=24))
def test_any_story_equals_a_full_derivation(steps):
    equals_a_full_derivation([*steps[:-1], "refresh", *steps[-1:]])


@pytest.mark.slow
@settings(max_examples=3000, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(STEPS, min_size=8, max_size=40))
def test_many_stories_equal_a_full_derivation(steps):
    equals_a_full_derivation([*steps[:-1], "refresh", *steps[-1:]])
