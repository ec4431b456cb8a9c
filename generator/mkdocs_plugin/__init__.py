"""The shell around MkDocs: hands it finished pages, and shows it problems."""

from generator.mkdocs_plugin.plugin import MARK, ContentProblemsError, KnowledgeBasePlugin

__all__ = ["MARK", "ContentProblemsError", "KnowledgeBasePlugin"]
