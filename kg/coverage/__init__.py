"""What became of a document: which of its words gave statements, which gave none, what was refused, what is contested."""

from kg.coverage.ledger import Coverage, Section, cover
from kg.coverage.silent import Silent, silent
from kg.coverage.stated import Contested, contested

__all__ = ["Contested", "Coverage", "Section", "Silent", "contested", "cover", "silent"]
