"""Page files, each run by Streamlit as a script: they show and ask, and decide nothing."""
