"""Reading Chinese documents: files become documents, documents become assertions with evidence."""

__all__ = ["INGESTERS", "READERS"]

READERS: dict[str, str] = {
    ".txt": "ingest.readers.text:TextReader",
    ".md": "ingest.readers.text:TextReader",
    ".htm": "ingest.readers.html:HtmlReader",
    ".html": "ingest.readers.html:HtmlReader",
    ".docx": "ingest.readers.word:WordReader",
    ".pdf": "ingest.readers.pdf:PdfReader",
}
"""Which reader reads a file, by its suffix (lower case); a name is imported when it is first needed."""

INGESTERS: tuple[str, ...] = (
    "ingest.award:AwardIngester",
    "ingest.conference:ConferenceIngester",
    "ingest.grant:GrantIngester",
    "ingest.society:SocietyIngester",
    "ingest.listing:ListingIngester",
    "ingest.winners:WinnersIngester",
    "ingest.profile:ProfileIngester",
    "ingest.article:ArticleIngester",
    "ingest.prose:ProseIngester",
)
"""Every ingester that accepts a document reads it, in this order."""
