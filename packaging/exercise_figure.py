"""The person in the exercise pictures: from a pose to the outlines of a body.

Lengths are in heights of the head (a person is seven of them), y runs upwards from the floor, angles are in
degrees, 0 to the right, 90 up. Of a limb, front is a quarter turn anticlockwise from the way it runs: right
for somebody who stands and faces right. What a pose may say stands at the top of poses.toml.
"""

import math
from dataclasses import dataclass, field

Point = tuple[float, float]
Profile = list[tuple[float, float, float]]  # along a limb, how far the outline lies in front and behind

TORSO, THIGH, SHIN, FOOT = 2.2, 1.7, 1.48, 0.72
UPPER_ARM, FOREARM, HAND, NECK = 1.28, 1.08, 0.45, 0.98
HIPS, SHOULDERS = 0.36, 0.66  # from the middle line, seen from the front
SIDES = ("near", "far")
HEM = 0.84  # of the shin, where the trousers end

SIDE = {
    "thigh": [(0, 0.36, 0.4), (0.3, 0.37, 0.36), (0.65, 0.3, 0.28), (1, 0.22, 0.21)],
    "shin": [(0, 0.215, 0.21), (0.14, 0.2, 0.215), (0.33, 0.17, 0.245), (0.62, 0.13, 0.18), (1, 0.115, 0.13)],
    "upper": [(0, 0.2, 0.21), (0.5, 0.185, 0.18), (1, 0.14, 0.145)],
    "fore": [(0, 0.145, 0.14), (0.25, 0.155, 0.145), (0.65, 0.125, 0.12), (1, 0.095, 0.095)],
    "hand": [(0, 0.095, 0.095), (0.4, 0.14, 0.12), (0.8, 0.12, 0.1), (1, 0.07, 0.06)],
    "torso": [
        (-0.13, 0.13, 0.25), (0, 0.27, 0.37), (0.2, 0.41, 0.42), (0.42, 0.42, 0.38),
        (0.62, 0.4, 0.34), (0.8, 0.4, 0.38), (1, 0.4, 0.46), (1.1, 0.41, 0.47),
    ],
    "pelvis": [(0.9, 0.3, 0.34), (1, 0.36, 0.42), (1.1, 0.36, 0.44), (1.19, 0.24, 0.36)],
    "neck": [(-0.05, 0.2, 0.26), (0.3, 0.18, 0.22), (0.8, 0.17, 0.2)],
}  # fmt: skip
FRONT = {
    "thigh": [(0, 0.37, 0.37), (0.3, 0.36, 0.36), (0.65, 0.29, 0.29), (1, 0.215, 0.215)],
    "shin": [(0, 0.215, 0.215), (0.3, 0.22, 0.22), (0.6, 0.165, 0.165), (1, 0.12, 0.12)],
    "upper": SIDE["upper"],
    "fore": SIDE["fore"],
    "hand": SIDE["hand"],
    "torso": [
        (-0.17, 0.2, 0.2), (-0.1, 0.52, 0.52), (0.04, 0.8, 0.8), (0.22, 0.74, 0.74), (0.42, 0.68, 0.68),
        (0.62, 0.6, 0.6), (0.8, 0.63, 0.63), (1, 0.74, 0.74), (1.17, 0.79, 0.79),
    ],
    "pelvis": [(0.85, 0.6, 0.6), (1, 0.7, 0.7), (1.1, 0.7, 0.7), (1.15, 0.5, 0.5)],
    "neck": [(-0.1, 0.25, 0.25), (0.25, 0.2, 0.2), (0.8, 0.2, 0.2)],
}  # fmt: skip

