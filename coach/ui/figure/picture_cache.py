"""Makes and keeps the pictures of the figure: grounds, still pictures, frames of a movement, and breaths of a hold.

One frame takes some 10 ms, so it is drawn once and kept, packed; pictures are made ahead while nothing moves. Whoever
shows a picture holds it; what is kept stays within one budget of memory.
"""

from __future__ import annotations

import functools
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QSize, Signal
from PySide6.QtGui import QImage

from coach.ui.figure.close_ups import CloseUps, View
from coach.waves import later
from coach.words import basics

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QColor

    from coach.core.own_pictures import Drawing
    from coach.core.pacing import Side
    from coach.core.routine import Picture
    from coach.figure import motion, rig
    from coach.figure.motion import Moment
    from coach.figure.paint import painter as figure_painter
    from coach.figure.paint.ground import Ground
    from coach.figure.paint.painter import FigurePainter, Patch
    from coach.figure.poses import Movement
    from coach.figure.rig import Between
    from coach.store.figures import Figures
    from coach.ui.figure import own_cache, own_pictures, packed
    from coach.ui.figure.own_cache import OwnPictures
    from coach.ui.figure.packed import Key, PackedPictures
    from coach.ui.kit.theme import Theme
else:
    motion, rig = later("coach.figure.motion"), later("coach.figure.rig")
    figure_painter, packed = later("coach.figure.paint.painter"), later("coach.ui.figure.packed")
    own_cache, own_pictures = later("coach.ui.figure.own_cache"), later("coach.ui.figure.own_pictures")

BREATHS = 13
"""Pictures of one breath, at most: each differs from the next by a fraction of a pixel."""
BREATHS_BUDGET = 10 << 20
MOST_PIXELS = 1_000_000
"""Most pixels of a moving picture, which is stretched to a larger size: what moves need not be as sharp."""
MOST_PIXELS_KEPT = 2_000_000
"""The same for a pose that is held."""
BYTES_A_PIXEL = 4
OF_A_SESSION = frozenset({"moment", "ground", "hold", "breath", "still", "own"})
"""The kinds of pictures that a session shows."""

PORTRAIT = "ql-stretch"
"""The movement in which a person is to be recognised by skin and hair."""


