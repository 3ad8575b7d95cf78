"""The look of the markup that is the dashboard's own; everything else is Streamlit's theme."""

from __future__ import annotations

from dashboard.charts.fonts import TEXT_STACK, TITLE_STACK
from dashboard.charts.theme import PALETTES

SCALE = """
HEADING::after { content: ""; display: block; height: 10px; margin: .75rem 0 .5rem; border-top: 2px solid; }
HEADING::after { background: var(--tick) 0 0 / 100% 5px no-repeat, var(--long-tick) 0 0 / 100% 10px no-repeat; }
HEADING { --tick: repeating-linear-gradient(90deg, currentColor 0 1px, transparent 1px 8px); }
HEADING { --long-tick: repeating-linear-gradient(90deg, currentColor 0 1px, transparent 1px 40px); }
"""
"""The scale of years under the heading of a page."""
RULES = """
.stHeading h1 { font-size: clamp(2.75rem, 1.5rem + 5vw, 5rem); line-height: .95; letter-spacing: .01em; padding: 0; }
.stHeading h1 { text-transform: uppercase; text-wrap: balance; overflow-wrap: anywhere; hyphens: auto; }
.stHeading h2, .stHeading h3 { text-wrap: balance; overflow-wrap: anywhere; }
.stHeading h2 span span, .stHeading h3 span span { font-family: var(--text-face); font-weight: 400; }
[class*="st-key-card-"] details { border-width: 1px 0 0; border-radius: 0; }
[class*="st-key-card-"] summary { padding-left: 0; padding-right: 0; }
[class*="st-key-card-"] summary > span, [class*="st-key-card-"] summary > span > div { flex: 1; }
[class*="st-key-card-"] summary p { display: flex; flex-wrap: wrap; justify-content: space-between; }
[class*="st-key-card-"] summary p { align-items: baseline; gap: 0 1rem; overflow-wrap: anywhere; }
[class*="st-key-card-"] summary p { font-family: var(--title-face); font-size: 1.375rem; font-weight: 600; }
[class*="st-key-card-"] summary p { line-height: 1.2; }
[class*="st-key-card-"] + [class*="st-key-card-"] { margin-top: -.5rem; }
[class*="st-key-card-"] summary p > span { font-family: var(--text-face); font-weight: 400; }
[data-testid="stWidgetLabel"]:not(.stCheckbox *) p { font-family: var(--title-face); font-size: 1.125rem; }
[data-testid="stWidgetLabel"]:not(.stCheckbox *) p { font-weight: 600; }
.languages ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; margin: 0; padding: 0; list-style: none; }
.languages li { margin: 0; padding: 0; }
.languages li > * { display: inline-block; padding: .25rem 0; }
.languages > span { font-family: var(--title-face); font-size: 1.125rem; font-weight: 600; }
.stCheckbox label:has([role="switch"]) > div:not([data-testid]) > div { background: var(--background); }
.stCheckbox label:has([role="switch"]):not([data-selected]) > div:not([data-testid]) { background: var(--ring); }
.st-key-nothing strong { font-family: var(--title-face); font-size: 1.375rem; font-weight: 600; }
.line { margin: 0; max-width: var(--measure); font-size: 1.125rem; line-height: 1.45; text-wrap: pretty; }
.film p, .plain { margin: 0; }
body p.count { margin: 0; font-family: var(--title-face); font-size: 1.75rem; font-weight: 700; line-height: 1.1; }
.said { margin: 0; max-width: var(--measure); font-size: .9rem; text-wrap: pretty; }
.small { margin: 0; font-size: .9rem; max-width: var(--measure); line-height: 1.5; }
.film, .prose { max-width: 48rem; }
.film p, .claims, .moments, .prose { max-width: var(--measure); text-wrap: pretty; hyphens: auto; }
.film, .snippet, .problems, .moments { overflow-wrap: anywhere; }
.film p.text { margin: 0 0 .75rem; line-height: 1.75; }
.film .found { margin: 0 0 .5rem; font-size: .9rem; opacity: .9; }
.film dl { display: grid; grid-template-columns: minmax(6rem, max-content) 1fr; gap: .25rem 1rem; }
.film dl { margin: 0 0 .75rem; padding: 0; }
.film dt, .film dd { margin: 0; padding: 0; }
.film dt { font-weight: 600; font-size: .9rem; }
.film dd { font-size: .9rem; }
.stHtml .twin { margin: 0; padding: 0; list-style: none; columns: 20rem; font-size: .9rem; }
.twin a { display: inline-block; min-height: 24px; padding: .15rem 0; }
.stHtml a { color: var(--accent); }
.film p.over { margin: 1rem 0 .25rem; }
.claims, .moments { margin: 0; padding: 0 0 0 1.5rem; font-size: .9rem; line-height: 1.5; }
.claims li, .moments li { margin: 0 0 .4rem; padding: 0 0 0 .25rem; scroll-margin: 5rem; }
.said-so { text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: .25em; }
.said-so.supported { text-decoration-color: var(--supported); text-decoration-style: solid; }
.said-so.contradicted { text-decoration-color: var(--contradicted); text-decoration-style: wavy; }
.said-so.not-established { text-decoration-color: var(--open); text-decoration-style: dashed; }
.said-so.judgement { text-decoration-color: var(--quiet); text-decoration-style: dotted; }
.film a.tag { font-size: .75rem; font-weight: 600; white-space: nowrap; text-decoration: none; padding: 0 .25rem; }
.film a.tag, .film a.back { display: inline-block; min-width: 24px; line-height: 24px; }
.film a.tag { margin: 0 .1rem 0 .2rem; border: 1px solid currentColor; border-radius: 4px; scroll-margin: 6rem; }
.film a.tag:hover, .film a.tag:focus-visible { background: var(--panel); }
.verdict { font-weight: 600; white-space: nowrap; }
.film .supported:not(.said-so) { color: var(--supported); }
.film .contradicted:not(.said-so) { color: var(--contradicted); }
.film .not-established:not(.said-so) { color: var(--open); }
.film .judgement:not(.said-so), .quiet { color: var(--quiet); }
.claims li:focus, .claims li:target { background: var(--panel); outline: 2px solid var(--accent); border-radius: 4px; }
.snippet { margin: -.75rem 0 .5rem 1.5rem; font-size: .9rem; line-height: 1.45; }
.years_brush, .years_brush * { pointer-events: none; }
.years_brush, .years_brush_bg { visibility: hidden; }
.years_brush path, .years_brush_bg path { visibility: visible; }
body [data-testid="stCaptionContainer"] { opacity: .85; }
body .stMultiSelect [data-tag] { color: var(--background); }
blockquote { max-width: var(--measure); hyphens: auto; margin: 0 0 1rem; }
blockquote { padding-left: 1rem; border-left: 3px solid currentColor; }
.problems { margin: 0; font-size: .9rem; }
.sample { margin: -.5rem 0 .25rem; font-size: .85rem; line-height: 1.4; overflow-wrap: anywhere; opacity: .85; }
.report { width: 100%; border-collapse: collapse; font-size: .9rem; line-height: 1.45; }
.report th, .report td { padding: .4rem .75rem .4rem 0; text-align: left; vertical-align: top; }
.report th, .report td { border: 0; border-bottom: 1px solid var(--panel); overflow-wrap: anywhere; }
.report th, .report td:first-child, .report td:nth-child(3) { overflow-wrap: normal; white-space: nowrap; }
.report td:nth-child(2) { min-width: 6rem; }
.report td:first-child { font-variant-numeric: tabular-nums; }
.report td.contradicted { color: var(--contradicted); font-weight: 600; }
.report td.not-established { color: var(--open); font-weight: 600; }
[class*="st-key-counts-"] { display: none; }
.hints p { margin: 0 0 .25rem; max-width: 48rem; font-size: .9rem; }
.hints p:last-child { margin: 0; }
.stHtml .guide { margin: 0; padding: 0 0 0 1.1rem; max-width: 26rem; font-size: .9rem; line-height: 1.5; }
.guide li { margin: 0 0 .4rem; }
.keys { margin: 1rem 0 0; max-width: 26rem; font-size: .9rem; line-height: 1.45; border-collapse: collapse; }
.keys caption { font-weight: 600; text-align: left; padding: 0 0 .25rem; }
.keys th, .keys td { padding: .25rem .75rem .25rem 0; text-align: left; vertical-align: top; border: 0; }
.keys th { font-weight: 600; min-width: 7.5rem; }
.st-key-cards { display: grid; grid-template-columns: minmax(0, 1fr) 2.5rem; column-gap: .25rem; }
.st-key-cards > :has(> * > .snippet) { grid-column: 1 / -1; }
[class*="st-key-star-head-"] button > div { position: absolute; inset: 0; overflow: hidden; opacity: 0; }
[class*="st-key-star-head-"] button { position: relative; width: 2.5rem; height: 2.5rem; }
[class*="st-key-star-head-"] button::before { content: "☆" / ""; font-size: 1.5rem; line-height: 1; }
[class*="st-key-star-head-"] button:has(strong)::before { content: "★" / ""; color: var(--accent); }
[class*="st-key-tool-"] [data-testid="stMarkdownContainer"] { position: absolute; clip-path: inset(50%); }
body p.starred { margin: 0; font-size: .9rem; }
.starred a { color: var(--accent); }
#your-shortlist { scroll-margin: 6rem; }
@media (max-width: 30rem) { .report th, .report td:nth-child(n) { white-space: normal; overflow-wrap: anywhere; } }
body .stMain { scroll-padding: 4.5rem 0 1rem; }
body .stMain:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; }
mark { background: #F3E26B; color: #131A38; padding: 0 1px; }
@media (prefers-reduced-motion: reduce) { * { animation: none !important; transition: none !important; } }
"""
COLOURS = ("background", "accent", "panel", "quiet", "ring", "supported", "contradicted", "open")
MEASURE = "62ch"
"""The longest line of a text, about 70 letters."""


def scale(heading: str) -> str:
    """The rules that draw the scale under what a CSS selector names."""
    return SCALE.replace("HEADING", heading)


def style() -> str:
    """The rules with both themes' colours, as an element of the page; a change of theme needs no run of it."""
    light, dark = PALETTES["light"], PALETTES["dark"]
    page = " ".join(f"--{name}: light-dark({getattr(light, name)}, {getattr(dark, name)});" for name in COLOURS)
    night = " ".join(f"--{name}: {getattr(dark, name)};" for name in COLOURS)
    faces = f"--text-face: {TEXT_STACK}; --title-face: {TITLE_STACK}; --measure: {MEASURE};"
    paper = f"light-dark({light.background}, {dark.background})"
    first = f"html {{ background: {paper}; color-scheme: light dark; }}"
    return f"<style>{first} .stApp {{ {page} {faces} }} .stSidebar {{ {night} }}{scale('.stHeading h1')}{RULES}</style>"
