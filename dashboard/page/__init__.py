"""The page's parts. With app.py and server.py the only modules that import Streamlit."""
