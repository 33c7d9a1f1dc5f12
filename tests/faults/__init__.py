"""Faults injected where they hurt: failing calls, kills, power cuts, clocks that jump, files that are broken."""
