"""Serves the timed page: ``python -m bench.serve PORT``."""

import sys
from pathlib import Path

import streamlit as st

from dashboard.server import settings

if __name__ == "__main__":
    st.App(Path(__file__).with_name("timed_app.py")).run(config=settings("localhost", int(sys.argv[1])))
