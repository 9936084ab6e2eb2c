"""From paths to a store: what is read, what is read again, what keeps its id, and what stops nothing."""

import gzip
from datetime import date

import pytest

from kg.build import build, give
from kg.build.tasks import expected
from kg.build.unchanged import Files
from kg.errors import InputError, ModelError
from kg.read import Given, Skip, given_rows
from kg.records import LocalPerson, Reading
from tests.read.archives import record


class Reader:
    """Reads one person, named as the text, and notes what it was given; "crash" is a document with a fault of ours."""

    def __init__(self, stamp="1"):
        self.stamp, self.read = stamp, []

    def __call__(self, document):
        self.read.append(document.source)
        if "crash" in document.text:
            raise ZeroDivisionError("division by zero")
        if "stop" in document.text:
            raise ModelError("no pipeline")
        return Reading(document=document.id, stamp=self.stamp, people=(LocalPerson(key="1", name=document.text),))


@pytest.fixture
def folder(tmp_path):
    """Writes files, given as name=text, into a new folder and returns it."""

    def made(**files):
        for name, text in files.items():
            path = tmp_path / name.replace("__", "/")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.with_suffix(".txt").write_text(text)
        return tmp_path

    return made


def built(paths, store, **options):
    """The sources that a build read, and its report."""
    reader = Reader(options.pop("stamp", "1"))
    report = build(paths, store, reader, **options)
    return reader.read, report


def contents(store):
    return sorted((document.source, document.text) for document in store.documents())


def test_only_what_is_new_or_changed_is_read(folder, store):
    path = folder(a="Ada.", b="Ben.")
    assert built([path], store)[0] == ["a.txt", "b.txt"]
    read, report = built([path], store)
    assert (read, report.read, report.unchanged) == ([], 0, 2)
    folder(b="Bea.", c="Cy.")
    read, report = built([path], store)
    assert (read, report.read, report.unchanged) == (["b.txt", "c.txt"], 2, 1)
    assert contents(store) == [("a.txt", "Ada."), ("b.txt", "Bea."), ("c.txt", "Cy.")]


def test_another_stamp_reads_everything_again_even_what_is_not_under_the_paths(folder, store):
    path = folder(a="Ada.", b="Ben.")
    built([path], store)
    assert built([path / "a.txt"], store, stamp="2")[0] == ["a.txt", "b.txt"]
    assert {reading.stamp for reading in store.readings()} == {"2"}


def test_report_counts_words_and_documents_without_a_date(folder, store):
    report = built([folder(a="Ada met Ben.", b="date 2020-09-14 Ada left.")], store)[1]
    assert (report.read, report.undated, report.words) == (2, 1, 5)


def test_changed_text_keeps_the_id(folder, store):
    path = folder(a="Ada.")
    built([path], store)
    (before,) = store.documents()
    built([folder(a="Bea.")], store)
    (after,) = store.documents()
    assert (after.id, after.text) == (before.id, "Bea.")


def test_renamed_file_keeps_its_id_and_is_not_read_again(folder, store):
    path = folder(a="Ada.")
    built([path], store)
    (before,) = store.documents()
    (path / "a.txt").rename(path / "b.txt")
    assert built([path], store)[0] == []
    (after,) = store.documents()
    assert (after.id, after.source) == (before.id, "b.txt")


def test_copy_beside_the_original_is_a_document_of_its_own(folder, store):
    path = folder(a="Ada.")
    built([path], store)
    assert built([folder(b="Ada.")], store)[0] == ["b.txt"]
    assert contents(store) == [("a.txt", "Ada."), ("b.txt", "Ada.")]


def test_files_of_one_name_in_two_folders_are_two_documents(folder, store):
    path = folder(one__a="Ada.", two__a="Bea.")
    built([path / "one"], store)
    built([path / "two"], store)
    assert contents(store) == [("a.txt", "Ada."), ("two/a.txt", "Bea.")]
    assert built([path / "one", path / "two"], store)[0] == []


def test_order_of_paths_changes_nothing(folder, store):
    from kg.store import Store

    path = folder(one__a="Ada.", two__a="Bea.", two__b="Cy.")
    built([path / "two", path / "one", path / "two"], store)
    with Store() as other:
        built([path / "one", path / "two"], other)
        assert list(other.documents()) == list(store.documents())


def test_a_file_is_the_same_document_from_wherever_it_is_named(folder, store):
    path = folder(one__a="Ada.")
    built([path], store)
    assert built([path / "one", path / "one" / "a.txt"], store)[0] == []
    folder(one__a="Bea.")
    built([path / "one"], store)
    assert contents(store) == [("one/a.txt", "Bea.")]


def test_moved_folder_keeps_its_documents(folder, store):
    path = folder(one__a="Ada.", one__b="Ben.")
    built([path / "one"], store)
    (path / "one").rename(path / "two")
    folder(two__b="Bea.")
    assert built([path / "two"], store)[0] == ["b.txt"]
    assert contents(store) == [("a.txt", "Ada."), ("b.txt", "Bea.")]


