"""The timeline laid down in a store: whatever was added, removed and judged in between, it equals a full derivation."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import kg
from kg.build import derived as deriving
from kg.build import graph_of
from kg.build.derived import refresh
from kg.dates.interval import Interval
from kg.errors import StoreError
from kg.ontology.load import load
from kg.records import Judgement
from kg.resolve.people import clustered
from kg.resolve.timeline import timeline
from kg.store import Store
from kg.store.derived import Derived, StoredTimeline
from kg.store.store import Blocked
from tests.resolve.sources import Source, after, years

ONTOLOGY = load()
READ = Store.reading
TABLES = ("derived", "changed", "persons", "sources", "blocks", "facts", "about", "outlines", "casts")
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
    source.cast = draw(st.sampled_from(("", "", "", "a chronology", "another chronology")))
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


# a village of namesakes: who is told of may be one with somebody far away, by a bridge of other names and neighbours
FIRSTS = ("Ann", "Anne", "Nancy", "Bob", "Robert", "Cleo", "Clea", "Dan")
LASTS = ("Lee", "Ray", "Pike", "Pyke", "Marsh")
FULL = st.builds("{} {}".format, st.sampled_from(FIRSTS), st.sampled_from(LASTS))
NAMES = st.one_of(
    *(FULL, FULL, FULL, FULL),
    st.sampled_from((*FIRSTS, *LASTS)),
    st.builds("{} {}".format, st.sampled_from(("Mrs", "Mr")), st.sampled_from(LASTS)),
    st.builds("{} [2]".format, st.one_of(FULL, st.sampled_from(FIRSTS))),
)
TIES = ("met", "married", "married", "worked_together", "divorced", "parent_of", "sibling_of")


@st.composite
def gossip(draw):
    """A document about some villagers, who may bear a further name, and a calling."""
    source = Source(f"d{draw(st.integers(0, 15)):02}", f"{draw(st.integers(2012, 2020))}-03-01")
    people = draw(st.lists(NAMES, min_size=2, max_size=4, unique=True))
    for name in people:
        called = draw(st.sampled_from((None, None, None, "drummer", "actress", "nurse")))
        also = (draw(FULL),) if draw(st.integers(0, 5)) == 0 else ()
        gender = draw(st.sampled_from(("", "", "", "", "female", "male")))
        source.knows(name, *also, descriptors=(called,) if called else (), gender=gender, unnamed=name == "Mrs Pyke")
    for _ in range(draw(st.integers(0, 3))):
        pair = draw(st.permutations(people))[:2]
        type, when = draw(st.sampled_from(TIES)), draw(st.sampled_from(WHENS))
        source.says(type, *pair, **({} if type in ("parent_of", "sibling_of") else {"when": when}))
    source.cast = draw(st.sampled_from(("",) * 9 + ("a chronology", "another chronology")))
    return source


def verdict(verdict, names, document=None, type=None):
    return Judgement(id="", verdict=verdict, names=names, document=document, type=type)


SAME, RIGHT = st.sampled_from(("same", "different")), st.sampled_from(("reject", "accept"))
VERDICTS = st.one_of(
    st.builds(verdict, SAME, st.tuples(NAMES, NAMES), st.sampled_from((None, None, "d01", "d02"))),
    st.builds(verdict, RIGHT, st.just(()), st.integers(0, 15).map("d{:02}".format), st.sampled_from(TIES)),
)
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
        lambda verdict, type, name: Judgement(id="", verdict=verdict, type=type, names=(name,)),
        st.sampled_from(("reject", "accept")),
        st.sampled_from(TYPES),
        st.sampled_from(STREET),
    ),
)
OTHERS = (st.tuples(st.just("remove"), st.integers(0, 15)), st.just("undo"), st.just("refresh"))
STEPS = st.one_of(*(documents(),) * 3, JUDGEMENTS, *OTHERS)
VILLAGE = st.one_of(*(gossip(),) * 6, VERDICTS, *OTHERS, st.just("refresh"), st.just("forget"))


def taken(step, store):
    """Does one step of a story."""
    if isinstance(step, Source):
        reading = step.reading.model_copy(update={"cast": step.cast})
        store.add(step.document, reading, location=step.document.id)
    elif isinstance(step, Judgement):
        store.judge(step)
    elif step == "undo":
        if any(True for _ in store.judgements()):
            store.undo()
    elif step == "refresh":
        assert refresh(store, ONTOLOGY)
    elif step == "forget":
        _, blocked = store.blocked()
        store.forget("salt", [Blocked(len(blocked), "hash", 2, True)], {}, {})
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


def note(name, *people, type="met", also=(), called=()):
    """A document of that name about two people, the first of whom it knows by other names and by callings, too."""
    source = Source(name, "2015-03-01")
    source.cast = ""
    source.knows(people[0], *also, descriptors=called)
    return source.says(type, *people[:2], **({"child": people[2]} if people[2:] else {}))


ANN = note("d00", "Ann Lee", "Bob Ray", type="married")
REACHED = {
    "a full name": [ANN, note("d01", "Ann Lee", "Dan Holt")],
    "a short form": [ANN, note("d01", "Annie Lee", "Bob Ray")],
    "a slip": [note("d00", "Ann Buckley", "Bob Ray"), note("d01", "Ann Buckly", "Bob Ray")],
    "a married name": [ANN, note("d01", "Ann Ray", "Bob Ray")],
    "a first name alone": [note("d00", "Ann", "Bob Ray"), note("d01", "Ann Lee", "Bob Ray")],
    "a surname alone": [
        note("d00", "Pike", "Bob Ray", type="worked_together"),
        note("d01", "Ann Pike", "Bob Ray", type="worked_together"),
    ],
    "a surname, and that of the partner": [note("d00", "Pike", "Ray"), note("d01", "Ann Pike", "Bob Ray")],
    "nothing but a first name": [note("d00", "Ann", "Bob Ray"), note("d01", "Ann", "Bob Ray")],
    "first names alone, told apart by callings": [
        note("d00", "Ann", "Bob Ray", called=("drummer",)),
        note("d01", "Ann", "Dan Holt", called=("nurse",)),
        ("remove", 0),
    ],
    "a bridge that comes, goes and comes back": [
        note("d00", "Ann Fox", "Dan Holt"),
        note("d01", "Ann Lee", "Cleo Marsh"),
        note("d02", "Ann Lee", "Bob Ray", also=("Ann Fox",)),
        ("remove", 2),
        "undo",
    ],
    "another who might be meant, and goes": [
        note("d00", "Ann", "Bob Ray"),
        note("d01", "Ann Lee", "Bob Ray"),
        note("d02", "Ann Fox", "Bob Ray"),
        ("remove", 1),
    ],
    "somebody beside a name alone whose bearer is found, and goes": [
        note("d00", "Ann", "Bob Ray", "Cleo Marsh", type="child_born"),
        note("d01", "Clea Marsh", "Ann Lee"),
        note("d02", "Ann Lee", "Bob Ray"),
        ("remove", 2),
    ],
    "namesakes who are told apart, until one goes": [
        note("d00", "Ann Lee", "Bob Ray", called=("drummer",)),
        note("d01", "Ann Lee", "Dan Holt", called=("nurse",)),
        verdict("different", ("Ann Lee", "Ann Lee"), "d01"),
        ("remove", 0),
        "undo",
        "undo",
    ],
    "two who are judged the same, and different": [
        ANN,
        note("d01", "Nan", "Dan Holt"),
        verdict("same", ("Ann Lee", "Nan")),
        note("d02", "Nan", "Eve Stone"),
        verdict("different", ("Ann Lee", "Nan")),
        "undo",
        "undo",
    ],
    "what was forgotten": [ANN, note("d01", "Ann Lee", "Dan Holt"), "forget", ("remove", 1)],
}


@pytest.mark.parametrize("steps", REACHED.values(), ids=REACHED)
def test_a_change_reaches_all_of_whom_it_tells_anew_who_they_are(steps):
    with Store() as store:
        for step in (note("d15", "Zoe Quill", "Kit Larch"), *steps):
            taken(step, store)
            assert refresh(store, ONTOLOGY)
            with store.copy() as copy:
                assert laid(store) == derived_anew(copy)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(VILLAGE, min_size=4, max_size=24))
def test_any_gossip_equals_a_full_derivation(steps):
    equals_a_full_derivation([*steps[:-1], "refresh", *steps[-1:]])


@pytest.mark.slow
@settings(max_examples=6000, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(VILLAGE, min_size=8, max_size=40))
def test_much_gossip_equals_a_full_derivation(steps):
    equals_a_full_derivation([*steps[:-1], "refresh", *steps[-1:]])


# what is opened


@pytest.fixture
def db(tmp_path):
    """A store of a wedding that one document tells and another denies."""
    with Store(tmp_path / "kg.db") as store:
        _add(store, Source("a", "2015-03-01").says("married", "Ann Lee", "Bob Ray", when="2003"))
        _add(store, Source("b", "2018-03-01").says("married", "Ann Lee", "Bob Ray", when="2003", status="denied"))
    return tmp_path / "kg.db"


def _add(store, source):
    store.add(source.document, source.reading, location=source.document.id)


def derived_whole(db):
    with Store(db, readonly=True) as store:
        return graph_of(store, ONTOLOGY).timeline()


def test_a_store_is_opened_with_its_timeline_up_to_date(db):
    assert kg.open(db).timeline() == derived_whole(db)
    with Store(db) as store:
        _add(store, Source("c", "2019-03-01").says("divorced", "Ann Lee", "Bob Ray", when="2010"))
    graph = kg.open(db)
    assert graph.timeline() == derived_whole(db)
    assert [event.type for event in graph.events("Ann Lee")] == ["married", "divorced"]
    assert graph.event(graph.events()[0].id[:6]) == graph.events()[0]
    assert [event.type for event in graph.as_of(date(2018, 12, 1)).events()] == ["married"]


def test_an_open_graph_stays_as_it_was(db):
    graph = kg.open(db)
    with Store(db) as store:
        store.remove("a")
    assert [event.type for event in graph.events("Ann Lee")] == ["married"]


def test_where_nothing_can_be_written_the_timeline_is_derived_in_memory(db, monkeypatch):
    def refused(store, ontology):
        raise StoreError("it is read-only")

    monkeypatch.setattr(deriving, "refresh", refused)
    graph = kg.open(db)
    assert graph.timeline() == derived_whole(db)
    assert not isinstance(graph.timeline(), StoredTimeline)


def test_nothing_derived_is_left_of_somebody_forgotten(db):
    kg.open(db)
    with Store(db) as store:
        assert list(store.rows("SELECT id FROM persons"))
        with store.transaction() as database:
            database.execute("INSERT INTO forgotten VALUES (1, 'hash', 2, 1)")
        assert not any(list(store.rows(f"SELECT * FROM {table}")) for table in TABLES[2:])


def test_a_document_that_has_not_changed_is_known_by_its_outline(db, monkeypatch):
    kg.open(db)
    asked = []
    monkeypatch.setattr(Store, "reading", lambda store, document: asked.append(document) or READ(store, document))
    with Store(db) as store:
        _add(store, Source("c", "2019-03-01").says("met", "Cleo Marsh", "Dan Pike", when="2010"))
        assert refresh(store, ONTOLOGY)
    assert set(asked) == {"c"}


def test_people_who_share_nothing_with_those_of_a_change_are_not_resolved_again(db, monkeypatch):
    with Store(db) as store:
        _add(store, Source("c", "2019-03-01").says("met", "Cleo Marsh", "Dan Pike", when="2010"))
        assert refresh(store, ONTOLOGY)
        seen = set()
        monkeypatch.setattr(
            "kg.build.people.clustered",
            lambda found, *rest: clustered([seen.add(each.local.name) or each for each in found], *rest),
        )
        _add(store, Source("d", "2019-03-01").says("met", "Clea Marsh", "Dan Pike", when="2010"))
        assert refresh(store, ONTOLOGY)
        assert seen == {"Cleo Marsh", "Clea Marsh", "Dan Pike"}
        assert laid(store) == derived_anew(store)


def test_a_store_of_a_version_that_laid_no_blocks_down_is_derived_again(db):
    kg.open(db)
    with Store(db) as store:
        before = laid(store)
        with store.transaction() as database:
            for statement in ("DROP TRIGGER blocks_forgotten", "DROP TABLE blocks", "DROP TABLE casts"):
                database.execute(statement)
            database.execute("PRAGMA user_version = 5")
    kg.open(db)
    with Store(db) as store:
        assert laid(store) == before


def test_an_outline_that_cannot_be_read_is_made_again(db):
    kg.open(db)
    with Store(db) as store:
        with store.transaction() as database:
            database.execute("UPDATE outlines SET outline = '{' WHERE document = 'a'")
        _add(store, Source("c", "2019-03-01").says("divorced", "Ann Lee", "Bob Ray", when="2010"))
        assert refresh(store, ONTOLOGY)
        assert laid(store) == derived_anew(store)


def test_another_version_of_code_or_event_types_derives_everything_again(db):
    kg.open(db)
    with Store(db) as store:
        before = Derived(store).stamp
        assert Derived(store).is_current(before)
        assert not Derived(store).is_current("another")
