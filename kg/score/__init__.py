"""How good a graph is: held against what a careful reader finds in its documents, written down as gold facts."""

from kg.score.gold import Gold, GoldFact, read_gold
from kg.score.held import Held, Judged, Missed, Row, hold

__all__ = ["Gold", "GoldFact", "Held", "Judged", "Missed", "Row", "hold", "read_gold"]
