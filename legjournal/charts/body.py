"""The body chart: its regions, read from our own drawing, as plain curves for any pen."""

import xml.etree.ElementTree as ET
from dataclasses import dataclass
from functools import cache

from legjournal import phrases
from legjournal.charts.curves import SVG, Path, read_path
from legjournal.models.diary import Side
from legjournal.places import ASSETS
from legjournal.words import text

WIDTH, HEIGHT = 600, 640  # units of the drawing


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the body one can press. Left and right are the person's own."""

    view: str  # front, back or sole
    side: Side
    site: str
    path: Path


@dataclass(frozen=True, slots=True)
class Body:
    """The whole drawing: outlines, details, and regions in front, behind and on the soles."""

    outlines: tuple[Path, ...]
    details: tuple[Path, ...]  # lines inside the outlines: knees, folds, ankle bones
    regions: tuple[Region, ...]


@cache
def body() -> Body:
    """The drawing in assets/illustrations/body.svg."""
    # Our own file, shipped with the program: nothing of a stranger's is parsed here.
    root = ET.parse(ASSETS / "illustrations" / "body.svg").getroot()  # noqa: S314
    groups = {group.get("id"): group for group in root.iter(f"{SVG}g")}
    lines = list(groups["outline"].iter(f"{SVG}path"))
    return Body(
        outlines=tuple(_path(line) for line in lines if not _is_detail(line)),
        details=tuple(_path(line) for line in lines if _is_detail(line)),
        regions=tuple(
            Region(
                view=element.get("data-view", ""),
                side=Side(element.get("data-side", "")),
                site=element.get("data-site", ""),
                path=_path(element),
            )
            for element in groups["regions"].iter(f"{SVG}path")
        ),
    )


@cache
def drawn_places() -> frozenset[tuple[Side, str]]:
    """Sides and sites of all regions."""
    return frozenset((region.side, region.site) for region in body().regions)


@cache
def site_names() -> dict[str, str]:
    """The sites in the words of a person, from the hip downwards."""
    return {
        "lower-back": text("lower back"),
        "hip-front": text("front of hip"),
        "groin": text("groin"),
        "outer-hip": text("outer hip"),
        "buttock": text("buttock"),
        "front-of-thigh": text("front of thigh"),
        "inner-thigh": text("inner thigh"),
        "outer-thigh": text("outer thigh"),
        "back-of-thigh": text("back of thigh"),
        "knee": text("knee"),
        "back-of-knee": text("back of knee"),
        "shin": text("shin"),
        "outer-shin": text("outer shin"),
        "calf": text("calf"),
        "outer-calf": text("outer calf"),
        "ankle": text("ankle"),
        "heel": text("heel"),
        "top-of-foot": text("top of foot"),
        "sole-edge": text("outer edge of foot"),
        "sole": text("sole of foot"),
        "toes": text("toes"),
    }


def place_name(side: Side | None, site: str | None) -> str:
    """“Left calf”, “Right outer hip”, “Both legs”: a place as a person says it."""
    where = site_names().get(site, site) if site else None
    if side is None:
        return phrases.begun_large(where or text("legs"))
    if where is None:
        return {Side.LEFT: text("Left leg"), Side.RIGHT: text("Right leg"), Side.BOTH: text("Both legs")}[
            side
        ]
    pattern = {
        Side.LEFT: text("Left {where}"),
        Side.RIGHT: text("Right {where}"),
        Side.BOTH: text("{where}, both sides"),
    }
    return phrases.begun_large(pattern[side].format(where=where))


def _is_detail(element: ET.Element) -> bool:
    return "detail" in element.get("class", "").split()


def _path(element: ET.Element) -> Path:
    return read_path(element.get("d", ""))
