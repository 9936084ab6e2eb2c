"""PDF, DOCX and WARC: each a document with its source and, where it says so, its date."""

import gzip
import io
import re
import sys
import zlib
from datetime import date
from types import SimpleNamespace

import brotli
import pytest

from kg.read import Skip, read
from kg.records import Document
from tests.read.archives import PAGE, docx, numbered, pdf, record, said, stream

TEXT = "Ada Hill married Ben Cole in June 2019."


@pytest.fixture
def held(tmp_path):
    """All that becomes of one file with this content."""

    def found(data, name):
        (tmp_path / name).write_bytes(data)
        return list(read(tmp_path / name))

    return found


@pytest.fixture
def only(held):
    def found(data, name="a.bin"):
        (item,) = held(data, name)
        return item

    return found


# PDF


def test_pdf_gives_text_title_and_author(only):
    found = only(pdf([TEXT, "They left in 2020."], info={"Title": "Ada and Ben", "Author": "Cy Doe"}), "a.pdf")
    assert (found.text, found.source) == (f"{TEXT}\nThey left in 2020.", "a.pdf")
    assert (found.title, found.author, found.published) == ("Ada and Ben", "Cy Doe", None)


def test_pdf_is_found_by_content_and_from_a_pipe(monkeypatch):
    pipe = SimpleNamespace(read=io.BytesIO(pdf([TEXT])).read, seekable=lambda: False)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=pipe))
    (found,) = read("-")
    assert found.text == TEXT


def test_pages_lose_numbers_running_heads_and_hyphens_at_line_ends(only):
    pages = [
        ["The Wire 1", "Ada mar-", "ried Ben", "- 1 -"],
        ["The Wire 2", "in June.", "2"],
        ["The Wire 3", "So.", "3"],
    ]
    assert only(pdf(*pages)).text == "Ada married Ben\nin June.\nSo."


def test_a_line_that_only_two_pages_begin_with_stays(only):
    assert only(pdf(["They met.", "One."], ["They met.", "Two."])).text == "They met.\nOne.\nThey met.\nTwo."


@pytest.mark.parametrize("title", ["Microsoft Word - ada.doc", "ada_final.indd", "untitled", "scan0001"])
def test_the_name_of_a_file_is_no_title(only, title):
    assert only(pdf([TEXT], info={"Title": title})).title == ""


@pytest.mark.parametrize(
    ("info", "text", "day"),
    [
        ({"Published": "2020-09-14"}, TEXT, date(2020, 9, 14)),
        ({"CreationDate": "D:20200914132646+02'00'"}, TEXT, date(2020, 9, 14)),
        ({"CreationDate": "D:20200914"}, "My dear Ada, since May 1931 I am lost.", None),  # a scan
        ({"CreationDate": "D:20200914"}, "Ada Hill married Ben Cole in June 2021.", None),  # an old file, filled anew
        ({"CreationDate": "D:20200914"}, "Ada Hill married Ben Cole.", None),
        ({"CreationDate": "D:20200914"}, f"date 2019-07-01 {TEXT}", date(2019, 7, 1)),
        ({"CreationDate": "D:20209914"}, TEXT, None),
        ({"ModDate": "D:20200914"}, TEXT, None),
        ({"CreationDate": "D:20200914", "Date": "2019-07-01"}, TEXT, date(2019, 7, 1)),
    ],
)
def test_day_of_a_pdf(only, info, text, day):
    assert only(pdf([text], info=info)).published == day


def test_a_pdf_may_tell_its_day_of_publication_in_xmp(only):
    xmp = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:p="http://prismstandard.org/namespaces/basic/2.0/"'
        ' p:publicationDate="1931-05-04"/></rdf:RDF></x:xmpmeta>'
    )
    made = numbered(
        [
            "<</Type/Catalog/Pages 2 0 R/Metadata 7 0 R>>",
            "<</Type/Pages/Kids[5 0 R]/Count 1>>",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            "<<>>",
            "<</Type/Page/Parent 2 0 R/Resources<</Font<</F 3 0 R>>>>/Contents 6 0 R>>",
            stream(f"BT /F 12 Tf 50 750 Td ({TEXT}) Tj ET"),
            stream(xmp, "/Type/Metadata/Subtype/XML"),
        ]
    )
    assert only(made).published == date(1931, 5, 4)


def test_a_scan_without_text_is_named_so(only):
    assert only(pdf([])).reason == "it holds no text; a scan needs character recognition (OCR) first"


