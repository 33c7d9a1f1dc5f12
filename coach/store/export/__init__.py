"""The record written out for others: tables, JSON and FHIR."""
