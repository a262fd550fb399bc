"""Nomination forms, read by a grammar that is data: labels, sections and tables, in text, tabs or one cell a line."""

from ingest.award.forms.build import Form, Record, Value, read_forms
from ingest.award.forms.sheet import Sheet, sheet
from ingest.award.forms.works import GROUP

__all__ = ["GROUP", "Form", "Record", "Sheet", "Value", "read_forms", "sheet"]
