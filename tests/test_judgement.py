"""Human judgements: each can be undone to the same bytes, counts once, and says whether it still finds its target."""

import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.build import build, export_store, graph_of, ontology_of
from kg.dates.interval import Interval
from kg.judgement import decisions, on_claims, on_date, on_people
from kg.records import Claim, Evidence, Judgement, LocalPerson, Participant, Reading
from kg.store import Store

TEXTS = {
    "a.txt": ("married", ("Ada Hill", "Ben Moor"), "2012"),
    "b.txt": ("married", ("Ada Hill", "Ben Moor"), "2013"),
    "c.txt": ("met", ("Ada Hill", "Cy Fox"), "2010"),
    "d.txt": ("divorced", ("Ada Hill", "Ben Moor"), "2015"),
    "e.txt": ("born", ("A. Hill",), "1980"),
}
ROLES = {"born": "person"}


class Reader:
    """Reads a text by the table above; stands for the pipeline, on which no judgement depends."""

    stamp = "1"

    def __call__(self, document):
        type, names, when = TEXTS[document.source]
        evidence = Evidence(document=document.id, start=0, end=len(document.text), quote=document.text)
        claim = Claim(
            id=f"claim {document.source}",
            document=document.id,
            kind="event",
            type=type,
            people=tuple(Participant(role=ROLES.get(type, "partner"), person=name, name=name) for name in names),
            when=Interval.from_edtf(when),
            evidence=evidence,
        )
        people = tuple(LocalPerson(key=name, name=name, names=(name,)) for name in names)
        return Reading(document=document.id, stamp=self.stamp, people=people, claims=(claim,))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("texts")
    for name, (type, names, when) in TEXTS.items():
        (folder / name).write_text(f"{' and '.join(names)}: the one {type} in the year {when}, as they say.")
    return folder


@pytest.fixture
def db(tmp_path, folder):
    with Store(tmp_path / "kg.db") as store:
        build([folder], store, Reader())
    return tmp_path / "kg.db"


def exported(db):
    out = io.BytesIO()
    export_store(db, out, full=True, form={"format": "jsonl"})
    return out.getvalue()


def timeline(db):
    return [line for line in exported(db).splitlines() if b'"kind": "judgement"' not in line]


def graph(store):
    return graph_of(store, ontology_of(store))


def event(store, type):
    return next(each.id for each in graph(store).events(type=type, real=False))


COMMANDS = {
    "reject": lambda store: on_claims(graph(store), "reject", event(store, "married")),
    "accept": lambda store: on_claims(graph(store), "accept", event(store, "married")),
    "correct": lambda store: [on_date(graph(store), event(store, "met"), "2010-06")],
    "same": lambda store: [on_people(graph(store), "same", "Ada Hill", "A. Hill")],
    "different": lambda store: [on_people(graph(store), "different", "Ada Hill", "Cy Fox")],
    "remove": lambda store: [Judgement(id="", verdict="remove", document=store.find("d.txt"))],
}


@pytest.mark.parametrize("command", COMMANDS)
def test_undo_restores_the_same_bytes(db, command):
    before = exported(db)
    with Store(db) as store:
        made = store.judge(*COMMANDS[command](store))
        assert made
    assert exported(db) != before
    with Store(db) as store:
        assert store.undo() == made  # all that the command did, at once
    assert exported(db) == before


