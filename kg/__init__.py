"""影图 Yingtu: a knowledge graph of China's biomedical imaging landscape, with the words that say so on every edge."""

__all__ = ["__version__"]

__version__ = "0.1.0"
