"""The person in the exercise pictures: from a pose to joints and to the outlines of a body.

Lengths are in heights of the head. What a pose may say stands at the top of poses.toml.
"""

import math
from dataclasses import dataclass, field

from body import (
    BACK_HAIR,
    EAR,
    EYE,
    FACE,
    FOOT,
    FOOT_OUTLINE,
    FOREARM,
    FRONT,
    FRONT_EYES,
    FRONT_FACE,
    FRONT_FOOT,
    FRONT_HAIR,
    FRONT_MOUTH,
    HAIR,
    HAND,
    HEM,
    HIPS,
    MOUTH,
    NECK,
    SHIN,
    SHOULDERS,
    SIDE,
    THIGH,
    TORSO,
    UPPER_ARM,
)
from geometry import Point, Profile, angle, cut_profile, frame, on, outline, seen, two_bones

SIDES = ("near", "far")
LINE = 3.4  # units of the drawing: a line inside an outline


@dataclass(frozen=True)
class Shape:
    """A smooth outline (`width` 0) or line through points, hung on two joints."""

    ink: str
    points: list[Point]
    start: str = ""
    end: str = ""
    width: float = 0  # in units of the drawing
    smooth: bool = True


@dataclass(frozen=True)
class Group:
    """Shapes inside one outline; 0 wide is none."""

    outline: str
    width: float
    shapes: list[Shape]


