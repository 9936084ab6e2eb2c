"""Files and folders to documents: every kind that is read, and a reason for everything that is not."""

import gzip
import io
import os
import sys
from datetime import date
from types import SimpleNamespace

import pytest

from kg.errors import InputError
from kg.read import Skip, read
from kg.records import Document

PAGE = """<!DOCTYPE html>
<html><head><meta charset="{charset}"><title>Ada and Ben wed - The Wire</title>
<meta property="article:published_time" content="{day}T10:00:00Z">
<meta property="og:site_name" content="The Wire"><meta name="author" content="Cy Doe"></head>
<body><nav><a href="/">Home</a> <a href="/about">About</a></nav>
<article><h1>Ada and Ben wed</h1>
<p>Ada Hill married Ben Café on Saturday in the old town hall, before sixty guests and a small brass band.</p>
<p>They had met in 2012 while both were studying in Turin, and they moved in together after years of letters.</p>
</article><footer>© 2024 The Wire</footer></body></html>"""

KINDS = "kg reads text, Markdown, HTML, JSON lines, PDF, DOCX and WARC"
BROKEN = "its front matter cannot be parsed"


@pytest.fixture
def only(tmp_path):
    """What becomes of one file with this content."""

    def found(content, name="a.txt"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        (item,) = read(path)
        return item

    return found


def test_plain_text_is_stripped_at_both_ends_and_otherwise_left_as_it_stands(only):
    document = only("\n  Ada  met\tBen.\r\n\r\nThey *married*. \n")
    assert document.text == "Ada  met\tBen.\n\nThey *married*."
    assert (document.source, document.title, document.published) == ("a.txt", "", None)


@pytest.mark.parametrize("name", ["a.md", "a.txt", "a", "a.article"])
def test_front_matter_is_found_by_content(only, name):
    document = only(
        "---\nTitle: 'Ada: a life'\ndate: 2020-09-14-13-26-46\nsite: The Wire \n--- \nAda met Ben.\n---\nThey wed.",
        name,
    )
    assert (document.title, document.published, document.publisher) == ("Ada: a life", date(2020, 9, 14), "The Wire")
    assert document.text == "Ada met Ben.\n---\nThey wed."


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("author: [Cy Doe, Di Roe]", {"author": "Cy Doe, Di Roe"}),
        ("title: NO", {"title": "NO"}),
        ("date: 2020-02-31", {"published": None}),
        ("published: 14 September 2020\ndate: 2021-01-01", {"published": date(2020, 9, 14)}),
        ("source: https://www.wire.example/a/b", {"publisher": "wire.example"}),
        ("title: !!python/object/apply:os.getcwd []", {"title": ""}),
        ("title: {a: {b: c}}", {"title": ""}),
    ],
)
def test_front_matter_values_are_words_as_written(only, front, expected):
    document = only(f"---\n{front}\n---\nAda met Ben.")
    assert {name: getattr(document, name) for name in expected} == expected


@pytest.mark.parametrize("text", ["---\nAda met Ben.\n---\nThey wed.", "---\ntitle: Ada met Ben.\nThey wed."])
def test_a_rule_above_prose_is_no_front_matter(only, text):
    assert only(text).text == text


def test_leading_date_line_counts_where_no_metadata_does(only):
    assert only(" date 2024-02-08 Ada left.").published == date(2024, 2, 8)
    assert only("---\ndate: 2020-01-01\n---\ndate 2024-02-08 Ada left.").published == date(2020, 1, 1)


def test_web_page_gives_article_and_metadata(only):
    document = only(PAGE.format(charset="utf-8", day="2019-05-04"), "a.html")
    assert document.text.startswith("Ada Hill married Ben Café on Saturday")
    assert document.text.endswith("after years of letters.")
    assert (document.title, document.publisher, document.author) == ("Ada and Ben wed", "The Wire", "Cy Doe")
    assert document.published == date(2019, 5, 4)


@pytest.mark.parametrize("day", ["1911-05-04", "2090-05-04"])
def test_web_page_of_any_year_keeps_its_date(only, day):
    assert only(PAGE.format(charset="utf-8", day=day), "a.html").published == date.fromisoformat(day)


def test_web_page_is_found_by_content_and_its_encoding_believed(only):
    page = PAGE.format(charset="iso-8859-1", day="2019-05-04").replace("©", "").encode("latin-1")
    assert "Café" in only(page, "page").text


