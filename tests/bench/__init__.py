"""How fast the site is built and checked, beside Material for MkDocs on equal text."""
