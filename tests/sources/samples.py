"""Files for the tests, made byte by byte: PDFs, Word documents, archives."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from hashlib import md5

_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def pdf(pages: Sequence[str], password: str | None = None, title: str = "") -> bytes:
    """A PDF with a line of Helvetica a page; "" makes a page with a drawn box and no text.

    With a password it is encrypted by the standard handler, revision 2 (PDF 1.7, 7.6.3: RC4, 40 bits).
    """
    kids = " ".join(f"{5 + 2 * n} 0 R" for n in range(len(pages)))
    objects: list[tuple[bytes, bytes | None]] = [
        (b"<< /Type /Catalog /Pages 2 0 R >>", None),
        (f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(), None),
        (b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>", None),
        (b"<< >>" if password or not title else f"<< /Title ({title}) >>".encode(), None),
    ]
    for number, text in enumerate(pages):
        shown = f"BT /F1 12 Tf 72 700 Td ({text}) Tj ET" if text else "72 600 200 100 re S"
        page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {6 + 2 * number} 0 R "
        objects.append(((page + "/Resources << /Font << /F1 3 0 R >> >> >>").encode(), None))
        objects.append((b"", shown.encode("latin-1")))
    owner = key = b""
    if password is not None:
        owner = _rc4(md5(_padded(password)).digest()[:5], _padded(password))
        key = md5(_padded(password) + owner + (0xFFFFFFFC).to_bytes(4, "little") + b"0123456789abcdef").digest()[:5]
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, (head, stream) in enumerate(objects, start=1):
        places.append(len(out))
        body = head
        if stream is not None:
            if password is not None:
                shut = _rc4(md5(key + number.to_bytes(3, "little") + b"\0\0").digest()[:10], stream)
            else:
                shut = stream
            body = f"<< /Length {len(shut)} >>\nstream\n".encode() + shut + b"\nendstream"
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    trailer = f"<< /Size {len(places) + 1} /Root 1 0 R /Info 4 0 R /ID [<{b'0123456789abcdef'.hex()}> <00>]".encode()
    if password is not None:
        user = _rc4(key, _PADDING)
        trailer += f" /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{owner.hex()}> /U <{user.hex()}> >>".encode()
    return bytes(out + b"trailer\n" + trailer + f" >>\nstartxref\n{start}\n%%EOF\n".encode())


def _padded(password: str) -> bytes:
    return (password.encode("latin-1") + _PADDING)[:32]


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out = bytearray()
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def archive(members: Mapping[str, bytes | str], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip with these members, their names written as they stand."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", compression) as zipped:
        for name, data in members.items():
            zipped.writestr(zipfile.ZipInfo(name, (2018, 7, 18, 0, 0, 0)), data, compression)
    return made.getvalue()


def locked(zipped: bytes) -> bytes:
    """The same zip with the flag of encryption set on every member."""
    data = bytearray(zipped)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        found = data.find(mark)
        while found >= 0:
            data[found + at] |= 1
            found = data.find(mark, found + 4)
    return bytes(data)


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(body: str, footnotes: str = "") -> bytes:
    """A Word document with this WordprocessingML in its body, and in its footnotes."""
    wide = (
        f'{_W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return archive(
        {
            "[Content_Types].xml": f'{head}<Types xmlns="{package}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{kind}.document.main+xml"/>'
            f'<Override PartName="/word/footnotes.xml" ContentType="{kind}.footnotes+xml"/></Types>',
            "_rels/.rels": f'{head}<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
            f'Type="{relation}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'{head}<Relationships xmlns="{package}/relationships"><Relationship '
            f'Id="rId1" Type="{relation}/footnotes" Target="footnotes.xml"/></Relationships>',
            "word/document.xml": f"{head}<w:document {wide}><w:body>{body}</w:body></w:document>",
            "word/footnotes.xml": f"{head}<w:footnotes {wide}>{footnotes}</w:footnotes>",
        }
    )


def paragraph(text: str, style: str = "", bold: bool = False) -> str:
    """One paragraph of WordprocessingML."""
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    heavy = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:p>{named}<w:r>{heavy}<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
