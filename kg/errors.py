"""What can go wrong, as one tree of exceptions.

::

    KgError
    ├── ReadError            a file that cannot be read as a document
    ├── OntologyError        the ontology files do not hold together
    ├── FactError            an assertion that does not match its document or the ontology
    ├── WorkspaceError       the workspace cannot be opened, or lacks what was asked for
    ├── DecisionError        a person's decision on who is who that cannot be read, written or meant
    ├── ResolveError         assertions that cannot become a graph
    ├── StoreError           a store refused a statement
    │   └── StoreUnavailable   a store that does not answer, or is locked
    ├── QueryError           a question that cannot be asked
    │   ├── UnknownQuery       no question of that name
    │   └── BadParameter       a parameter that is missing, unknown or of the wrong type
    ├── GoldError            gold facts that are not as they should be
    └── ExportError          a graph that cannot be written in a format

A message says where, what was found, what is allowed and what to do. The library raises; only the command prints and exits.
"""

__all__ = [
    "BadParameter",
    "DecisionError",
    "ExportError",
    "FactError",
    "GoldError",
    "KgError",
    "OntologyError",
    "QueryError",
    "ReadError",
    "ResolveError",
    "StoreError",
    "StoreUnavailable",
    "UnknownQuery",
    "WorkspaceError",
]


class KgError(Exception):
    """Anything that the library refuses, in one readable line."""


class ReadError(KgError):
    """A file that cannot be read as a document: missing, empty, damaged, encrypted or of an unknown kind."""


class OntologyError(KgError):
    """The ontology files do not hold together."""


class FactError(KgError):
    """An assertion that does not match its document or the ontology."""


class WorkspaceError(KgError):
    """The workspace cannot be opened (another process holds it), or lacks what was asked for."""


class DecisionError(KgError):
    """A person's decision on who is who that cannot be read or written, or that names nothing or several things."""


class ResolveError(KgError):
    """Assertions that cannot become a graph."""


class StoreError(KgError):
    """A store refused a statement."""


class StoreUnavailable(StoreError):
    """A store that does not answer, refuses the login, or is locked by another process."""


class QueryError(KgError):
    """A question that cannot be asked."""


class UnknownQuery(QueryError):
    """No question of that name."""


class BadParameter(QueryError):
    """A parameter that is missing, unknown or of the wrong type."""


class GoldError(KgError):
    """Gold facts that are not as they should be: not JSON, of no known kind, with a label or predicate that is none."""


class ExportError(KgError):
    """A graph that cannot be written in a format."""
