"""The moving figure: the view, its pictures and their cache."""
