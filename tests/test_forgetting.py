"""Somebody forgotten: gone from every byte of the store, kept out of what is read later, and nothing else lost."""

import gc
import io
import json
import sqlite3

import pytest

import kg
from kg.build import Reader, build, build_store, export_store, graph_of, import_facts, ontology_of
from kg.checking import check
from kg.errors import KgError, UnknownName
from kg.forgetting import forget
from kg.judgement import on_claims, on_people
from kg.store import Store

TEXTS = {
    "leith.txt": "date 2020-05-04\nJoan Firth married Adam Pell in Leith in June 2014. She called it a quiet day. "
    "Adam Pell divorced Joan Firth in 2018.\n\nAdam Pell married Rosa Lund in 2019.",
    "joan-firth.txt": "date 2021-05-04\nJoan Firth was born on 3 May 1985. Firth, an actress, met Adam Pell in 2011. "
    "Rosa Lund was born in 1987.",
    "other.txt": "date 2021-06-04\nColin Firth-Hall married Rita Dove in 2001.",
}
NAMES = (b"Joan", b"Firth.", b"Firth,", b"Firth ", b"Joan Firth", b"joan-firth", b"joan firth")
FACTS = (
    '{"kind": "event", "type": "married", "people": ["Joan Firth", "Zed Quill"], "when": "2020"}',
    '{"kind": "event", "type": "married", "people": ["Ann Lee", "Bob Ray"], "when": "2001"}',
)


def graph_at(db):
    """The graph of a store, which is closed again: a graph of kg.open holds it."""
    with Store(db, readonly=True) as store:
        return graph_of(store, ontology_of(store))


def yes(told):
    return True


@pytest.fixture(scope="module")
def read(nlp, ontology):
    """Reads the texts of a folder into a store."""
    reader = Reader(nlp, ontology)

    def of(folder, db):
        with Store(db) as store:
            return build([folder], store, reader)

    return of


@pytest.fixture
def texts(tmp_path):
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text)
    return folder


@pytest.fixture
def db(tmp_path, texts, read):
    """A store of the texts, its timeline laid down, with judgements on those who will and will not be forgotten."""
    path = tmp_path / "store" / "kg.db"
    path.parent.mkdir()
    read(texts, path)
    graph = kg.open(path)
    (wedding,) = graph.events("Joan Firth", "Adam Pell", type="married")
    (other,) = graph.events("Rosa Lund", "Adam Pell", type="married")
    with Store(path) as store:
        store.judge(*on_claims(graph, "accept", wedding.id))
        store.judge(*on_claims(graph, "accept", other.id))
        store.judge(on_people(graph, "different", "Joan Firth", "Rosa Lund"))
    kg.open(path)
    del graph
    gc.collect()  # a graph holds its store as it was, and its bytes
    return path


def found_in(db, words=NAMES):
    """The words that stand in any file beside the store, its log and its index included."""
    files = {path.name: path.read_bytes() for path in db.parent.iterdir()}
    assert db.name in files
    return {(name, word) for name, data in files.items() for word in words if word.lower() in data.lower()}


def exported(db):
    out = io.BytesIO()
    export_store(db, out, full=True, form={"format": "jsonl"})
    return out.getvalue()


def test_no_byte_of_the_store_names_them_any_more(db):
    assert found_in(db)
    told = forget(db, "Joan Firth", yes)
    assert told.documents == 2
    assert {"Joan Firth", "Firth"} <= set(told.names)
    assert found_in(db) == set()
    kg.open(db)  # what is derived anew brings nothing back
    assert found_in(db) == set()


def test_bytes_go_while_the_log_is_still_there(db):
    with Store(db) as other:  # another program has the store open
        forget(db, "Joan Firth", yes)
        assert {path.name for path in db.parent.iterdir()} == {"kg.db", "kg.db-wal", "kg.db-shm"}
        assert found_in(db) == set()
        assert len(list(other.documents())) == 3


def test_a_reader_in_the_way_is_told_of_and_the_next_writer_wipes(db, monkeypatch):
    monkeypatch.setattr(Store.wipe, "__defaults__", (0.1,))
    graph = kg.open(db)
    told = forget(db, "Joan Firth", yes)
    assert told.beyond.endswith("the store's own file, until kg next writes to it")
    assert graph.person("Joan Firth").name == "Joan Firth"  # it shows the moment at which it was opened
    del graph
    gc.collect()
    Store(db).close()
    assert found_in(db) == set()


def test_what_is_told_of_others_stays_with_its_characters(db):
    before = graph_at(db).events("Rosa Lund", "Adam Pell")
    forget(db, "Joan Firth", yes)
    graph = graph_at(db)
    assert [(each.type, each.when) for each in graph.events("Rosa Lund", "Adam Pell")] == [
        (each.type, each.when) for each in before
    ]
    assert check(db).sound
    with pytest.raises(UnknownName):
        graph.person("Joan Firth")
    assert {person.name for person in graph.people()} >= {"Adam Pell", "Rosa Lund", "Rita Dove"}


def test_every_character_that_is_left_keeps_its_place(db, texts):
    with Store(db) as store:
        before = {document.published: document for document in store.documents()}
    forget(db, "Joan Firth", yes)
    with Store(db) as store:
        for document in store.documents():
            was = before[document.published]
            assert len(document.text) == len(was.text)
            assert all(now in (then, " ") for now, then in zip(document.text, was.text, strict=True))


