"""Guides: pages of Markdown without a form of their own."""
