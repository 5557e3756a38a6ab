"""Answers made visible: the page, pictures and reports."""
