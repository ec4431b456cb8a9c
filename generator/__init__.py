"""A glossary and runbook knowledge base: read, checked and rendered to a static site."""