def test_an_encrypted_pdf_is_named_so(only):
    from pypdf import PdfReader, PdfWriter

    writer, data = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf([TEXT])))), io.BytesIO()
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(data)
    assert only(data.getvalue()).reason == "it is encrypted; save it without a password"


# DOCX


def test_docx_gives_paragraphs_of_text_tables_and_boxes(only):
    body = (
        f"{said('Ada met Ben.')}<w:tbl><w:tr><w:tc>{said('They wed.')}</w:tc></w:tr></w:tbl>"
        f"<w:p><w:r><w:t>They </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del>"
        f"<w:ins><w:r><w:t>soon</w:t><w:br/><w:t>left.</w:t></w:r></w:ins>"
        f"<w:r><w:pict>{said('Boxed.')}</w:pict></w:r></w:p><w:p/>"
    )
    assert only(docx(body), "a.docx").text == "Ada met Ben.\n\nThey wed.\n\nThey soon\nleft.\n\nBoxed."


def test_what_docx_tells_twice_is_read_once(only):
    body = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice>{said('They wed.')}</mc:Choice><mc:Fallback>{said('They wed.')}</mc:Fallback>"
        "</mc:AlternateContent>"
        "<w:p><w:moveFrom><w:r><w:t>In May they left.</w:t></w:r></w:moveFrom></w:p>"
        "<w:p><w:moveTo><w:r><w:t>In May they left.</w:t></w:r></w:moveTo></w:p>"
    )
    assert only(docx(body)).text == "They wed.\n\nIn May they left."


@pytest.mark.parametrize(
    ("properties", "custom", "day"),
    [
        ({"dcterms:created": "2020-09-14T10:00:00Z"}, {}, date(2020, 9, 14)),
        ({"dcterms:created": "2013-12-23T23:15:00Z"}, {}, None),  # a template's
        ({"dcterms:modified": "2020-09-14T10:00:00Z"}, {}, None),
        ({"dcterms:created": "2020-09-14T10:00:00Z"}, {"Published": "2020-09-16"}, date(2020, 9, 16)),
        ({"dcterms:created": "a while ago"}, {}, None),
        ({}, {"date": "16 September 2020"}, date(2020, 9, 16)),
    ],
)
def test_day_of_a_docx(only, properties, custom, day):
    assert only(docx(said(TEXT), properties, custom)).published == day


def test_docx_gives_title_and_author_and_invents_none(only):
    found = only(docx(said(TEXT), {"dc:title": "Ada and Ben", "dc:creator": "Cy Doe"}))
    assert (found.title, found.author) == ("Ada and Ben", "Cy Doe")
    assert (only(docx(said(TEXT))).title, only(docx(said(TEXT))).author) == ("", None)


def test_docx_as_its_own_library_writes_it(only):
    from docx import Document as Docx

    made, data = Docx(), io.BytesIO()
    made.add_heading("Ada and Ben", 0)
    made.add_paragraph(TEXT).add_run(" They left.").bold = True
    made.save(data)
    assert only(data.getvalue()).text == f"Ada and Ben\n\n{TEXT} They left."


# WARC

ADDRESS = "https://wire.example/2019/05/04/ada-and-ben"
BODY = PAGE.format(head="").encode()


@pytest.mark.parametrize(
    "data",
    [
        record(ADDRESS, BODY),
        gzip.compress(record(ADDRESS, BODY)),
        gzip.compress(record("https://a.example/", b"", kind="request")) + gzip.compress(record(ADDRESS, BODY)),
        gzip.compress(record("https://a.example/", b"", kind="request") + record(ADDRESS, BODY)),  # one member
    ],
)
def test_a_page_of_a_warc_has_its_address_publisher_and_day(only, data):
    found = only(data, "a.warc")
    assert (found.source, found.publisher, found.published) == (f"a.warc#{ADDRESS}", "wire.example", date(2019, 5, 4))
    assert found.text.startswith("Ada Hill married Ben Café")


def test_the_day_of_capture_is_no_day_of_publication(only):
    assert only(record("https://wire.example/ada", BODY)).published is None


def test_nothing_was_published_after_it_was_captured(only):
    late = PAGE.format(head='<meta name="date" content="2031-01-01">').encode()
    assert only(record("https://wire.example/ada", late)).published is None


