"""The browser's part of the element, as a component of Streamlit's that is served as a file.

So it runs under a policy that lets no page make scripts. Streamlit finds the files of a component in the metadata of
installed packages alone; ours are told to it by what it has inside, which `tests/ui/test_cards.py` looks at.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

PACKAGE, NAME, SCRIPT = "film-list", "film-list.cards", "cards.js"
FOLDER = Path(__file__).parent


def component() -> Any:
    """What draws the element, known to the server that is there; a process that serves calls it before the first page.

    Another process may be asked for the script than the one that runs the page.
    """
    manager = get_bidi_component_manager()
    if manager.get_component_asset_root(NAME) is None:
        manifest = ComponentManifest(PACKAGE, "1", [ComponentConfig(NAME.removeprefix(f"{PACKAGE}."), "script")])
        manager.register_from_manifest(manifest, FOLDER)
    return _drawing()


@cache
def _drawing() -> Any:
    return st.components.v2.component(NAME, js=SCRIPT, isolate_styles=False)
