"""Tests of the words on all pages."""
