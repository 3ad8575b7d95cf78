"""The kinds of files that the films shown can be taken away as, in the order of their buttons."""

from __future__ import annotations

from dashboard.exports.bibtex import BIBTEX
from dashboard.exports.bundle import BUNDLE
from dashboard.exports.export import Export
from dashboard.exports.site.site import SITE
from dashboard.exports.sqlite import SQLITE
from dashboard.exports.tables import CSV, JSON
from dashboard.exports.timeline_image import PNG, SVG

EXPORTS: tuple[Export, ...] = (CSV, JSON, SQLITE, BIBTEX, BUNDLE, SITE, SVG, PNG)
