"""The facts of all documents, in one DuckDB file: the source of truth that every graph is made of.

duckdb is imported only when a workspace is opened, so that importing this package stays light.
"""

from kg.workspace.facts import Workspace
from kg.workspace.records import DocumentRecord, Rejection

__all__ = ["DocumentRecord", "Rejection", "Workspace"]
