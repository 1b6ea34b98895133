"""The addresses of chains of documents and of the register of acts."""

from __future__ import annotations

from django.urls import path

from caytre.web.graph import acts, chain, ended, nothing, overview, questions, twice

urlpatterns = [
    path("documents/<uuid:key>/chain/", chain.show, name="chain"),
    path("documents/<uuid:key>/chain.xlsx", chain.workbook, name="chain-xlsx"),
    path("documents/<uuid:key>/citations/<int:place>/", questions.decide, name="decide-citation"),
    path("graph/", overview.show, name="graph"),
    path("graph/graph.xlsx", overview.workbook, name="graph-xlsx"),
    path("graph/chain/", chain.show_number, name="number-chain"),
    path("graph/chain.xlsx", chain.number_workbook, name="number-chain-xlsx"),
    path("graph/nothing/", nothing.show, name="nothing"),
    path("graph/nothing.xlsx", nothing.workbook, name="nothing-xlsx"),
    path("graph/ended/", ended.show, name="ended"),
    path("graph/ended.xlsx", ended.workbook, name="ended-xlsx"),
    path("graph/twice/", twice.show, name="twice"),
    path("graph/twice.xlsx", twice.workbook, name="twice-xlsx"),
    path("graph/twice/<int:twin>/", twice.apart, name="tell-apart"),
    path("graph/open/", questions.show, name="open-citations"),
    path("graph/unknown.xlsx", questions.workbook, name="unknown-xlsx"),
    path("acts/", acts.show, name="acts"),
    path("acts/acts.xlsx", acts.workbook, name="acts-xlsx"),
    path("acts/new/", acts.new, name="new-act"),
    path("acts/<uuid:entry>/", acts.act, name="act"),
]
