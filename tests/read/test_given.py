"""Metadata that a person gives."""

from datetime import date

import pytest

from kg.errors import InputError
from kg.read import Given, given_rows, with_given
from kg.records import Document

UNNAMED = "{}: its first line names no column 'source' (and published, publisher, title, author)"


def test_given_date_and_publisher_fill_only_what_is_missing():
    given = Given(published=date(2020, 1, 1), publisher="The Wire")
    bare = Document(id="1", source="a.txt", text="Ada.")
    told = bare.model_copy(update={"published": date(2019, 5, 4), "publisher": "The Post"})
    assert given.fields(bare) == {"published": date(2020, 1, 1), "publisher": "The Wire"}
    assert given.fields(told) == {}


def test_row_names_a_document_by_source_or_file_name_and_stands_above_it(tmp_path):
    (tmp_path / "meta.csv").write_text("File,Date,Title\na/b.txt,14 September 2020,\nc.txt,,Ada\n")
    given = Given(rows=given_rows(tmp_path / "meta.csv"))
    told = Document(id="1", source="a/b.txt", text="Ada.", published=date(2019, 5, 4))
    assert given.fields(told) == {"published": date(2020, 9, 14)}
    assert given.fields(told.model_copy(update={"source": "x/c.txt"})) == {"title": "Ada"}
    assert given.fields(told.model_copy(update={"source": "d.txt"})) == {}


def test_given_metadata_changes_the_digest():
    document = Document(id="1", source="a.txt", text="Ada.")
    changed = with_given(document, {"published": "2020-09-14"})
    assert changed.published == date(2020, 9, 14)
    assert changed.digest != with_given(document, {"published": "2020-09-15"}).digest


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("name,date\na.txt,2020-01-01\n", UNNAMED),
        ("", UNNAMED),
        ("source,date\na.txt,2020-01-01\nb.txt,soon\n", "{}:3: 'soon' is no date; write it as 2020-09-14"),
    ],
)  # fmt: skip
def test_unusable_metadata_file_is_refused_with_its_line(tmp_path, content, line):
    path = tmp_path / "meta.csv"
    path.write_text(content)
    with pytest.raises(InputError) as caught:
        given_rows(path)
    assert str(caught.value) == line.format(path)


def test_missing_metadata_file_is_refused(tmp_path):
    with pytest.raises(InputError, match=r"meta\.csv: No such file or directory$"):
        given_rows(tmp_path / "meta.csv")
