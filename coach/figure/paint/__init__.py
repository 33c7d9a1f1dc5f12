"""Painting the figure: from polygons to a picture. All of the figure that knows Qt."""
