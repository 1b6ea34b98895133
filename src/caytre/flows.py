"""Stories that cross rooms. Start reading here."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum
from uuid import UUID

from django.db import transaction

from caytre.accounts.actions import passwords
from caytre.accounts.actions.sessions import end_sessions
from caytre.accounts.queries import sheets
from caytre.accounts.queries.sheets import Checked
from caytre.core.models import User
from caytre.core.refusals import Answer, Refused, gettext_noop
from caytre.core.validity import day_of
from caytre.documents.actions import giving, intake, reading
from caytre.documents.actions.reader import Clock
from caytre.documents.actions.sharing import share
from caytre.documents.models import Document, Removal
from caytre.units.actions import events, handover, posts, setup
from caytre.units.actions.official import import_list
from caytre.units.actions.setup import ensure
from caytre.units.actions.structure import alone
from caytre.units.models import Handover, Post, Role, Unit, UnitEvent
from caytre.units.queries import sheets as unit_sheets
from caytre.units.queries.answering import answering
from caytre.units.queries.handover import POST
from caytre.units.queries.made import event_of
from caytre.units.queries.official import compared
from caytre.units.queries.people import account
from caytre.units.queries.planning import plan_of
from caytre.units.queries.scope import posts_of
from caytre.units.queries.standing import permitted
from caytre.units.rules.founding import column_of
from caytre.units.rules.official import Compared, Listed
from caytre.units.rules.people import (
    EndsInPast,
    can_end_post,
    can_give_password,
    can_give_post,
    can_open_account,
    can_see_people,
)
from caytre.units.rules.permissions import can_change, can_change_any, can_decide, can_import, can_set_up
from caytre.units.rules.plan import Plan
from caytre.units.rules.sheets import Fault, Line
from caytre.work.actions import directing, doing, issuing, passing, planning
from caytre.work.actions.occurrences import open_for
from caytre.work.actions.stepping import held
from caytre.work.models import Occurrence, Task
from caytre.work.models import Plan as WorkPlan
from caytre.work.queries.tasks import document_of
from caytre.work.rules.occasions import AHEAD
from caytre.work.rules.permissions import can_issue
from caytre.writes.actions import drop_drafts_about


class Treatment(Enum):
    """What becomes of a row that points to a unit when the unit is merged, split or dissolved."""

    STAYS = "it says who it was then; whoever goes on for the unit sees it"
    GIVEN_ANEW = "it is closed, and a new row is opened at the heir"
    ASKED = "it is given anew at the single heir of everything, else it is closed and a person is asked"


TREATMENTS: Mapping[str, Treatment] = {
    "units.Unit.seat": Treatment.STAYS,
    "units.UnitState.unit": Treatment.STAYS,
    "units.UnitLink.child": Treatment.STAYS,
    "units.UnitLink.parent": Treatment.GIVEN_ANEW,
    "units.UnitAlias.unit": Treatment.STAYS,
    "units.Succession.predecessor": Treatment.STAYS,
    "units.Succession.successor": Treatment.STAYS,
    "units.Post.unit": Treatment.ASKED,
    "units.Handover.unit": Treatment.STAYS,
    "units.Handover.heir": Treatment.STAYS,
    "documents.Document.unit": Treatment.STAYS,
    "documents.Removal.unit": Treatment.STAYS,
    "documents.Share.unit": Treatment.STAYS,
    "documents.Act.unit": Treatment.STAYS,
    "work.Plan.unit": Treatment.STAYS,
    "work.Task.unit": Treatment.STAYS,
    "work.Occurrence.unit": Treatment.ASKED,
    "work.Occurrence.giver": Treatment.STAYS,
    "work.SavedFilter.unit": Treatment.STAYS,
    "work.LetterDraft.unit": Treatment.STAYS,
    "work.LetterDraft.to": Treatment.STAYS,
    "work.Entry.unit": Treatment.STAYS,
}
"""Every foreign key to a unit; a test fails where one is missing."""


class SheetIsOld(Refused):
    """What a sheet would do is not any more what a person confirmed."""

    status = 409
    sentence = gettext_noop(
        "Từ khi kiểm tra, tài khoản, chức vụ hoặc đơn vị đã thay đổi, nên kết quả không còn như đã xem. Chưa có gì "
        "được ghi. Hãy kiểm tra lại tệp."
    )


def take_on(user: User, *, unit: str, role: Role, since: date, by: User, at: datetime) -> User:
    """Somebody gets a prepared account with a first post at a unit, which may still be a usual agency.

    Raises what is refused of the account or of the post.
    """
    with alone():
        place = ensure(unit, by=by, at=at)
        by = permitted(by, at=at, can=can_open_account, unit=place.pk)
        passwords.enter_account(user, by=by, at=at)
        posts.give(user, unit=place, role=role, since=since, by=by, at=at)
    return user


def take_on_all(
    lines: Sequence[Line], *, mark: str, prepared: Mapping[str, User], by: User, at: datetime
) -> Checked:
    """Do what a sheet of people says, all of it or nothing. ``prepared`` are the accounts to be made, by login.

    Raises :class:`SheetIsOld` where the sheet would do something else than what has the ``mark``.
    """
    with alone():
        now = permitted(by, at=at, can=can_see_people)
        checked = sheets.check(lines, by=now, on=day_of(at))
        if checked.faults or checked.mark != mark or set(checked.logins) != set(prepared):
            raise SheetIsOld
        users = {
            user.username.lower(): user for user in sheets.users_of(line.login for line in checked.posts)
        }
        for user in users.values():
            end_sessions(user)  # before anything is recorded, as everywhere
        for login in checked.logins:
            passwords.enter_account(prepared[login], by=now, at=at)
            users[login] = prepared[login]
        places = {
            uid: ensure(uid, by=now, at=at) for uid in dict.fromkeys(line.unit for line in checked.posts)
        }
        for line in checked.posts:
            posts.give(
                users[line.login], unit=places[line.unit], role=Role(line.role), since=line.since, by=now, at=at
            )  # fmt: skip
    return checked


def try_founding(lines: Sequence[Line], *, by: User, at: datetime) -> unit_sheets.Checked:
    """What a sheet of units would do: it is done, and taken back."""
    with alone():
        now = permitted(by, at=at, can=can_change_any)
        checked = unit_sheets.check(lines, by=now, on=day_of(at))
        if not checked.faults:
            checked = replace(checked, faults=tuple(_found(lines, checked, now, at)))
        transaction.set_rollback(True)
    return checked


def found_all(lines: Sequence[Line], *, mark: str, by: User, at: datetime) -> unit_sheets.Checked:
    """Found the units of a sheet, all or none. Raises :class:`SheetIsOld` where it would do something else than what
    has the ``mark``."""
    with alone():
        now = permitted(by, at=at, can=can_change_any)
        checked = unit_sheets.check(lines, by=now, on=day_of(at))
        if checked.faults or checked.mark != mark or _found(lines, checked, now, at):
            raise SheetIsOld
    return checked


def _found(lines: Sequence[Line], checked: unit_sheets.Checked, by: User, at: datetime) -> list[Fault]:
    """Found the new units event by event; returns what is wrong in the first event that cannot be."""
    places = {line.number: line.places for line in lines}
    for uid in dict.fromkeys(row.parent for row in checked.new if row.parent):
        ensure(uid, by=by, at=at)
    for change, rows in unit_sheets.changes(checked.rows):
        try:
            reorganise(plan_of(change), by=by, at=at)
        except Refused as refusal:
            wrong = unit_sheets.why_not(change, rows=rows) or [(next(iter(rows.values())), refusal)]
            return [Fault(places[row.row][column_of(why)], why.sentence, why.values) for row, why in wrong]
    return []


def appoint(user: User, *, unit: str, role: Role, since: date, by: User, at: datetime) -> Post:
    """Give a post at a unit, which may still be a usual agency, if this person may."""
    with alone():
        end_sessions(user)  # before the agency is recorded
        place = ensure(unit, by=by, at=at)
        about = account(user, on=day_of(at))
        by = permitted(by, at=at, can=can_give_post, account=about, unit=place.pk)
        return posts.give(user, unit=place, role=role, since=since, by=by, at=at)


def release(post: Post, *, on: date, by: User, at: datetime) -> None:
    """End a post on a day, the first without it, if this person may: today or later, since what was is not changed."""
    if on < day_of(at):
        raise EndsInPast
    with alone():
        about = account(post.user, on=day_of(at))
        by = permitted(by, at=at, can=can_end_post, account=about, role=post.role, unit=post.unit_id)
        end_post(post, on=on, by=by, at=at)


def give_password(user: User, *, password: str, by: User, at: datetime) -> None:
    """Give somebody a password for one time; it is hashed before anything is locked."""
    user.set_password(password)
    look_after(user, can=can_give_password, act=passwords.keep_given, by=by, at=at)


def look_after(
    user: User, *, can: Callable[..., Answer], act: Callable[..., None], by: User, at: datetime
) -> None:
    """Do something with an account, if ``can`` says that this person may as things stand now."""
    with alone():
        by = permitted(by, at=at, can=can, account=account(user, on=day_of(at)))
        act(user, by=by, at=at)


@dataclass(frozen=True, slots=True)
class Opened:
    """How many agencies were made, and how many documents the office got."""

    made: int
    documents: int


def reorganise(plan: Plan, *, by: User, at: datetime) -> UnitEvent:
    """Change units as the plan says, if this person may; what was done already is not done again.

    Raises what :func:`can_change` and ``apply`` refuse.

    What the units still have to do goes on at their heirs from the day on which they end.
    """
    with alone():
        by = permitted(by, at=at, can=can_change, units=answering(plan.wanted.units()))
        done = event_of(plan.wanted)
        if done is not None:
            return done
        passing.hold(plan.change.ended)
        losing = {post.user for post in plan.posts_ended}
        for person in User.objects.filter(pk__in=losing).order_by("pk"):
            end_sessions(person)  # they may do other things now
        event = events.apply(plan, by=by, at=at)
        pass_on(on=day_of(at), units=plan.change.ended, by=by, at=at)
        return event


def pass_on(*, on: date, units: Collection[UUID] | None = None, by: User | None, at: datetime) -> int:
    """What units that have ended had to do goes on at their heirs; where no heir is the only one, a person is asked.
    Returns how much is new to be decided."""
    with alone():
        left = passing.pass_on(on=on, by=by, at=at, units=units)
        return handover.ask(passing.WHAT, about=[(one.unit, one.about) for one in left])


def give_post(
    user: User, *, unit: Unit, role: Role, since: date, until: date | None = None, by: User | None, at: datetime
) -> Post:  # fmt: skip
    """Give somebody a post. They may do other things now, so their sessions are over: they sign in as what they are.

    Raises what :func:`caytre.units.actions.posts.give` refuses.
    """
    with alone():
        # Who changes a password holds the person, then records: in another order both would wait.
        end_sessions(user)
        return posts.give(user, unit=unit, role=role, since=since, until=until, by=by, at=at)


def end_post(post: Post, *, on: date, by: User | None, at: datetime) -> None:
    """End a post, and the sessions of who held it. Raises what :func:`caytre.units.actions.posts.end` refuses."""
    with alone():
        end_sessions(post.user)
        posts.end(post, on=on, by=by, at=at)


def hand_over(what: Handover, *, heir: UUID | None, why: str, by: User, at: datetime) -> None:
    """A person says who goes on with something of a unit that ended, perhaps a usual agency; who gets a post by that
    signs in anew.

    Raises what :func:`can_decide` and :func:`caytre.units.actions.handover.decide` refuse.
    """
    with alone():
        by = permitted(by, at=at, can=can_decide, units=answering({what.unit_id, heir or what.unit_id}))
        if heir is not None and what.what == POST:
            end_sessions(Post.objects.get(pk=what.about).user)
        if what.what == passing.WHAT:
            held(Occurrence.objects.filter(pk=what.about))
        unit = ensure(heir, by=by, at=at) if heir else None
        handover.decide(what, heir=unit, why=why, on=day_of(at), by=by, at=at)
        if what.what == passing.WHAT:
            if unit is not None:
                _let_read([Task.objects.get(occurrences=what.about)], [unit.pk], at)
            passing.decide(what.about, heir=unit, why=why, by=by, at=at)


def lay_over(rows: Sequence[Listed], *, on: date, source: str, mark: str, by: User, at: datetime) -> Compared:
    """Lay an official list over the units. Raises :class:`SheetIsOld` where it would do something else than what has
    the ``mark``, and what the changes of names are refused for."""
    with alone():
        by = permitted(by, at=at, can=can_import)
        if compared(rows, on=on).mark != mark:
            raise SheetIsOld
        return import_list(rows, on=on, source=source, by=by, at=at)


def open_office(
    place: Unit, *, bodies: Collection[str], is_own: bool, leads: bool = False, by: User, at: datetime
) -> Opened:
    """Make these usual agencies of a place; ``is_own``: whoever administers the system works there from now on, and
    ``leads`` it, and what came in before belongs to it. Raises what the rules of both rooms refuse."""
    on = day_of(at)
    with alone():
        by = permitted(by, at=at, can=can_set_up, place=place.pk)
        made = setup.set_up(place, on=on, only=bodies, by=by, at=at)
        if not is_own or not by.is_superuser:
            return Opened(len(made), 0)
        wanted = {Role.ADMINISTRATOR, Role.LEADER} if leads else {Role.ADMINISTRATOR}
        for role in sorted(wanted - {post.role for post in posts_of(by, on=on) if post.unit_id == place.pk}):
            posts.give(by, unit=place, role=role, since=on, by=by, at=at)
        return Opened(len(made), giving.give_to(place.pk, by=by, at=at).given)


def issue_plan(plan: WorkPlan, *, by: User, at: datetime) -> int:
    """All drafts of a plan begin to bind; returns how many, 0 where nothing was left to issue.

    Raises MayNotIssue, NotClear, NothingToIssue.
    """
    with alone():
        by = permitted(by, at=at, can=can_issue, unit=plan.unit_id)
        tasks = issuing.ready(plan)
        if tasks:
            _give(tasks, by, at)
            issuing.issue_plan(plan, tasks=len(tasks), by=by, at=at)
    return len(tasks)


def issue_task(task: Task, *, by: User, at: datetime) -> int:
    """The same for a task that belongs to no plan, as parts do. Raises MayNotIssue, NotClear."""
    with alone():
        by = permitted(by, at=at, can=can_issue, unit=task.unit_id)
        tasks = issuing.ready_alone(task)
        _give(tasks, by, at)
    return len(tasks)


def _give(tasks: Sequence[Task], by: User, at: datetime) -> None:
    """Who takes part becomes a row and may read the document; what each has to do is opened."""
    units = [ensure(uid, by=by, at=at).pk for uid in issuing.units_of(tasks)]
    _let_read(tasks, units, at)
    issuing.issue(tasks, by=by, at=at)
    open_for(Task.objects.filter(pk__in=[task.pk for task in tasks]), through=day_of(at) + AHEAD, at=at)


def remove_document(document: Document, *, by: User, at: datetime, why: str) -> Removal:
    """Take out a document with the drafts made of it. Raises NotFound, MayNotRemove, IsIssued where work was given."""
    with alone():  # nobody gives work by it meanwhile
        Document.objects.locked(document.pk)  # nor makes a plan of it
        drop_drafts_about({document.pk} | planning.forget(document.pk))
        return intake.remove(document, by=by, at=at, why=why)


def read_document(key: UUID, *, clock: Clock) -> bool:
    """Read a document that waits; where it bears a stamp of secrecy, its words are taken out everywhere."""
    return reading.read(key, clock=clock, withdraw=withdraw_document)


def withdraw_document(key: UUID, *, at: datetime) -> bool:
    """Take out a document that bears a stamp of secrecy, and its words from all that was made of it."""
    return intake.withdraw(
        key, at=at, first=lambda: drop_drafts_about({key} | planning.wipe(key, why=intake.STAMPED, at=at))
    )


def object_to(
    what: Occurrence, *, instead: UUID | None, text: str, seen: int, by: User, at: datetime
) -> None:
    """A unit says that work is not its own, and perhaps whose it is, which may still be a usual agency."""
    with alone():
        held(Occurrence.objects.filter(pk=what.pk))
        unit = ensure(instead, by=by, at=at) if instead else None
        doing.object_to(what, text=text, instead=unit, seen=seen, by=by, at=at)


def pass_to(what: Occurrence, *, unit: UUID, text: str, seen: int, by: User, at: datetime) -> Occurrence:
    """Another unit, perhaps still a usual agency, does what this one was given, and may read the document of it."""
    with alone():
        held(Occurrence.objects.filter(pk=what.pk))
        place = ensure(unit, by=by, at=at)
        _let_read([what.task], [place.pk], at)
        return directing.pass_to(what, unit=place, text=text, seen=seen, by=by, at=at)


def _let_read(tasks: Sequence[Task], units: Sequence[UUID], at: datetime) -> None:
    document = next((one for task in tasks if (one := document_of(task))), None)
    if document is not None:
        share(document, units=units, at=at)
