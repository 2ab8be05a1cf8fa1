"""Workbooks of Excel (SpreadsheetML, ECMA-376 Part 1, 18): writing tables, and reading those of strangers."""
