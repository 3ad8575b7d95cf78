"""The page: the only place that talks to Streamlit."""

import sys
from pathlib import Path

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

if get_script_run_ctx(suppress_warning=True) and Path(__file__).parents[1] in Path(sys.argv[0]).resolve().parents:
    st.error(
        f"{Path(sys.argv[0]).name} is a part of the dashboard and does not start it. "
        "Run this in the project's folder: streamlit run streamlit_app.py"
    )
    st.stop()
