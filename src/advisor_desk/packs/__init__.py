"""Readers of the dated data in ``resources/``: rule packs, questionnaires, catalogue, wording.

Every file is validated whole before any of it is used; its models (pydantic) stay in this package
and the domain's frozen dataclasses go out.
"""
