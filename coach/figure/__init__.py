"""The drawn person: key poses as data, and a skeleton solved for any instant. Only the painter uses Qt."""