@dataclass
class Figure:
    """A person in a pose: joints, and the groups of shapes from the far side to the near one."""

    pose: dict
    joints: dict[str, Point] = field(default_factory=dict)
    about: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.front = self.pose.get("view", "side") != "side"
        self.back = self.pose.get("view") == "back"
        self.profiles = FRONT if self.front else SIDE
        self.moving = set(self.pose.get("moving", []))
        self._cloth = "moving" if "torso" in self.moving else "cloth"
        self._place_trunk()
        self._limbs = {"leg": self._leg, "arm": self._arm}
        for side in SIDES:
            self._place_leg(side)
            self._place_arm(side)
        self.about |= self.pose.get("about", {})
        free = self.pose.get("free", [])
        for name in self.joints if free == "all" else free:
            self.about[name] = ""

    def groups(self) -> list[Group]:
        """What is painted, from the back to the front."""
        behind = self.pose.get("behind", ["far-arm", "far-leg"])
        before = self.pose.get("before", ["near-arm"])
        limbs = {f"{side}-{name}": draw(side) for side in SIDES for name, draw in self._limbs.items()}
        far = ("ink", 9) if self.front else ("far-ink", 8)
        main = [*limbs["near-leg"], *self._trunk(), *self._head()]
        if "far-leg" not in behind:
            main = [*limbs["far-leg"], *main]
        return [
            *(Group(*far, limbs[name]) for name in behind),
            Group("ink", 9, main),
            *(Group("ink", 9, limbs[name]) for name in before),
            *(self._patch(name.partition("-")[0]) for name in before),
        ]

    # Where the joints are.

    def _place_trunk(self) -> None:
        pose, j = self.pose, self.joints
        down = pose["torso"]
        long = pose.get("torso_length", TORSO)
        if "hip" in pose:
            j["hip"] = tuple(pose["hip"])
            j["shoulder"] = on(j["hip"], down + 180, long)
        else:
            j["shoulder"] = tuple(pose["shoulder"])
            j["hip"] = on(j["shoulder"], down, long)
        neck, tilt = pose.get("head", [down + 180, down + 180])
        j["head"] = on(j["shoulder"], neck, NECK)
        j["crown"] = on(j["head"], tilt, 0.5)
        self.about |= {"hip": "", "shoulder": "hip", "head": "shoulder", "crown": "head"}

    def _place_leg(self, side: str) -> None:
        leg, j = self.pose[f"{side}_leg"], self.joints
        hip = j["hip"]
        if self.front:
            hip = on(hip, self.pose["torso"] + self._sideways(side), HIPS)
        j[f"{side}-hip"] = hip
        knee, ankle = two_bones(hip, leg, "knee", "ankle", ("thigh", "shin"), (THIGH, SHIN), 1)
        j[f"{side}-knee"], j[f"{side}-ankle"] = knee, ankle
        foot = leg.get("foot", angle(knee, ankle) + 90)
        j[f"{side}-toe"] = on(ankle, foot, FOOT * leg.get("foot_length", 1))
        self.about |= {f"{side}-hip": "shoulder" if self.front else "", f"{side}-knee": f"{side}-hip"}
        self.about |= {f"{side}-ankle": f"{side}-knee", f"{side}-toe": f"{side}-ankle"}
        if not self.front:
            self.about[f"{side}-hip"] = self.about["hip"]

    def _place_arm(self, side: str) -> None:
        arm, j = self.pose[f"{side}_arm"], self.joints
        top = j["shoulder"]
        if self.front:
            top = on(top, self.pose["torso"] + self._sideways(side), SHOULDERS)
        j[f"{side}-shoulder"] = top
        bend = self._outward(side) if self.front else -1
        elbow, hand = two_bones(top, arm, "elbow", "wrist", ("upper", "fore"), (UPPER_ARM, FOREARM), bend)
        j[f"{side}-elbow"], j[f"{side}-wrist"] = elbow, hand
        j[f"{side}-finger"] = on(hand, arm.get("hand", angle(elbow, hand)), HAND * arm.get("hand_length", 1))
        self.about |= {f"{side}-shoulder": "hip" if not self.front else "shoulder"}
        self.about |= {f"{side}-elbow": f"{side}-shoulder", f"{side}-wrist": f"{side}-elbow"}
        self.about |= {f"{side}-finger": f"{side}-wrist"}

    def _outward(self, side: str) -> int:
        """Which way an elbow bends, seen from the front or behind: away from the trunk."""
        return -1 if (side == "near") != self.back else 1

    def _sideways(self, side: str) -> float:
        """From the way the trunk runs to the person's right (near) or left (far)."""
        return -90 if (side == "near") != self.back else 90

    # The shapes.

    def _shape(self, ink: str, profile: Profile, start: str, end: str, *, round_ends: bool = True) -> Shape:
        points = outline(self.joints[start], self.joints[end], profile, round_ends=round_ends)
        return Shape(self._ink(ink, start, end), points, start, end)

    def _ink(self, ink: str, start: str, end: str) -> str:
        if end in self.moving:
            return "moving"
        return "far" if start.startswith("far") and not self.front else ink

    def _leg(self, side: str) -> list[Shape]:
        hip, knee, ankle = (f"{side}-{name}" for name in ("hip", "knee", "ankle"))
        shin, trousers = self.profiles["shin"], cut_profile(self.profiles["shin"], HEM)
        bare = outline(self.joints[knee], self.joints[ankle], shin)
        return [
            Shape(self._ink("body", knee, f"{side}-toe"), bare, knee, ankle),
            self._foot(side),
            self._shape("trousers", trousers, knee, ankle, round_ends=False),
            self._shape("trousers", self.profiles["thigh"], hip, knee),
            self._hem(trousers[-1], knee, ankle),
        ]

    def _foot(self, side: str) -> Shape:
        ankle, toe = f"{side}-ankle", f"{side}-toe"
        if self.front:
            return self._shape("body", FRONT_FOOT, ankle, toe)
        ink = self._ink("body", ankle, toe)
        if self.pose.get("shoes"):
            ink = "ink" if side == "near" else "far-ink"
        return Shape(ink, [self._at(ankle, toe, x, y) for x, y in FOOT_OUTLINE], ankle, toe)

    def _arm(self, side: str) -> list[Shape]:
        shoulder, elbow, wrist, finger = (
            f"{side}-{name}" for name in ("shoulder", "elbow", "wrist", "finger")
        )
        sleeve = [(t, f + 0.02, b + 0.02) for t, f, b in cut_profile(self.profiles["upper"], 0.52)]
        return [
            self._shape("body", self.profiles["hand"], wrist, finger),
            self._shape("body", self.profiles["fore"], elbow, wrist),
            self._shape("body", self.profiles["upper"], shoulder, elbow),
            self._shape(self._cloth, sleeve, shoulder, elbow, round_ends=False),
            self._hem(sleeve[-1], shoulder, elbow),
        ]

    def _trunk(self) -> list[Shape]:
        torso = self.profiles["torso"]
        return [
            self._bent("trousers", self.profiles["pelvis"], "pelvis"),
            self._shape("body", self.profiles["neck"], "shoulder", "head"),
            self._bent("cloth", torso, "torso"),
            self._edge(torso[0]),
            self._edge(torso[-1]),
        ]

    def _edge(self, end: tuple[float, float, float]) -> Shape:
        """The line where the shirt begins or ends."""
        t, front, behind = end
        line = [self._spine(t, front), self._dip(end), self._spine(t, -behind)]
        return Shape("ink", line, "shoulder", "hip", LINE)

    def _dip(self, end: tuple[float, float, float]) -> Point:
        """The middle of such a line, a little lower."""
        t, front, behind = end
        return self._spine(t + 0.04, (front - behind) / 2)

    def _bent(self, ink: str, profile: Profile, name: str) -> Shape:
        front = [self._spine(t, f) for t, f, _ in profile]
        behind = [self._spine(t, -b) for t, _, b in reversed(profile)]
        points = [*front, self._dip(profile[-1]), *behind, self._dip(profile[0])]
        return Shape("moving" if name in self.moving else ink, points, "shoulder", "hip")

    def _spine(self, t: float, x: float) -> Point:
        bend = self.pose.get("curl", 0.0)
        dip = -bend * math.sin(math.pi * min(max(t, 0), 1))
        return self._at("shoulder", "hip", t * TORSO, x + dip)

    def _head(self) -> list[Shape]:
        if self.back:
            face, hair, lines = FRONT_FACE, BACK_HAIR, []
        elif self.front:
            face, hair, lines = FRONT_FACE, FRONT_HAIR, [*FRONT_EYES, FRONT_MOUTH]
        else:
            face, hair, lines = FACE, HAIR, [EYE, MOUTH, EAR]
        return [
            self._on_head("body", face),
            self._on_head("ink", hair),
            *(self._on_head("ink", line, LINE) for line in lines),
        ]

    def _on_head(self, ink: str, points: list[Point], width: float = 0) -> Shape:
        placed = [self._at("head", "crown", y, -x) for x, y in points]
        return Shape(ink, placed, "head", "crown", width)

    def _patch(self, side: str) -> Group:
        """An arm in front grows out of the shirt: no outline where it begins."""
        name = f"{side}-shoulder"
        points = [on(self.joints[name], degrees, 0.36) for degrees in range(0, 360, 20)]
        shirt = Shape(self._cloth, [self._inside_shirt(p) for p in points], name, "hip")
        return Group("ink", 0, [shirt, self._edge(self.profiles["torso"][0])])

    def _inside_shirt(self, point: Point) -> Point:
        """The point, or the nearest beside it that is within the trunk."""
        trunk = self.profiles["torso"]
        along, across = seen(self.joints["shoulder"], self.joints["hip"], point)
        t = min(max(along / TORSO, trunk[0][0] + 0.01), 1)
        _, front, behind = cut_profile(trunk, t)[-1]
        return self._at("shoulder", "hip", t * TORSO, min(max(across, 0.02 - behind), front - 0.02))

    def _hem(self, end: tuple[float, float, float], start: str, to: str) -> Shape:
        """The line where a sleeve or a trouser leg ends."""
        t, front, behind = end
        ink = "far-ink" if start.startswith("far") and not self.front else "ink"
        long = math.dist(self.joints[start], self.joints[to])
        line = [(t * long, front), (t * long + 0.035, 0.0), (t * long, -behind)]
        return Shape(ink, [self._at(start, to, *point) for point in line], start, to, LINE)

    def _at(self, start: str, end: str, along: float, across: float) -> Point:
        return frame(self.joints[start], self.joints[end], along, across)
