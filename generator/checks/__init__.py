"""Checks that documents of several kinds share."""
