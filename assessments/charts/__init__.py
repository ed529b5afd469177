"""Results as charts, shared by pages and reports."""

from assessments.charts.channels import channel_fit_chart
from assessments.charts.chart import Chart, blank_chart
from assessments.charts.effects import Hang, hanging_chart, shift_chart
from assessments.charts.forecast import forecast_chart
from assessments.charts.gantt import gantt_chart
from assessments.charts.gaps import gaps_chart
from assessments.charts.gates import gates_chart
from assessments.charts.ownership import ownership_chart
from assessments.charts.path import path_chart
from assessments.charts.profile import profile_chart
from assessments.charts.spread import spread_chart

__all__ = [
    "Chart",
    "Hang",
    "blank_chart",
    "channel_fit_chart",
    "forecast_chart",
    "gantt_chart",
    "gaps_chart",
    "gates_chart",
    "hanging_chart",
    "ownership_chart",
    "path_chart",
    "profile_chart",
    "shift_chart",
    "spread_chart",
]
