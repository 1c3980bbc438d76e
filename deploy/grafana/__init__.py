"""Grafana: what is provisioned, and the program that draws the dashboards."""
