"""The drawn person: key poses as data, a skeleton that is solved for any instant, and its projection. Only the painter uses Qt."""
