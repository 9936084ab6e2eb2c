"""Whatever the bytes: a document or a named reason, in time that grows with the length."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.read import Skip, find_day, read
from kg.read.english import is_english
from kg.read.published import split_header
from kg.records import Document

NAMES = st.sampled_from(["a.txt", "a.md", "a.html", "a.jsonl", "a.json", "a"])
PIECES = st.sampled_from(
    [
        "---\n",
        "title: ",
        "date: 2020-09-14\n",
        "? [a]\n: b\n",
        "&a [*a]",
        "!!python/name:os.system",
        "{",
        "[",
        "\t",
        "- ",
        "<html><body>",
        "<p>",
        "<div ",
        "&#x0;",
        "]]>",
        "<!--",
        '{"text": "',
        '"}\n',
        "\\ud800",
        "Ada met Ben. ",
        "\x1b[0m",
    ]
)
BYTES = st.binary(max_size=300) | st.lists(PIECES | st.text(max_size=20), max_size=30).map(
    lambda pieces: "".join(pieces).encode("utf-8", "surrogatepass")
)


@settings(max_examples=300, deadline=None)
@given(name=NAMES, data=BYTES)
def test_any_bytes_give_documents_or_reasons(tmp_path_factory, name, data):
    path = tmp_path_factory.mktemp("any") / name
    path.write_bytes(data)
    for found in read(path):
        assert isinstance(found, Document) or (isinstance(found, Skip) and "\n" not in found.reason)
        if isinstance(found, Document):
            assert found.text == found.text.strip() != ""
            found.model_dump_json().encode()


@given(st.text())
def test_any_text_has_a_day_or_none_and_keeps_its_words(text):
    find_day(text)
    assert split_header(text)[1] in text
    is_english(text)


@pytest.mark.parametrize(
    ("name", "piece"),
    [
        ("a.txt", "LONDON, "),
        ("a.txt", "date 2020-"),
        ("a.md", "---\na: "),
        ("a.html", "<html><body>&amp;"),
        ("a.html", "<!-- "),
        ("a.html", "<p>Ada met Ben. "),
        ("a.jsonl", '{"text": "Ada."}\n'),
    ],
)
def test_twice_as_much_takes_about_twice_as_long(tmp_path, name, piece):
    def seconds(size):
        (tmp_path / name).write_text(piece * (size // len(piece)))
        started = process_time()
        list(read(tmp_path / name))
        return process_time() - started

    seconds(1000)  # libraries are loaded
    assert seconds(400_000) < 1 + 8 * seconds(100_000)
