"""The moving figure: view, pictures and their cache."""