class PictureCache(QObject):
    """Draws movements for a side, and keeps the pictures; without figures there are none."""

    changed = Signal()
    """The pictures have changed: figures came, or the theme or the variant is another one."""
    arrived = Signal(object)
    """A picture of one's own is there now, or is known to be lost: a Picture."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._figures: Figures | None = None
        self._wanted_variant = ""
        self._painters: dict[str, FigurePainter] = {}
        self._ground: tuple[View, QImage] | None = None
        """The ground that was asked for last, unpacked: pictures are drawn on it."""
        self._close_ups = CloseUps()
        self._alive: dict[View, QRect] = {}
        self._look = self._look_now
        theme.changed.connect(self._on_theme)

    # What there is

    def set_figures(self, figures: Figures) -> None:
        """Take the figures."""
        self._figures = figures
        self._forget()

    @property
    def figures(self) -> Figures | None:
        """All figures, for whoever draws them in another way; None where there are none yet."""
        return self._figures

    @property
    def variants(self) -> tuple[str, ...]:
        """The variants of skin and hair to choose from; the first is the one to begin with."""
        return () if self._figures is None else tuple(self._figures.body.variants)

    @property
    def variant(self) -> str:
        """The variant that is drawn: the chosen one, or the first where that does not exist."""
        variants = self.variants
        return self._wanted_variant if self._wanted_variant in variants or not variants else variants[0]

    @property
    def next_variant(self) -> str:
        """The variant after the one that is drawn; after the last comes the first."""
        variants = self.variants
        return variants[(variants.index(self.variant) + 1) % len(variants)] if variants else self.variant

    def use_variant(self, variant: str) -> None:
        """Draw this variant from now on."""
        if variant != self._wanted_variant:
            self._wanted_variant = variant
            self._forget()

    def movement(self, figure: Drawing | None) -> Movement | None:
        """Return a movement, or None where there is no such figure, as for a picture of one's own."""
        return self._figures.movements.get(figure) if self._figures is not None and isinstance(figure, str) else None

    def knows(self, figure: Drawing | None) -> bool:
        """Tell whether there is a picture of that figure, or a picture of one's own that is not lost."""
        if figure is None or isinstance(figure, str):
            return self.movement(figure) is not None
        return not self._own.is_lost(figure)

    def describe(self, figure: Drawing | None, side: Side | None) -> str:
        """Return what the picture shows for a side, in words for a screen reader."""
        if figure is not None and not isinstance(figure, str):
            return figure.describes
        movement = self.movement(figure)
        return "" if movement is None else basics.picture_words(movement.id, movement.shows, side or "right")

    def room(self, figure: Drawing | None) -> Ground | None:
        """Return the room in which a figure is, or None where there is no such figure."""
        return self._painter(figure).room if isinstance(figure, str) and self.knows(figure) else None

    def view(self, figure: Drawing, side: Side | None, size: QSize, ratio: float) -> View:
        """Return the view of a figure for a side, for a size in px at a pixel ratio."""
        movement = self.movement(figure)
        flipped = movement is not None and rig.is_mirrored(movement, side)
        name, own = (figure, None) if isinstance(figure, str) else ("", replace(figure, describes=""))
        return View(name, flipped, max(1, round(size.width() * ratio)), max(1, round(size.height() * ratio)), own=own)

    def view_in_motion(self, view: View) -> View:
        """Return the view with no more pixels than a moving picture may have."""
        return _at_most(view, MOST_PIXELS)

    def view_to_keep(self, view: View) -> View:
        """Return the view with no more pixels than leaves room for a ground, a pose and its breath together."""
        return _at_most(view, MOST_PIXELS_KEPT)

    # Pictures: each is drawn now if it must be

    def ground(self, view: View) -> QImage:
        """Return the still ground behind the person, on which every patch is drawn."""
        if self._ground is not None and self._ground[0] == view:
            return self._ground[1]
        key = (view, "ground", 0)
        picture = self._kept.find(key)
        if picture is None:
            picture = self.passing_ground(view)
            self._kept.keep(key, picture)
        self._ground = (view, picture)  # type: ignore[assignment]  # under this key there is no patch
        return picture  # type: ignore[return-value]  # as above

    def frame(self, view: View, moment: Moment) -> Patch:
        """Return the person at a moment of the movement."""
        return self._patch(self._frame_key(view, moment), moment.place)

    def _frame_key(self, view: View, moment: Moment) -> Key:
        """Return where a moment is kept: the end of the way into the hold is the picture of the hold."""
        at_end = moment.place == motion.held(self._painter(view.figure).movement)
        return (view, "hold", 0) if at_end else (view, "moment", moment.number)

    def prepare_frame(self, view: View, moment: Moment) -> None:
        """Draw the person at a moment of the movement, if that is not drawn yet."""
        if self._frame_key(view, moment) not in self._kept:
            self.frame(view, moment)

    def passing_ground(self, view: View) -> QImage:
        """Return the ground of what is not shown again soon: it is not kept."""
        return self._painter(view.figure).ground((view.width, view.height), flipped=view.flipped, scene=view.scene)

    def passing_frame(self, view: View, ground: QImage, moment: Moment) -> Patch:
        """Return the person on that ground, and do not keep it."""
        return self._painter(view.figure).patch(ground, moment.place, flipped=view.flipped, scene=view.scene)

    def hold(self, view: View) -> Patch:
        """Return the person in the hold pose."""
        return self._patch((view, "hold", 0), motion.held(self._painter(view.figure).movement))

    def breath(self, view: View, level: int) -> Patch:
        """Return the part of the hold pose that changes in one of the pictures of a breath; see `breaths`."""
        place = motion.held(self._painter(view.figure).movement)
        life = motion.life(level, self.breaths(view))
        return self._patch((view, "breath", level), place, life=life, within=self._alive_in(view))

    def breaths(self, view: View) -> int:
        """Return how many pictures of a breath there are: fewer where they are large."""
        alive = self._alive_in(view)
        fit = BREATHS_BUDGET // max(1, alive.width() * alive.height() * BYTES_A_PIXEL)
        return max(1, min(BREATHS, fit))

    def still(self, view: View, number: int | None = None) -> QImage:
        """Return a whole still picture of a movement; without a number its hero, the one that shows most."""
        movement = self._painter(view.figure).movement
        place = movement.hero if number is None else number
        key = (view, "still", place)
        picture = self._kept.find(key)
        if picture is None:
            painter = self._painter(view.figure)
            picture = painter.picture((view.width, view.height), _place(movement, place), flipped=view.flipped)
            self._kept.keep(key, picture)
        return picture  # type: ignore[return-value]  # under this key there is no patch

    def at_rest(self, view: View, number: int) -> QImage:
        """Return a whole still picture of a movement without arrows and lens: the person does nothing yet."""
        key = (view, "at rest", number)
        picture = self._kept.find(key)
        if picture is None:
            painter = self._painter(view.figure)
            place = _place(painter.movement, number)
            picture = painter.at_rest((view.width, view.height), place, flipped=view.flipped)
            self._kept.keep(key, picture)
        return picture  # type: ignore[return-value]  # under this key there is no patch

    def painter_in(self, figure: str, room: Mapping[str, QColor]) -> FigurePainter | None:
        """Return what draws a figure in a dark room of these colours, or None without it; its pictures are not kept."""
        movement = self.movement(figure)
        if movement is None or self._figures is None:
            return None
        return figure_painter.FigurePainter(self._figures.body, movement, "dark", self.variant, room)

    def has_still(self, view: View, number: int) -> bool:
        """Tell whether a still picture is drawn already."""
        return (view, "still", number) in self._kept

    def close_up(self, view: View) -> QImage:
        """Return a small picture of the person alone in the hero pose, without arrows and lens."""
        picture = self._close_ups.find(view)
        if picture is not None:
            return picture
        if view.own is not None:
            picture = self._own.small(view, self._theme.tokens.surface, self.own_shade)
            if picture is None:
                return self._nothing_yet
        else:
            painter = self._painter(view.figure)
            place = _place(painter.movement, painter.movement.hero)
            picture = painter.close_up((view.width, view.height), place, flipped=view.flipped)
        self._close_ups.keep(view, picture)
        return picture

    def has_close_up(self, view: View) -> bool:
        """Tell whether a small picture is drawn already, or comes by itself."""
        return view in self._close_ups or (view.own is not None and self._own.is_coming(view))

    def prepare_hold(self, view: View) -> bool:
        """Draw one of the pictures that a hold needs, if one is missing; return whether another is missing."""
        if (view, "ground", 0) not in self._kept:
            self.ground(view)
            return True
        if (view, "hold", 0) not in self._kept:
            self.hold(view)
            return True
        missing = [level for level in range(self.breaths(view)) if (view, "breath", level) not in self._kept]
        if missing:
            self.breath(view, missing[0])
        return len(missing) > 1

    def portrait(self, variant: str, size: QSize) -> QImage | None:
        """Return a picture of a variant, whichever is drawn elsewhere; None without figures. It is not kept."""
        if self._figures is None:
            return None
        movements = self._figures.movements
        movement = movements.get(PORTRAIT) or next(iter(movements.values()))
        theme = "dark" if self._theme.is_dark else "light"
        drawn = figure_painter.FigurePainter(self._figures.body, movement, theme, variant)
        return drawn.picture((size.width(), size.height()), _place(movement, movement.hero))

    # Pictures of one's own

    def own_picture(self, picture: Picture, longest: int) -> QImage | None:
        """Return a picture of one's own for so many px of its longer side; None until it has `arrived`."""
        return self._own.find(picture, longest)

    def finish(self) -> None:
        """Wait for a thread that decodes: the program ends."""
        if "_own" in self.__dict__:
            self._own.finish()

    @property
    def own_shade(self) -> QColor:
        """What lies over a picture of one's own in the look that is in force."""
        is_shaded = self._theme.is_dark and not self._theme.tokens.is_high_contrast
        return own_pictures.SHADE if is_shaded else own_pictures.NO_SHADE

    def own_in_scene(self, view: View) -> QImage | None:
        """Return a picture of one's own in its scene, on a plain ground around it; None until it has `arrived`."""
        return self._own.in_scene(view, self._theme.tokens.wall, self.own_shade)

    @functools.cached_property
    def _own(self) -> OwnPictures:
        """Those of one's own, loaded when there is one."""
        own = own_cache.OwnPictures(self._kept)
        own.arrived.connect(self.arrived)
        return own

    @property
    def _nothing_yet(self) -> QImage:
        """What shows in the place of a small picture that has not come."""
        empty = QImage(1, 1, QImage.Format.Format_RGB32)
        empty.fill(self._theme.tokens.sunk)
        return empty

    # Keeping

    @functools.cached_property
    def _kept(self) -> PackedPictures:
        """What is kept, loaded when there are figures."""
        return packed.PackedPictures()

    @property
    def bytes_kept(self) -> int:
        """How many bytes are kept, small pictures left out."""
        return self._kept.bytes_kept if "_kept" in self.__dict__ else 0

    def drop_session(self) -> None:
        """Drop what a session shows; small pictures, and the figure at rest on other pages, stay."""
        if "_kept" in self.__dict__:
            self._kept.drop_kinds(OF_A_SESSION)
        self._ground = None

    def _patch(self, key: Key, place: Between, life: float = 0.0, within: QRect | None = None) -> Patch:
        picture = self._kept.find(key)
        if picture is None:
            view = key[0]
            painter = self._painter(view.figure)
            picture = painter.patch(
                self.ground(view), place, life=life, flipped=view.flipped, within=within, scene=view.scene
            )
            self._kept.keep(key, picture)
        return picture  # type: ignore[return-value]  # under these keys there are patches

    def _alive_in(self, view: View) -> QRect:
        if view not in self._alive:
            painter = self._painter(view.figure)
            size = (view.width, view.height)
            self._alive[view] = painter.alive(
                size, motion.held(painter.movement), flipped=view.flipped, scene=view.scene
            )
        return self._alive[view]

    def _painter(self, figure: str) -> FigurePainter:
        if figure not in self._painters:
            if self._figures is None:
                raise KeyError(figure)
            theme = "dark" if self._theme.is_dark else "light"
            body, movement = self._figures.body, self._figures.movements[figure]
            self._painters[figure] = figure_painter.FigurePainter(body, movement, theme, self.variant, self._room)
        return self._painters[figure]

    @property
    def _room(self) -> Mapping[str, QColor]:
        """The colours of the room where they are not those of the palette: in high contrast."""
        t = self._theme.tokens
        return {"background": t.wall, "floor": t.floor, "backdrop": t.sun} if t.is_high_contrast else {}

    @property
    def _look_now(self) -> tuple[bool, bool]:
        return self._theme.is_dark, self._theme.tokens.is_high_contrast

    def _on_theme(self) -> None:
        """Draw all anew in other colours; a text size changes only how large pictures are wanted."""
        if self._look != self._look_now:
            self._look = self._look_now
            self._forget()
        else:
            self.changed.emit()

    def _forget(self) -> None:
        if "_kept" in self.__dict__:
            self._kept.clear()
        self._ground = None
        self._close_ups = CloseUps()
        self._alive.clear()
        self._painters.clear()
        self.changed.emit()


def _at_most(view: View, most: int) -> View:
    pixels = view.width * view.height
    if pixels <= most:
        return view
    share = (most / pixels) ** 0.5
    scene = view.scene
    if scene is not None:
        left, top, width, height = scene
        scene = int(left * share), int(top * share), int(width * share), int(height * share)
    return view._replace(width=max(1, int(view.width * share)), height=max(1, int(view.height * share)), scene=scene)


def _place(movement: Movement, number: int) -> Between:
    """Return the place of a still in its movement."""
    still = movement.stills[number]
    return rig.Between(still.a, still.b or still.a, still.t if still.b else 1.0, "hold", 0)