HTML = "Content-Type: text/html; charset=utf-8"
CHUNKED = b"%x\r\n%s\r\n0\r\n\r\n" % (len(BODY), BODY)
RAW = zlib.compressobj(wbits=-15)


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        (f"{HTML}\r\nContent-Encoding: gzip", gzip.compress(BODY)),
        (f"{HTML}\r\nContent-Encoding: gzip", BODY),  # unpacked when it was stored
        (f"{HTML}\r\nContent-Encoding: deflate", zlib.compress(BODY)),
        (f"{HTML}\r\nContent-Encoding: deflate", RAW.compress(BODY) + RAW.flush()),
        (f"{HTML}\r\nContent-Encoding: br", brotli.compress(BODY)),
        (f"{HTML}\r\nContent-Encoding: br", BODY),
        (f"{HTML}\r\nTransfer-Encoding: chunked", CHUNKED),
        ("Content-Type: text/html; charset=iso-8859-1", BODY.decode().encode("latin-1")),
    ],
)
def test_pages_are_unpacked_and_decoded_as_their_headers_say(only, headers, body):
    assert "Ben Café" in only(record(ADDRESS, body, headers=headers)).text


def test_only_answers_in_html_are_read(held):
    data = b"".join(
        [
            record("https://a.example/1", BODY, kind="request"),
            record("https://a.example/2", BODY, status="404 Not Found"),
            record("https://a.example/3", b"\x89PNG", headers="Content-Type: image/png"),
            record("https://a.example/4", b"<html><body>Home</body></html>"),
            record(ADDRESS, BODY),
        ]
    )
    first, second = held(data, "a.warc")
    assert first == Skip("a.warc#https://a.example/4", "it holds no article")
    assert second.source == f"a.warc#{ADDRESS}"


@pytest.mark.parametrize(
    "rest",
    [
        b"WARC/1.0\r\nWARC-Type: response\r\n" + b"X: y\r\n" * 300_000,
        b"X" * 3_000_000,
        b"WARC/1.0\r\nWARC-Type: response\r\n\r\n" + b"x" * 100_000,
        record("https://a.example/", BODY)[:-300],
    ],
)
def test_what_stands_before_the_damage_is_read_and_nothing_is_printed(held, rest, capfd):
    first, second = held(record(ADDRESS, BODY) + rest, "a.warc")
    assert isinstance(first, Document)
    assert re.fullmatch(r"it is damaged \(\w+\); what stands before that is read", second.reason)
    assert capfd.readouterr() == ("", "")


def test_a_warc_that_was_cut_off_is_read_up_to_there(held):
    data = gzip.compress(record(ADDRESS, BODY)) + gzip.compress(record("https://a.example/", BODY))[:-300]
    first, second = held(data, "a.warc.gz")
    assert isinstance(first, Document)
    assert second.reason == "it is damaged (ValueError); what stands before that is read"


# without the extras


@pytest.mark.parametrize(
    ("module", "data", "reason"),
    [
        ("pypdf", pdf([TEXT]), "it is a PDF; to have it read: pip install 'kg[pdf]'"),
        ("docx", docx(said(TEXT)), "it is a DOCX file; to have it read: pip install 'kg[docx]'"),
        ("warcio", record(ADDRESS, BODY), "it is a WARC archive; to have it read: pip install 'kg[warc]'"),
    ],
)
def test_without_its_extra_a_file_is_skipped_with_the_command_that_installs_it(
    tmp_path, monkeypatch, module, data, reason
):
    monkeypatch.setitem(sys.modules, module, None)  # Python's own way to say that a module is not there
    (tmp_path / "a").write_bytes(data)
    (tmp_path / "b.txt").write_text(TEXT)
    first, second = read(tmp_path)
    assert first == Skip("a", reason, extra=reason.rpartition("[")[2].removesuffix("]'"))
    assert second.text == TEXT


def test_a_build_without_an_extra_reads_the_rest_and_ends_with_exit_code_2(tmp_path, monkeypatch):
    from typer.testing import CliRunner

    from kg.cli import app

    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, "pypdf", None)
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.pdf").write_bytes(pdf([TEXT]))
    (tmp_path / "texts" / "b.txt").write_text(TEXT)
    done = CliRunner().invoke(app, ["build", "texts", "--workers", "1"])
    assert (done.exit_code, done.stdout[:42]) == (2, "documents: 1 read, 0 unchanged, 1 skipped;")
    assert done.stderr.splitlines()[-1] == (
        "kg: some documents need a library that is not there: pip install 'kg[pdf]'"
    )
