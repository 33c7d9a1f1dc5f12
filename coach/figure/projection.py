"""How a movement is seen: the world through a camera, without a vanishing point."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from coach.core.dataclass import dataclass
from coach.figure.vectors import dot

if TYPE_CHECKING:
    from coach.figure.poses import Camera
    from coach.figure.vectors import Vec2, Vec3


@dataclass(frozen=True, slots=True)
class Projection:
    """A parallel projection: two axes on the screen and one into depth, in body lengths; y points up."""

    x: Vec3
    y: Vec3
    z: Vec3

    @classmethod
    def through(cls, camera: Camera) -> Projection:
        """Return the projection of a camera: the world turned by yaw about y, then by pitch about the screen's x."""
        yaw, pitch = math.radians(camera.yaw), math.radians(camera.pitch)
        return cls(
            (math.cos(yaw), 0.0, math.sin(yaw)),
            (math.sin(pitch) * math.sin(yaw), math.cos(pitch), -math.sin(pitch) * math.cos(yaw)),
            (-math.cos(pitch) * math.sin(yaw), math.sin(pitch), math.cos(pitch) * math.cos(yaw)),
        )

    def flat(self, point: Vec3) -> Vec2:
        """Return where a point or a direction of the world is on the screen, in body lengths."""
        return dot(point, self.x), dot(point, self.y)

    def depth(self, point: Vec3) -> float:
        """Return how near to the viewer a point is, in body lengths; larger is nearer."""
        return dot(point, self.z)