@pytest.mark.parametrize(
    "data",
    [
        "Zoë wed “Ben”.".encode(),
        "Zoë wed “Ben”.".encode("utf-8-sig"),
        "Zoë wed “Ben”.".encode("utf-16"),
        "Zoë wed “Ben”.".encode("cp1252"),
    ],
)
def test_encodings(only, data):
    assert only(data).text == "Zoë wed “Ben”."


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "it is empty"),
        ("a.txt", b" \n\t ", "it is empty"),
        ("a.txt", b"---\ntitle: A\n---\n", "it holds no text"),
        ("a.txt", bytes(range(256)), f"it is binary; {KINDS}"),
        ("a.txt", b"%PDF-1.7 x", "it cannot be read as a PDF (PdfStreamError)"),
        ("a.txt", gzip.compress(b"Ada"), f"it is a gzip archive; {KINDS}"),
        ("a.txt", "Zoë wed Chloë on ".encode() + b"\xc3", "its characters are damaged; save it again as UTF-8"),
        ("a.txt", b"\xff\xfeA", "its characters are damaged; save it again as UTF-8"),
        ("a.txt", b"Ada \x81\x8d Ben", "its encoding is neither UTF-8 nor Windows-1252; save it as UTF-8"),
        ("a.md", b"---\ntitle: A: b\n---\nAda.", f"{BROKEN} (line 2); correct it or take it out"),
        ("a.md", b"---\ntitle: " + b"[" * 9999 + b"\n---\nA", f"{BROKEN}; correct it or take it out"),
        ("a.html", b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "it holds no article"),
        ("a.html", b"<html><body>" + b"<div>" * 99999, "its elements are nested too deep"),
        ("a.json", b"{", "it is no JSON"),
        ("a.txt", b"Sie heirateten und sind nicht mit uns.", "its text is not English; kg reads English only"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_named_with_its_reason(only, name, content, reason):
    assert only(content, name) == Skip(name, reason)


def test_two_megabytes_on_one_line_are_read(only):
    assert len(only("Ada met Ben in 1968. " * 100_000).text) == 2_099_999


def test_json_lines_hold_a_document_each(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text(
        '{"id": "x1", "text": "They met.", "published": "2020-01-02", "title": "A"}\n'
        "\n"
        '{"text": "They\\u0000 \\ud800wed."}\n'
        "nonsense\n"
        '{"id": 7, "title": "no text"}\n'
        '{"url": "https://wire.example/a", "text": "They left."}'
    )
    found = list(read(path))
    assert [item.source for item in found] == [
        f"rows.jsonl#{row}" for row in ("x1", "3", "4", "5", "https://wire.example/a")
    ]
    assert (found[0].text, found[0].title, found[0].published) == ("They met.", "A", date(2020, 1, 2))
    assert found[1].text == "They\ufffd \ufffdwed."
    assert [item.reason for item in found[2:4]] == ["it is no JSON", 'it is no JSON object with a "text"']


@pytest.mark.parametrize(
    ("name", "content"),
    [("gold.json", '{"people": []}'), ("index.json", "[1, 2]"), ("gold.jsonl", '{"q": "When?"}\n{"q": "Where?"}\n')],
)
def test_files_that_are_there_for_something_else_are_skipped_quietly(only, name, content):
    assert only(content, name) == Skip(name, "it holds no documents", quiet=True)


def test_json_file_may_hold_one_document_or_a_list(tmp_path):
    (tmp_path / "a.json").write_text('{"text": "They met."}')
    (tmp_path / "b.json").write_text('[{"id": "x", "text": "They wed."}, {"text": "They left."}]')
    assert [item.source for item in read(tmp_path)] == ["a.json#1", "b.json#x", "b.json#2"]


def test_folder_is_walked_in_order_without_links_to_folders_and_hidden_files(tmp_path):
    for name in ("b.md", "a/z.txt", "a/.hidden.txt", ".git/config.txt", "c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Ada met Ben.")
    (tmp_path / "table.csv").write_text("a,b")
    (tmp_path / "README.md").write_text("What Ada and Ben are about.")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "dead.txt").symlink_to("nowhere")
    os.mkfifo(tmp_path / "pipe")
    assert [(item.source, getattr(item, "reason", "")) for item in read(tmp_path)] == [
        ("README.md", "it is about the folder; name it to have it read"),
        ("a/z.txt", ""),
        ("b.md", ""),
        ("c.txt", ""),
        ("dead.txt", "its link leads nowhere"),
        ("pipe", "it is no regular file"),
        ("table.csv", "it is of no kind that kg reads (.csv)"),
    ]


def test_a_file_named_by_the_user_may_have_any_suffix(only):
    assert only("Ada met Ben.", "notes.2020").text == "Ada met Ben."


def test_missing_path_is_refused_at_once(tmp_path):
    with pytest.raises(InputError, match=r"^no such file or folder: .*nothing\.txt$"):
        read(tmp_path / "nothing.txt")


def test_standard_input_is_told_apart_by_content(monkeypatch):
    def piped(text):
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(text)))
        return next(read("-"))

    first, second = piped(b"Ada met Ben."), piped(b"Ada left Ben.")
    assert isinstance(first, Document)
    assert first.text == "Ada met Ben."
    assert first.id != second.id
    assert piped(b"") == Skip("-", "it is empty")


def test_id_comes_from_the_source_and_digest_from_the_content(tmp_path):
    def one(name, text):
        (tmp_path / name).write_text(text)
        return next(read(tmp_path / name))

    first, renamed, changed = one("a.txt", "Ada met Ben."), one("b.txt", "Ada met Ben."), one("a.txt", "Ada left Ben.")
    assert first.id == changed.id != renamed.id
    assert first.digest == renamed.digest != changed.digest