def test_a_document_that_fails_stops_no_other_and_is_tried_again(folder, store):
    path = folder(a="crash", b="Ben.")
    read, report = built([path], store)
    assert read == ["a.txt", "b.txt"]
    assert report.skipped == [Skip("a.txt", "reading it failed (ZeroDivisionError: division by zero)")]
    assert contents(store) == [("b.txt", "Ben.")]
    assert built([path], store)[0] == ["a.txt"]


def test_trouble_with_the_pipeline_stops_the_build(folder, store):
    with pytest.raises(ModelError, match=r"^no pipeline$"):
        built([folder(a="stop")], store)


def test_interrupted_build_goes_on_where_it_stopped(folder, store):
    path = folder(a="Ada.", b="Ben.", c="Cy.")
    reader = Reader()

    def interrupted(document):
        if document.source == "b.txt":
            raise KeyboardInterrupt
        return Reader.__call__(reader, document)

    interrupted.stamp = reader.stamp
    with pytest.raises(KeyboardInterrupt):
        build([path], store, interrupted)
    assert contents(store) == [("a.txt", "Ada.")]
    assert built([path], store)[0] == ["b.txt", "c.txt"]


def test_paths_without_a_document_are_named(folder, store):
    path = folder(a="", b="Ben.")
    report = built([path / "a.txt", path / "b.txt"], store)[1]
    assert report.barren == [str(path / "a.txt")]
    assert report.skipped == [Skip("a.txt", "it is empty")]


def test_missing_path_is_refused(store, tmp_path):
    with pytest.raises(InputError, match=r"^no such file or folder: "):
        built([tmp_path / "none"], store)


def test_row_that_stands_twice_is_named(tmp_path, store):
    (tmp_path / "rows.jsonl").write_text('{"id": "x", "text": "Ada."}\n{"id": "x", "text": "Ben."}\n')
    report = built([tmp_path], store)[1]
    assert contents(store) == [("rows.jsonl#x", "Ada.")]
    assert report.skipped == [Skip("rows.jsonl#x", "a document of that name stands before it in the file")]


def test_given_date_stays_with_the_document(folder, store):
    path = folder(a="Ada.", b="date 2020-09-14 Ben.")
    built([path], store, given=Given(published=date(2021, 1, 1)))
    assert [each.published for each in sorted(store.documents(), key=lambda each: each.source)] == [
        date(2021, 1, 1),
        date(2020, 9, 14),
    ]
    assert built([path], store)[0] == []  # a build that gives nothing takes nothing away
    folder(a="Ada and Bea.")
    built([path], store)
    assert {each.published for each in store.documents()} == {date(2021, 1, 1), date(2020, 9, 14)}


def test_metadata_given_later_reads_the_document_again(folder, store, tmp_path):
    path = folder(a="Ada.", b="Ben.")
    built([path], store)
    (tmp_path / "meta.csv").write_text("source,published\na.txt,2020-09-14\n")
    reader = Reader()
    assert give(store, reader, Given(rows=given_rows(tmp_path / "meta.csv"))).read == 1
    assert reader.read == ["a.txt"]
    assert built([path], store)[0] == []


def test_progress_is_told_of_every_document(folder, store):
    told = []
    path = folder(a="Ada.", b="Ben.")
    built([path / "a.txt"], store)
    built([path], store, progress=lambda report: told.append((report.done, report.expected, report.words)))
    assert told == [(1, 2, 0), (2, 2, 1)]


@pytest.mark.parametrize(
    ("name", "data", "count"),
    [
        ("a.txt", b"Ada.", 1),
        ("a.jsonl", b'{"text": "Ada."}\n' * 3, 3),
        ("a.warc", record("https://a.example/1", b"") * 3, 3),
        ("a.warc.gz", gzip.compress(record("https://a.example/1", b"")) * 3, 3),
        ("a.warc", record("https://a.example/1", b"", kind="request") * 3, 1),  # it holds no page, and is skipped
        ("a.warc.gz", b"\x1f\x8bno archive", 1),
    ],
)
def test_files_of_many_documents_count_as_many(tmp_path, store, name, data, count):
    (tmp_path / name).write_bytes(data)
    assert expected([tmp_path], Files(store, "1")) == count


def test_stamp_follows_pipeline_and_ontology(tmp_path):
    import spacy

    from kg.build import Reader
    from kg.ontology.load import load

    def stamp(ontology=None, **meta):
        nlp = spacy.blank("en", meta=meta)
        nlp.to_disk(tmp_path / "model")
        return Reader(spacy.load(tmp_path / "model"), load(ontology)).stamp

    own = tmp_path / "own.toml"
    own.write_text("# types of my own\n")
    assert stamp() == stamp()
    assert len({stamp(), stamp(version="2"), stamp(own)}) == 3
