"""The addresses of the pages."""

from __future__ import annotations

from django.urls import path
from django.views.i18n import set_language

from caytre.web import capacity, drafts, session
from caytre.web.accounts import urls as accounts
from caytre.web.documents import (
    above,
    bodies,
    codes,
    coverage,
    editing,
    files,
    findings,
    pages,
    reading,
    register,
    upload,
)
from caytre.web.graph import urls as graph
from caytre.web.notices import urls as notices
from caytre.web.once import sure
from caytre.web.people import urls as people
from caytre.web.plans import urls as plans
from caytre.web.seeing import urls as seeing
from caytre.web.units import changing, handover, national, office, picking, sheet, tree, unit
from caytre.web.work import urls as work

urlpatterns = [
    *accounts.urlpatterns,
    path("capacity/", capacity.choose, name="capacity"),
    path("language/", session.open_to_all(set_language), name="language"),
    path("drafts/", drafts.show, name="drafts"),
    path("", register.show, name="documents"),
    path("documents/waiting/", register.waiting, name="waiting"),
    path("documents/withdrawn/<int:note>/seen/", reading.seen, name="seen"),
    path("documents/upload/", upload.show, name="upload"),
    path("documents/<uuid:key>/", reading.show, name="document"),
    path("documents/<uuid:key>/progress/", reading.progress, name="progress"),
    path("documents/<uuid:key>/state/", reading.state, name="state"),
    path("documents/<uuid:key>/stop/", reading.stop, name="stop"),
    path("documents/<uuid:key>/again/", reading.again, name="again"),
    path("documents/<uuid:key>/remove/", reading.remove, name="remove"),
    path("documents/<uuid:key>/edit/<str:part>/<int:index>/", editing.edit, name="edit"),
    path("documents/<uuid:key>/add/<str:part>/", editing.add, name="add"),
    path("documents/<uuid:key>/put-back/<int:correction>/", editing.put_back, name="put-back"),
    path("documents/<uuid:key>/pages/<int:page>/", pages.show, name="page"),
    path("documents/<uuid:key>/pages/<int:page>.jpg", pages.picture, name="picture"),
    path("documents/<uuid:key>/bodies/", bodies.show, name="bodies"),
    path("documents/<uuid:key>/findings/", findings.show, name="findings"),
    path("documents/<uuid:key>/findings/<str:finding>/", findings.decide, name="decide-finding"),
    path("documents/<uuid:key>/findings.xlsx", findings.as_xlsx, name="findings-xlsx"),
    path("documents/<uuid:key>/above/", above.show, name="above"),
    path("documents/<uuid:key>/above/<uuid:upper>/", coverage.show, name="coverage"),
    path("documents/<uuid:key>/above/<uuid:upper>/chain/", coverage.chain, name="coverage-chain"),
    path("documents/<uuid:key>/above/<uuid:upper>/drop/", above.drop, name="drop-upper"),
    path("documents/<uuid:key>/above/<uuid:upper>/coverage.xlsx", coverage.workbook, name="coverage-xlsx"),
    path("documents/<uuid:key>/above/<uuid:upper>/asked/<str:mark>/", coverage.judge, name="judge"),
    path("documents/<uuid:key>/facts.json", files.as_json, name="json"),
    path("documents/<uuid:key>/tasks.xlsx", files.as_xlsx, name="xlsx"),
    path("documents/<uuid:key>/original", files.original, name="original"),
    path("checks/", codes.listed, name="codes"),
    path("checks/<str:code>/", codes.show, name="code"),
    *graph.urlpatterns,
    *notices.urlpatterns,
    *people.urlpatterns,
    *plans.urlpatterns,
    *seeing.urlpatterns,
    *work.urlpatterns,
    path("units/", tree.show, name="units"),
    path("units/sheet/", sheet.show, name="units-sheet"),
    path("units/sheet/confirm/", sheet.confirm, name="units-sheet-confirm"),
    path("units/template.xlsx", sheet.template, name="units-template"),
    path("units/offer/", picking.offer, name="units-offer"),
    path("units/change/", changing.choose, name="changes"),
    path("units/change/<str:kind>/", changing.change, name="change"),
    path("units/handover/", handover.show, name="handover"),
    path("units/handover/<int:handover>/", handover.decide, name="decide"),
    path("units/office/", office.show, name="office"),
    path("units/national/", national.show, name="national"),
    path("units/<uuid:key>/", unit.show, name="unit"),
    path("units/<uuid:key>/below/", tree.below, name="units-below"),
]
urlpatterns = sure(urlpatterns)
