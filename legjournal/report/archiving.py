"""A report as archives keep it: PDF/A-2a, or PDF/A-3a where it carries a file, through pikepdf.

The pages are tagged and carry their fonts already. PDF/A (ISO 19005-2 and -3) asks more: which colours are
meant, what the file says it is, and streams that end as they should.
"""

from io import BytesIO
from struct import pack
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pikepdf

# What the file says of itself. XMP knows no `pdfuaid`, so PDF/A wants it described.
_SAYS = """<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>{part}</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that is kept</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>"""
_END = "</rdf:RDF>"
_MADE_AT = slice(24, 36)  # of a colour profile: the moment it was made, which would differ each time


def archival(pdf: bytes, *, carries: bool) -> bytes:
    """The same pages as PDF/A; equal pages give equal bytes. carries: whether a file is attached."""
    import pikepdf

    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        document.Root.OutputIntents = pikepdf.Array([_colours(document)])
        if "/Info" in document.trailer:
            del document.trailer["/Info"]  # what it says stands in the metadata
        words = document.Root.Metadata.read_bytes().decode()
        words = words.replace(_END, _SAYS.format(part=3 if carries else 2))
        document.Root.Metadata = document.make_stream(
            words.encode(), Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML
        )
        document.save(out, deterministic_id=True)
    return out.getvalue()


def _colours(document: "pikepdf.Pdf") -> "pikepdf.Dictionary":
    """Grey and black as the screen shows them."""
    import pikepdf
    from PIL import ImageCms

    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[_MADE_AT] = pack(">6H", 2026, 1, 1, 0, 0, 0)
    stream = document.make_stream(bytes(profile))
    stream.N = 3
    return pikepdf.Dictionary(
        Type=pikepdf.Name.OutputIntent,
        S=pikepdf.Name.GTS_PDFA1,
        OutputConditionIdentifier="sRGB IEC61966-2.1",
        DestOutputProfile=stream,
    )