@pytest.mark.parametrize("command", COMMANDS)
def test_a_judgement_survives_a_rebuild_and_counts_once(db, folder, command):
    with Store(db) as store:
        judgements = COMMANDS[command](store)
        store.judge(*judgements)
    before = exported(db)
    with Store(db) as store:
        store.judge(*judgements)
        store.restamp("older")
        assert build([folder], store, Reader()).read == len(TEXTS)
    assert exported(db) == before


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=st.lists(st.sampled_from(sorted(COMMANDS)), min_size=1, max_size=5, unique=True))
def test_judgements_undone_one_after_the_other_leave_what_was_there(tmp_path_factory, folder, names):
    db = tmp_path_factory.mktemp("store") / "kg.db"
    with Store(db) as store:
        build([folder], store, Reader())
        every = {name: command(store) for name, command in COMMANDS.items()}
    states = [exported(db)]
    for name in names:
        with Store(db) as store:
            store.judge(*every[name])
        states.append(exported(db))
    for before in reversed(states[:-1]):
        with Store(db) as store:
            store.undo()
        assert exported(db) == before


@settings(max_examples=10, deadline=None)
@given(gone=st.sets(st.sampled_from(sorted(TEXTS)), min_size=1, max_size=3))
def test_removing_documents_equals_never_having_read_them(tmp_path_factory, folder, gone):
    place = tmp_path_factory.mktemp("stores")
    with Store(place / "one.db") as store:
        build([folder], store, Reader())
        for name in sorted(gone):
            store.remove(store.find(name))
    with Store(place / "two.db") as store:
        build([folder / name for name in sorted(set(TEXTS) - gone)], store, Reader())
    assert timeline(place / "one.db") == timeline(place / "two.db")


def test_a_removed_document_stays_out_when_it_is_read_again_and_comes_back_by_undo(db, folder):
    before = exported(db)
    with Store(db) as store:
        store.remove(store.find("d.txt"))
    with Store(db) as store:
        assert build([folder], store, Reader()).unchanged == len(TEXTS)
        assert len(list(store.documents())) == len(TEXTS) - 1
        store.restamp("older")
        build([folder], store, Reader())
        assert len(list(store.documents())) == len(TEXTS) - 1
        store.undo()
    assert exported(db) == before


@pytest.mark.parametrize(
    ("verdicts", "stays"),
    [
        (["reject", "accept"], True),
        (["accept", "reject"], False),
        (["reject", "accept", "reject"], False),
        (["accept", "reject", "accept"], True),
    ],
)
def test_the_latest_of_two_verdicts_on_one_fact_counts(db, verdicts, stays):
    with Store(db) as store:
        made = {verdict: on_claims(graph(store), verdict, event(store, "met")) for verdict in verdicts}
        for verdict in verdicts:
            store.judge(*made[verdict])
        assert bool(graph(store).events(type="met")) is stays
        assert [each.state for each in decisions(store)].count("holds") == 1


def test_the_order_of_judgements_survives_a_full_export(db, tmp_path):
    from kg.build import import_facts

    with Store(db) as store:
        id = event(store, "met")
        made = [on_claims(graph(store), verdict, id) for verdict in ("reject", "accept")]
        for each in sorted(made, key=lambda each: each[0].verdict, reverse=True):
            store.judge(*each)
    (tmp_path / "all.jsonl").write_bytes(exported(db))
    import_facts(tmp_path / "all.jsonl", tmp_path / "copy.db")
    with Store(tmp_path / "copy.db") as store:
        assert [each.verdict for each in store.judgements()] == ["reject", "accept"]
    assert exported(tmp_path / "copy.db") == exported(db)


def test_a_judgement_whose_quote_is_gone_is_listed_as_such(db, folder, tmp_path):
    with Store(db) as store:
        store.judge(*on_claims(graph(store), "reject", event(store, "met")))
        store.judge(on_people(graph(store), "same", "Ada Hill", "A. Hill"))
        store.judge(on_date(graph(store), event(store, "divorced"), "2015-03"))
        assert [each.state for each in decisions(store)] == ["holds", "holds", "holds"]
        store.remove(store.find("c.txt"))
        store.remove(store.find("e.txt"))
        assert [each.state for each in decisions(store)] == ["unattached", "unattached", "holds", "holds", "holds"]
        store.undo()
        assert [each.state for each in decisions(store)] == ["unattached", "holds", "holds", "holds"]
