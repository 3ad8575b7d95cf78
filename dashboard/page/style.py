"""The look of the markup that is the dashboard's own; everything else is Streamlit's theme."""

STYLE = """<style>
.line { margin: 0; max-width: 48rem; opacity: .85; }
.film p, .plain { margin: 0; }
.count { margin: 0; font-size: 1.25rem; font-weight: 600; white-space: nowrap; }
.said { margin: -.75rem 0 0; max-width: 48rem; font-size: .9rem; }
.film, .film + *, blockquote { max-width: 48rem; }
.film, .snippet, .problems { overflow-wrap: anywhere; }
.film p.text { margin: 0 0 .75rem; line-height: 1.55; }
.film .found { margin: 0 0 .5rem; font-size: .9rem; opacity: .85; }
.film dl { display: grid; grid-template-columns: minmax(6rem, max-content) 1fr; gap: .25rem 1rem; }
.film dl { margin: 0; padding: 0; }
.film dt, .film dd { margin: 0; padding: 0; }
.film dt { font-weight: 600; font-size: .9rem; }
.film dd { font-size: .9rem; }
.snippet { margin: -.5rem .75rem .25rem; font-size: .9rem; line-height: 1.45; }
blockquote { margin: 0 0 1rem; padding-left: 1rem; border-left: 3px solid currentColor; }
.problems { margin: 0; font-size: .9rem; }
mark { background: #FFE08A; color: #1B2230; border-radius: 2px; padding: 0 1px; }
</style>"""
