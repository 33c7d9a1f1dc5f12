"""Tests of the core: values and rules, no Qt."""
