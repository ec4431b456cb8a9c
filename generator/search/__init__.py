"""What search finds: documents made from the knowledge base."""

from generator.search.documents import SearchDocument, documents

__all__ = ["SearchDocument", "documents"]