# In front of the middle of the head, and above it.
FACE = [
    (0.02, 0.5), (0.26, 0.42), (0.37, 0.24), (0.385, 0.1), (0.43, 0.0), (0.48, -0.1), (0.41, -0.155),
    (0.405, -0.24), (0.4, -0.3), (0.36, -0.43), (0.22, -0.5), (0.04, -0.4), (-0.18, -0.36),
    (-0.38, -0.2), (-0.46, 0.06), (-0.38, 0.32), (-0.2, 0.46),
]  # fmt: skip
HAIR = [
    (0.35, 0.31), (0.27, 0.46), (0.02, 0.56), (-0.26, 0.51), (-0.45, 0.33), (-0.52, 0.06), (-0.47, -0.18),
    (-0.36, -0.33), (-0.25, -0.34), (-0.2, -0.16), (-0.13, 0.02), (-0.03, -0.02), (0.03, 0.12), (0.14, 0.2),
    (0.27, 0.23),
]  # fmt: skip
EAR = [(-0.04, 0.03), (-0.13, 0.06), (-0.16, -0.04), (-0.09, -0.13), (-0.04, -0.1)]
EYE = [(0.235, 0.02), (0.285, 0.055), (0.335, 0.02)]
MOUTH = [(0.39, -0.265), (0.33, -0.27), (0.28, -0.245)]
FRONT_FACE = [
    (0.0, 0.5), (0.27, 0.43), (0.39, 0.2), (0.4, -0.05), (0.33, -0.3), (0.18, -0.46), (0.0, -0.5),
    (-0.18, -0.46), (-0.33, -0.3), (-0.4, -0.05), (-0.39, 0.2), (-0.27, 0.43),
]  # fmt: skip
FRONT_HAIR = [
    (0.44, -0.12), (0.47, 0.16), (0.37, 0.44), (0.12, 0.58), (-0.18, 0.57), (-0.41, 0.4), (-0.48, 0.12),
    (-0.44, -0.12), (-0.38, 0.06), (-0.27, 0.2), (-0.08, 0.27), (0.12, 0.3), (0.28, 0.22), (0.38, 0.08),
]  # fmt: skip
BACK_HAIR = [
    (0.44, -0.1), (0.47, 0.16), (0.37, 0.44), (0.14, 0.57), (-0.14, 0.57), (-0.37, 0.44), (-0.47, 0.16),
    (-0.44, -0.1), (-0.34, -0.36), (-0.14, -0.44), (0.14, -0.44), (0.34, -0.36),
]  # fmt: skip
FRONT_EYES = [[(0.1, 0.0), (0.16, 0.04), (0.22, 0.0)], [(-0.22, 0.0), (-0.16, 0.04), (-0.1, 0.0)]]
FRONT_MOUTH = [(-0.11, -0.24), (0.0, -0.285), (0.11, -0.24)]
FOOT_OUTLINE = [
    (0.02, 0.13), (0.14, 0.07), (0.4, -0.07), (0.66, -0.13), (0.78, -0.19), (0.76, -0.26), (0.6, -0.275),
    (0.3, -0.255), (0.0, -0.275), (-0.2, -0.27), (-0.265, -0.17), (-0.2, -0.02), (-0.12, 0.1),
]  # fmt: skip
FRONT_FOOT = [(-0.1, 0.12, 0.12), (0.2, 0.13, 0.13), (0.7, 0.185, 0.185), (1, 0.15, 0.15)]


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
        behind, before = (
            self.pose.get("behind", ["far-arm", "far-leg"]),
            self.pose.get("before", ["near-arm"]),
        )
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
        j["head"] = on(j["shoulder"], neck, pose.get("neck_length", NECK))
        j["crown"] = on(j["head"], tilt, 0.5)
        self.about |= {"hip": "", "shoulder": "hip", "head": "shoulder", "crown": "head"}

    def _place_leg(self, side: str) -> None:
        leg, j = self.pose[f"{side}_leg"], self.joints
        hip = j["hip"]
        if self.front:
            hip = on(hip, self.pose["torso"] + self._sideways(side), self.pose.get("hips", HIPS))
        hip = hip[0] + leg.get("shift", [0, 0])[0], hip[1] + leg.get("shift", [0, 0])[1]
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
            top = on(top, self.pose["torso"] + self._sideways(side), self.pose.get("shoulders", SHOULDERS))
        shift = arm.get("shift", [0, 0])
        top = top[0] + shift[0], top[1] + shift[1]
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
        hip, knee, ankle, toe = (f"{side}-{name}" for name in ("hip", "knee", "ankle", "toe"))
        shin = self.profiles["shin"]
        ink = "ink" if side == "near" or self.front else "far-ink"
        return [
            Shape(
                self._ink("body", knee, toe),
                outline(self.joints[knee], self.joints[ankle], shin),
                knee,
                ankle,
            ),
            self._foot(side),
            self._shape("trousers", cut_profile(shin, HEM), knee, ankle, round_ends=False),
            self._shape("trousers", self.profiles["thigh"], hip, knee),
            self._hem(ink, cut_profile(shin, HEM)[-1], knee, ankle),
        ]

    def _foot(self, side: str) -> Shape:
        ankle, toe = f"{side}-ankle", f"{side}-toe"
        if self.front and not self.pose[f"{side}_leg"].get("side_foot"):
            return self._shape("body", FRONT_FOOT, ankle, toe)
        flip = self.pose[f"{side}_leg"].get("flip", 1)
        points = [frame(self.joints[ankle], self.joints[toe], x, flip * y) for x, y in FOOT_OUTLINE]
        return Shape(self._ink("body", ankle, toe), points, ankle, toe)

    def _arm(self, side: str) -> list[Shape]:
        shoulder, elbow, wrist, finger = (
            f"{side}-{name}" for name in ("shoulder", "elbow", "wrist", "finger")
        )
        sleeve = [(t, f + 0.02, b + 0.02) for t, f, b in cut_profile(self.profiles["upper"], 0.52)]
        ink = "ink" if side == "near" or self.front else "far-ink"
        return [
            self._shape("body", self.profiles["hand"], wrist, finger),
            self._shape("body", self.profiles["fore"], elbow, wrist),
            self._shape("body", self.profiles["upper"], shoulder, elbow),
            self._shape(self._cloth, sleeve, shoulder, elbow, round_ends=False),
            self._hem(ink, sleeve[-1], shoulder, elbow),
        ]

    def _trunk(self) -> list[Shape]:
        torso = self.profiles["torso"]
        last = torso[-1]
        spine = [(last[0], last[1]), (last[0] + 0.03, 0.0), (last[0], -last[2])]
        return [
            self._bent("trousers", self.profiles["pelvis"], "pelvis"),
            self._shape("body", self.profiles["neck"], "shoulder", "head"),
            self._bent("cloth", torso, "torso"),
            Shape("ink", [self._spine(t, x) for t, x in spine], "shoulder", "hip", 3.4),
        ]

    def _bent(self, ink: str, profile: Profile, name: str) -> Shape:
        front = [self._spine(t, f) for t, f, _ in profile]
        behind = [self._spine(t, -b) for t, _, b in reversed(profile)]
        return Shape("moving" if name in self.moving else ink, front + behind, "shoulder", "hip")

    def _spine(self, t: float, x: float) -> Point:
        bend = self.pose.get("curl", 0.0)
        dip = -bend * math.sin(math.pi * min(max(t, 0), 1))
        return self._at("shoulder", "hip", t * TORSO, x + dip)

    def _head(self) -> list[Shape]:
        if self.front:
            return self._front_head()
        flip = -1 if self.pose.get("looks") == "back" else 1
        face = [self._on_head(x * flip, y) for x, y in FACE]
        hair = [self._on_head(x * flip, y) for x, y in HAIR]
        return [
            Shape("body", face, "head", "crown"),
            Shape("ink", hair, "head", "crown"),
            *(
                Shape("ink", [self._on_head(x * flip, y) for x, y in line], "head", "crown", 3.4)
                for line in (EYE, MOUTH, EAR)
            ),
        ]

    def _front_head(self) -> list[Shape]:
        face = Shape("body", [self._on_head(x, y) for x, y in FRONT_FACE], "head", "crown")
        outline = BACK_HAIR if self.back else FRONT_HAIR
        hair = Shape("ink", [self._on_head(x, y) for x, y in outline], "head", "crown")
        if self.back:
            return [face, hair]
        lines = [*FRONT_EYES, FRONT_MOUTH]
        return [
            face,
            hair,
            *(Shape("ink", [self._on_head(x, y) for x, y in line], "head", "crown", 3.4) for line in lines),
        ]

    def _on_head(self, x: float, y: float) -> Point:
        return frame(self.joints["head"], self.joints["crown"], y, -x)

    def _patch(self, side: str) -> Group:
        """An arm in front grows out of the shirt: no outline where it begins."""
        name = f"{side}-shoulder"
        points = [on(self.joints[name], degrees, 0.36) for degrees in range(0, 360, 20)]
        return Group("ink", 0, [Shape(self._cloth, [self._inside_shirt(p) for p in points], name, "hip")])

    def _inside_shirt(self, point: Point) -> Point:
        """The point, or the nearest beside it that is within the trunk."""
        trunk = self.profiles["torso"]
        along, across = seen(self.joints["shoulder"], self.joints["hip"], point)
        t = min(max(along / TORSO, trunk[0][0] + 0.05), 1)
        _, front, behind = cut_profile(trunk, t)[-1]
        return self._at("shoulder", "hip", t * TORSO, min(max(across, 0.02 - behind), front - 0.02))

    def _hem(self, ink: str, end: tuple[float, float, float], start: str, to: str) -> Shape:
        """The line where a sleeve or a trouser leg ends."""
        t, front, behind = end
        long = math.dist(self.joints[start], self.joints[to])
        line = [(t * long, front), (t * long + 0.035, 0.0), (t * long, -behind)]
        return Shape(ink, [self._at(start, to, *point) for point in line], start, to, 3.4)

    def _at(self, start: str, end: str, along: float, across: float) -> Point:
        return frame(self.joints[start], self.joints[end], along, across)


