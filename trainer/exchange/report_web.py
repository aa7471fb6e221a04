"""The report as one HTML file: pictures inside, no script, nothing fetched, prints well."""

from __future__ import annotations

from trainer.exchange.report_facts import Facts
from trainer.exchange.report_figures import figure_svg
from trainer.exchange.report_html import filled, report_sections
from trainer.exchange.report_markup import INK, safe

_STYLE = f"""
body {{ font: 15px/1.4 "Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans", sans-serif;
       color: {INK}; background: #fff; max-width: 60rem; margin: 1.5rem auto; padding: 0 1rem;
       overflow-wrap: anywhere; }}
svg {{ width: 100%; height: auto; display: block; }}
td {{ vertical-align: top; }}
p, td, div {{ unicode-bidi: plaintext; }}
@page {{ size: A4; margin: 15mm; }}
@media print {{
  body {{ margin: 0; padding: 0; font-size: 9pt; }}
  tr, svg {{ break-inside: avoid; }}
  section + section {{ break-before: page; }}
}}
"""
# Nothing may be fetched or run, whatever a text from outside holds.
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


def report_web(facts: Facts) -> bytes:
    """The whole file, UTF-8."""
    title = safe(f"Attempt report: {facts.debrief.score.scenario_id}")
    sections = "".join(f"<section>{part}</section>" for part in report_sections(facts))
    body = filled(sections, lambda key: figure_svg(facts, key))
    page = (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{_STYLE}</style></head><body>{body}</body></html>\n"
    )
    return page.encode()
