"""Runbooks: what to do about a symptom, step by step."""
