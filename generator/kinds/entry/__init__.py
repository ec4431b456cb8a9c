"""Entries: one glossary term each."""
