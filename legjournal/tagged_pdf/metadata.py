"""What the file says of itself in XMP: its title and language, and that it is PDF/UA-1."""

from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import XMP, PDFDocument

PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:format>application/pdf</dc:format>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def metadata(document: PDFDocument) -> XMP:
    """The XMP of a file, from what is in it already; it holds no time and nothing by chance."""
    packet = PACKET.format(
        title=escape(document.info.title or ""),
        creator=escape(document.info.creator or ""),
        language=escape(_text(document.Catalog.Lang)),
    )
    return XMP(creator=lambda _document: packet.encode())


def _text(value: object) -> str:
    return str(getattr(value, "s", value))
