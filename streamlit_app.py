"""What ``streamlit run`` finds in this folder: the same dashboard as ``make run``, told by the same variables."""

import streamlit as st

from dashboard.commands.serve import start_in_streamlit
from dashboard.server import PAGE, arguments

start_in_streamlit()
app = st.App(PAGE, **arguments())