def cut_profile(profile: Profile, end: float) -> Profile:
    """The first part of a limb's profile."""
    kept = [line for line in profile if line[0] < end]
    (t, f, b), (u, g, c) = kept[-1], next(line for line in profile if line[0] >= end)
    share = (end - t) / (u - t)
    return [*kept, (end, f + share * (g - f), b + share * (c - b))]


def outline(a: Point, b: Point, profile: Profile, *, round_ends: bool = True) -> list[Point]:
    """A closed outline around the way from a to b."""
    long = math.dist(a, b)
    front = [frame(a, b, t * long, f) for t, f, _ in profile]
    behind = [frame(a, b, t * long, -c) for t, _, c in reversed(profile)]
    start, end = profile[0], profile[-1]
    first, last = [], []
    for turn in (-45, 0, 45):
        turned = math.radians(turn)
        first.append(_cap(a, b, start, long, -math.cos(turned), math.sin(turned)))
        last.append(_cap(a, b, end, long, math.cos(turned), -math.sin(turned)))
    if not round_ends:
        return [*first, *front, *behind]
    return [*first, *front, *last, *behind]


def _cap(a: Point, b: Point, end: tuple[float, float, float], long: float, out: float, up: float) -> Point:
    t, f, c = end
    radius = (f + c) / 2
    return frame(a, b, t * long + out * radius, (f - c) / 2 + up * radius)


