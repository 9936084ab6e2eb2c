"""Files made to fill the memory, the time or the stack of whoever opens them: a document or a reason, soon."""

import gzip
import io
import os
import zipfile
import zlib
from time import process_time

import pytest

from kg.read import Skip, read
from tests.read.archives import docx, numbered, pdf, record, said, stream

DEEP = 10_000
HEAD = "<!DOCTYPE html><html><head>"
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
ALIASES = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12))
PACKED = "Content-Type: text/html\r\nContent-Encoding: deflate"


def bomb(size: int) -> bytes:
    """Zeros, packed a thousandfold."""
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(bytes(2**20)) for _ in range(size >> 20)) + packer.flush()


def zipped(name: str, size: int) -> bytes:
    data = io.BytesIO(docx(said("Ada met Ben.")))
    with zipfile.ZipFile(data, "a", zipfile.ZIP_DEFLATED) as archive, archive.open(name, "w") as member:
        for _ in range(size >> 20):
            member.write(bytes(2**20))
    return data.getvalue()


def recursive_forms() -> bytes:
    """A PDF whose page shows ten forms that each show ten forms, eight levels deep."""
    levels = [
        stream("/X Do " * 10, f"/Type/XObject/Subtype/Form/Resources<</XObject<</X {8 + level} 0 R>>>>")
        for level in range(8)
    ]
    page = "<</Type/Page/Parent 2 0 R/Resources<</XObject<</X 7 0 R>>>>/Contents 6 0 R>>"
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[5 0 R]/Count 1>>", "<<>>", "<<>>", page]
    last = stream("BT (Ada) Tj ET", "/Type/XObject/Subtype/Form")
    return numbered([*objects, stream("/X Do " * 10), *levels, last])


FILES = {
    "tags": ("a.html", (f"{HEAD}</head><body>" + "<div>" * DEEP).encode()),
    "unclosed": ("a.html", (f"{HEAD}</head><body>" + "<a href=" * DEEP).encode()),
    "entities": ("a.html", f'<!DOCTYPE html [<!ENTITY l0 "ha">{LAUGHS}]><html><body>&l11;</body></html>'.encode()),
    "xhtml entities": ("a.xhtml", f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]><html>&l11;</html>'.encode()),
    "brackets": ("a.json", b"[" * 100_000),
    "json lines": ("a.jsonl", b'{"text": "Ada.", "x": ' + b"[" * 100_000 + b"\n"),
    "yaml aliases": ("a.md", f"---\na0: &a0 [x]\n{ALIASES}---\nAda met Ben.".encode()),
    "yaml objects": ("a.md", b"---\ntitle: !!python/object/apply:os.system ['touch owned']\n---\nAda met Ben."),
    "gzip": ("a.gz", gzip.compress(bytes(2**20) * 64)),
    "docx text": ("a.docx", zipped("word/more.xml", 80 << 20)),
    "docx depth": ("a.docx", docx("<w:p>" * DEEP)),
    "pdf page": ("a.pdf", pdf(["Ada met Ben."], content="[" * DEEP)),
    "pdf forms": ("a.pdf", recursive_forms()),
    "pdf of nothing": ("a.pdf", b"%PDF-1.7\n" + b"1 0 obj\n" * DEEP),
    "warc headers": ("a.warc.gz", gzip.compress(b"WARC/1.0\r\nX: " + bytes(2**20) * 64)),
    "warc page": ("a.warc", record("https://a.example/", bomb(256 << 20), headers=PACKED)),
    "warc length": ("a.warc", b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999999999999\r\n\r\nx"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "data"), FILES.values(), ids=FILES)
def test_a_bomb_is_a_document_or_a_reason_in_seconds(tmp_path, monkeypatch, name, data):
    resource = pytest.importorskip("resource")
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_bytes(data)
    list(read(tmp_path / name))  # libraries are loaded
    before, started = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, process_time()
    found = list(read(tmp_path / name))
    assert process_time() - started < 10
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 400_000  # kB
    assert all(isinstance(each, Skip) or len(each.text) < 1000 for each in found)
    assert os.listdir(tmp_path) == [name]


@pytest.mark.parametrize("target", [".", "..", "../a", "/"])
def test_loops_of_links_end(tmp_path, target):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b").symlink_to(target)
    (tmp_path / "a" / "c.txt").symlink_to("c.txt")
    (tmp_path / "d.txt").write_text("Ada met Ben.")
    assert [each.source for each in read(tmp_path)] == ["a/c.txt", "d.txt"]
