"""Cut the bundled static fonts from the variable Inter (`make fonts`).

ReportLab and Qt both want one file a weight with glyf outlines; the published Inter is one variable file.
Only the letters of European languages and the signs the journal prints are kept, so that a font loads
in a few milliseconds.
"""

import shutil
from pathlib import Path

import fontpkg_inter
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

SOURCE = Path(fontpkg_inter.__file__).parent
TARGET = Path(__file__).parents[1] / "assets" / "fonts"
CUTS = {
    "Inter-Regular": ("Inter[opsz,wght].ttf", 400),
    "Inter-SemiBold": ("Inter[opsz,wght].ttf", 600),
    "Inter-Bold": ("Inter[opsz,wght].ttf", 700),
    "Inter-Italic": ("Inter-Italic[opsz,wght].ttf", 400),
}
LETTERS = [*range(0x20, 0x7F), *range(0xA0, 0x250), *range(0x370, 0x400), *range(0x400, 0x460)]
SIGNS = [*range(0x2010, 0x2027), *map(ord, "€£→←↑↓≤≥≠≈−×÷½¼¾✓✗●○◆◇■□▲△▼▽•…‰′″№™  �")]


def cut(name: str, source: str, weight: int) -> None:
    """Write one static weight, named so that Qt sees one family with four styles."""
    font = instancer.instantiateVariableFont(
        TTFont(SOURCE / "files" / source), {"wght": weight, "opsz": 14}, updateFontNames=True
    )
    # One family of four styles: without these two names Qt takes the half-bold cut for a family of its own.
    font["name"].setName("Inter", 16, 3, 1, 0x409)
    font["name"].setName(name.partition("-")[2], 17, 3, 1, 0x409)
    options = subset.Options(
        layout_features=["kern", "mark", "mkmk", "ccmp", "locl", "tnum"],
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 16, 17],
        hinting=False,
    )
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=LETTERS + SIGNS)
    subsetter.subset(font)
    font.save(TARGET / f"{name}.ttf")
    print(name, (TARGET / f"{name}.ttf").stat().st_size // 1024, "kB")


if __name__ == "__main__":
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, (source, weight) in CUTS.items():
        cut(name, source, weight)
    shutil.copy(SOURCE / "LICENSE", TARGET / "LICENSE-Inter.txt")
