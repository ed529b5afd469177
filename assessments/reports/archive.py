"""What makes one PDF both accessible (PDF/UA-1) and fit for archives with data inside (PDF/A-3a)."""

from dataclasses import dataclass
from datetime import UTC, datetime, time
from datetime import date as Date
from typing import Any

from pydyf import Dictionary, Object, Stream
from weasyprint import Attachment

from assessments.reports.folder import TEMPLATES

VARIANT = "pdf/a-3a"
_END = b"</rdf:RDF>"
UNCLEAR_END = b"\r\nendstream"  # packed data whose last byte looks like half of the line break after it

# PDF/A asks every namespace it does not know to be described in the file itself.
_ACCESSIBLE = b"""<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
  <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
      <pdfaProperty:name>part</pdfaProperty:name>
      <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
      <pdfaProperty:category>internal</pdfaProperty:category>
      <pdfaProperty:description>Part of the standard</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
  </rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""


@dataclass(frozen=True, slots=True)
class Attached:
    """A text file that goes inside the PDF."""

    name: str
    about: str
    text: str
    date: Date
    source: bool = False  # the report was made from it


def embedded(file: Attached) -> Attachment:
    """Return a file as the renderer embeds it; its date is given, since bytes may not depend on a clock."""
    moment = datetime.combine(file.date, time(), UTC)
    return Attachment(
        string=file.text,
        base_url=f"{TEMPLATES.as_uri()}/",
        name=file.name,
        description=file.about,
        created=moment,
        modified=moment,
        relationship="Source" if file.source else "Data",
    )


class _Written(Object):  # type: ignore[misc]  # the writer has no types
    """An object as its bytes, made once: the writer asks for those of every object up to three times."""

    data, compressible = b"", False

    def __init__(self, made: Object) -> None:
        super().__init__()
        self.number, self.generation, self.free = made.number, made.generation, made.free
        self.data, self.compressible = made.data, made.compressible


def finish(_document: object, pdf: Any, *, padding: int = 0) -> None:
    """Bring every object into the form that archives want; ``padding`` objects are added that nobody refers to."""
    for _ in range(padding):
        pdf.add_object(Dictionary())
    pdf.objects[:] = [entry if entry.free == "f" else _finished(entry) for entry in pdf.objects]


def _finished(entry: Object) -> Object:
    if not isinstance(entry, Stream):
        return _Written(entry)
    if entry.extra.get("Type") == "/Metadata":  # not packed; it also says that the file is accessible
        entry.compress = False
        entry.stream = [part.replace(_END, _ACCESSIBLE + _END) for part in entry.stream]
    if "Interpolate" in entry.extra:  # emoji are pictures, to be shown as they are
        entry.extra["Interpolate"] = "false"
    written = _Written(entry)
    if entry.compress and written.data.endswith(UNCLEAR_END):
        entry.compress = False
        return _Written(entry)
    return written