def test_reading_the_documents_again_does_not_bring_them_back(db, texts, read):
    forget(db, "Joan Firth", yes)
    assert read(texts, db).read == 2  # from what is left of them
    after = exported(db)
    report = read(texts, db)
    assert (report.read, report.unchanged) == (0, 3)
    (texts / "copy.txt").write_text(TEXTS["leith.txt"].replace("June", "July"))
    assert read(texts, db).read == 1
    assert found_in(db) == set()
    assert check(db).sound
    (texts / "copy.txt").unlink()
    with Store(db) as store:
        store.remove(store.find("copy.txt"))
    timeline, earlier = (
        [line for line in each.splitlines() if b'"kind": "event"' in line] for each in (exported(db), after)
    )
    assert timeline == earlier


def test_judgements_that_name_or_quote_them_go_and_others_stay(db):
    told = forget(db, "Joan Firth", yes)
    assert told.judgements == 2
    with Store(db) as store:
        assert [each.verdict for each in store.judgements()] == ["accept"]
        assert [each.state for each in kg.decisions(store)] == ["holds"]


def test_facts_that_were_never_prose_are_forgotten_and_stay_so(tmp_path):
    facts = tmp_path / "facts.jsonl"
    facts.write_text("\n".join(FACTS))
    db = tmp_path / "store" / "kg.db"
    db.parent.mkdir()
    import_facts(facts, db)
    assert forget(db, "Joan Firth", yes).claims == 1
    assert found_in(db) == set()
    assert import_facts(facts, db) == 1
    assert found_in(db) == set()
    assert check(db).sound
    assert [person.name for person in kg.open(db).people()] == ["Ann Lee", "Bob Ray", "Zed Quill"]


def test_two_people_are_forgotten_one_after_the_other(db, texts, read):
    forget(db, "Joan Firth", yes)
    forget(db, "Rosa Lund", yes)
    words = (*NAMES, b"Rosa", b"Lund")
    assert found_in(db, words) == set()
    read(texts, db)
    assert found_in(db, words) == set()
    assert read(texts, db).read == 0


def test_a_namesake_is_not_forgotten_along(tmp_path, read):
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "one.txt").write_text("date 2020-01-01\nMax Orr (1901-1950), a painter, married Eva Holt in 1925.")
    (folder / "two.txt").write_text("date 2020-01-01\nMax Orr, born in 1980, married Pia Lang in 2010.")
    db = tmp_path / "kg.db"
    read(folder, db)
    graph = graph_at(db)
    painter, _ = (graph.pair(name, partner) for name, partner in _namesakes(graph))
    assert forget(db, painter.a.id, yes).shared == ("Max Orr",)
    graph = graph_at(db)
    assert "Max Orr" in {person.name for person in graph.people()}  # there is no other now
    assert graph.events("Pia Lang")


def _namesakes(graph):
    for partner in ("Eva Holt", "Pia Lang"):
        (event,) = graph.events(partner, type="married")
        (other,) = (member.id for member in event.people if member.name != partner)
        yield other, partner


def test_nothing_happens_without_agreement(db):
    before = exported(db)
    assert forget(db, "Joan Firth", lambda told: False) is None
    assert exported(db) == before


def test_somebody_without_a_name_cannot_be_forgotten(tmp_path):
    facts = tmp_path / "facts.jsonl"
    facts.write_text('{"kind": "event", "type": "married", "people": ["his first wife (unnamed)", "Bob Ray"]}')
    import_facts(facts, tmp_path / "kg.db")
    with pytest.raises(KgError, match=r"is only described, nowhere named; reject what is said of them instead$"):
        forget(tmp_path / "kg.db", "his first wife (unnamed)", yes)


def test_an_interrupted_wipe_is_made_up_for_by_the_next_writer(db):
    forget(db, "Joan Firth", yes)
    database = sqlite3.connect(db)
    database.execute("INSERT INTO settings VALUES ('wipe', '1')")  # as a kill after the commit leaves it
    database.commit()
    database.close()
    assert not check(db).sound
    assert check(db, mend=True).sound is False  # what was found, before it was mended
    assert check(db).sound
    with Store(db) as store:
        assert store.setting("wipe") is None


def test_only_hashes_of_the_names_are_kept(db):
    forget(db, "Joan Firth", yes)
    with Store(db) as store:
        salt, blocked = store.blocked()
        assert len(salt) == 64
        assert all(len(each.hash) == 32 and int(each.hash, 16) for each in blocked)


def test_metadata_given_later_does_not_bring_them_back(db, texts, monkeypatch, nlp):
    forget(db, "Joan Firth", yes)
    monkeypatch.setattr("kg.build._reader", lambda model, ontology: Reader(nlp, ontology))
    given = kg.Given(rows={"leith.txt": {"title": "Joan Firth at home", "publisher": "The Wire"}})
    kg.give_metadata(db, given)
    assert found_in(db) == set()
    with Store(db) as store:
        assert store.document(store.find("leith.txt")).publisher == "The Wire"
    build_store([texts], db, given=given)
    assert found_in(db) == set()


def test_the_record_of_it_is_plain_data(db):
    told = json.loads(kg.json_line(forget(db, "Joan Firth", yes)))
    assert told["name"] == "Joan Firth"
    assert "exports" in told["beyond"]
    assert any(file.endswith("leith.txt") for file in told["files"])