def frame(a: Point, b: Point, along: float, across: float) -> Point:
    """A point seen from a towards b; across is to the front."""
    way = math.atan2(b[1] - a[1], b[0] - a[0])
    c, s = math.cos(way), math.sin(way)
    return a[0] + along * c - across * s, a[1] + along * s + across * c


def seen(a: Point, b: Point, point: Point) -> Point:
    """A point as seen from a towards b: how far along and across. The other way round of `frame`."""
    way = math.atan2(b[1] - a[1], b[0] - a[0])
    x, y, c, s = point[0] - a[0], point[1] - a[1], math.cos(way), math.sin(way)
    return x * c + y * s, y * c - x * s


def on(point: Point, degrees: float, length: float) -> Point:
    """The point that far away in that direction."""
    way = math.radians(degrees)
    return point[0] + length * math.cos(way), point[1] + length * math.sin(way)


def angle(a: Point, b: Point) -> float:
    """The direction from a to b in degrees."""
    return math.degrees(math.atan2(b[1] - a[1], b[0] - a[0]))


def two_bones(
    root: Point,
    said: dict,
    middle: str,
    end: str,
    angles: tuple[str, str],
    lengths: tuple[float, float],
    bend: int,
) -> tuple[Point, Point]:
    """Knee and ankle, or elbow and wrist: as said, by angles, or where the two bones meet."""
    if middle in said:
        return tuple(said[middle]), tuple(said[end])
    if end not in said:
        first = on(root, said[angles[0]], lengths[0])
        return first, on(first, said[angles[1]], lengths[1])
    target = tuple(said[end])
    far = math.dist(root, target)
    if far > sum(lengths) * 1.01:
        print(f"  out of reach: {end} {target} is {far:.2f} away, the limb is {sum(lengths):.2f}")
    far = min(far, sum(lengths) - 1e-6)
    at_root = math.acos((lengths[0] ** 2 + far**2 - lengths[1] ** 2) / (2 * lengths[0] * far))
    first = on(root, angle(root, target) + bend * math.degrees(at_root), lengths[0])
    return first, target
