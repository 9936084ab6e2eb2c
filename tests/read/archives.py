"""Small PDF, DOCX and WARC files, made here."""

import io
import zipfile

WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
DOCUMENT = "word/document.xml"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"

PAGE = """<!DOCTYPE html><html><head><title>Ada and Ben wed</title>{head}</head><body><article><h1>Ada and Ben wed</h1>
<p>Ada Hill married Ben Café on Saturday in the old town hall, before sixty guests and a small brass band.</p>
<p>They had met in 2012 while both were studying in Turin, and they moved in together after years of letters.</p>
</article></body></html>"""


def pdf(*pages: list[str], info: dict[str, str] | None = None, forms: str = "", content: str = "") -> bytes:
    """A PDF with these lines on its pages; `forms` are resources of all, `content` what each page does besides."""
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        f"<<{''.join(f'/{name}({value})' for name, value in (info or {}).items())}>>",
    ]
    for number, lines in enumerate(pages):
        shown = " ".join(f"({line}) Tj T*" for line in lines)
        objects += [
            f"<</Type/Page/Parent 2 0 R/Resources<</Font<</F 3 0 R>>{forms}>>/Contents {6 + 2 * number} 0 R>>",
            stream(f"BT /F 12 Tf 14 TL 50 750 Td {shown} ET {content}"),
        ]
    return numbered(objects)


def stream(content: str, entries: str = "") -> str:
    return f"<</Length {len(content)}{entries}>>\nstream\n{content}\nendstream"


def numbered(objects: list[str]) -> bytes:
    """A PDF of these objects, numbered from one: the first is the catalogue, the fourth the file's information."""
    data, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{each}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer<</Size {size}/Root 1 0 R/Info 4 0 R>>\n"
    return data + f"{end}startxref\n{len(data)}\n%%EOF".encode()


def docx(body: str, properties: dict[str, str] | None = None, custom: dict[str, str] | None = None) -> bytes:
    """A DOCX file with this body; properties by their names with prefix, as "dc:title"."""
    own = "".join(
        f'<property pid="{pid}" name="{name}"><v:lpwstr>{value}</v:lpwstr></property>'
        for pid, (name, value) in enumerate((custom or {}).items(), start=2)
    )
    core = "".join(f"<{name}>{value}</{name}>" for name, value in (properties or {}).items())
    types = "application/vnd.openxmlformats-"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/{DOCUMENT}" ContentType="{types}officedocument.wordprocessingml.document.main+xml"/>'
        f'<Override PartName="/docProps/core.xml" ContentType="{types}package.core-properties+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="a" Type="{OFFICE}/relationships/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="c" Type="{OFFICE}/relationships/custom-properties" Target="docProps/custom.xml"/>'
        + (f'<Relationship Id="b" Type="{PACKAGE}/relationships/metadata/core-properties" '
           'Target="docProps/core.xml"/>' if properties else "")
        + "</Relationships>",
        DOCUMENT: f'<w:document xmlns:w="{WORDS}"><w:body>{body}</w:body></w:document>',
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        f"{core}</cp:coreProperties>",
        "docProps/custom.xml": f'<Properties xmlns="{OFFICE}/custom-properties" '
        f'xmlns:v="{OFFICE}/docPropsVTypes">{own}</Properties>',
    }  # fmt: skip
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return data.getvalue()


def said(*texts: str) -> str:
    """Paragraphs of a DOCX body."""
    return "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts)


def record(
    address: str,
    body: bytes,
    *,
    kind: str = "response",
    status: str = "200 OK",
    headers: str = "Content-Type: text/html; charset=utf-8",
    day: str = "2020-01-01",
) -> bytes:
    """One record of a WARC file."""
    block = f"HTTP/1.1 {status}\r\n{headers}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: {day}T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:x:{len(address)}>\r\nContent-Type: application/http; msgtype={kind}\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"
