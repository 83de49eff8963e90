"""Files inside a PDF, as associated files (ISO 32000-2, 14.13): for whom the pages are not enough."""

from dataclasses import dataclass

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString

from legjournal.tagged_pdf.canvas import TaggedCanvas


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to be carried: the data that the pages were drawn from.

    name: as it is saved from a PDF reader. kind: its media type. says: what it is, in words.
    """

    name: str
    kind: str
    says: str
    content: bytes


def carry(canvas: TaggedCanvas, attachment: Attachment) -> None:
    """Put one file into the document that is drawn on `canvas`; there can be no second."""
    document = canvas._doc
    stream = PDFStream(
        PDFDictionary(
            {
                "Type": PDFName("EmbeddedFile"),
                "Subtype": _name(attachment.kind),
                "Params": PDFDictionary({"Size": len(attachment.content)}),
            }
        ),
        attachment.content,
    )
    embedded = document.Reference(stream)
    specification = document.Reference(
        PDFDictionary(
            {
                "Type": PDFName("Filespec"),
                "F": PDFString(attachment.name),
                "UF": PDFString(attachment.name),
                "Desc": PDFString(attachment.says),
                "AFRelationship": PDFName("Data"),
                "EF": PDFDictionary({"F": embedded, "UF": embedded}),
            }
        )
    )
    names = PDFArray([PDFString(attachment.name), specification])
    catalog = document.Catalog
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "AF"]
    catalog.AF = PDFArray([specification])
    catalog.Names = PDFDictionary({"EmbeddedFiles": PDFDictionary({"Names": names})})


def _name(kind: str) -> str:
    """The PDF name of a media type: ReportLab leaves the stroke in it, which would begin another name."""
    first, _, second = kind.partition("/")
    return f"{PDFName(first)}#2F{PDFName(second).removeprefix('/')}"
