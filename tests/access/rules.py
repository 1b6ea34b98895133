"""Who may do what at which address: written by hand, to be read against the pages. A new address needs a row here.

A person holds one post in the unit "own". A relation says which unit has the document: their own, its child and
grandchild, one that ended and whose heir is their own, one that ended and went to another ("lost"), its sister, its
parent, a stranger, the party committee beside it, or none yet. Of their own unit "entered" is one that they brought in
themselves; "mine" is one without a unit that they brought in, "left" one that they brought in for a unit where they
have no post any more.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

ROLES = (
    "focal", "implementer", "leader", "editor", "spokesperson", "clerk", "inspector", "administrator",
)  # fmt: skip
SUPERUSER, NO_POST, NOBODY = "superuser", "no post", "not signed in"
PERSONS = (*ROLES, SUPERUSER, NO_POST, NOBODY)
# Of those who see the same, one.
SOME_SIGNED_IN = ("clerk", "leader", SUPERUSER, NO_POST)
SOME = (*SOME_SIGNED_IN, "administrator", NOBODY)
# On PostgreSQL, where only the queries differ: one who reaches some units, one who reaches none, and nobody.
SOME_ON_POSTGRESQL = ("leader", NO_POST, NOBODY)
RELATIONS = (
    "own", "entered", "child", "grandchild", "ended", "lost", "sister", "parent", "stranger", "party", "none", "mine",
    "left",
)  # fmt: skip
STATES = ("read", "queued", "withdrawn")
# Who sees and may the same as another person is asked about these only.
FEW_RELATIONS = ("own", "entered", "child", "ended", "sister", "stranger", "mine")
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")

KEEPERS = ("focal", "clerk", "administrator")
SIGNED_IN = (*ROLES, SUPERUSER, NO_POST)
Table = Mapping[str, tuple[str, ...]]

# Whoever is not named for a relation may not; the superuser may everywhere.
SEE: Table = {
    "own": ROLES,
    "entered": (*ROLES, NO_POST),
    "child": ROLES,
    "grandchild": ROLES,
    "ended": ROLES,
    "mine": (*ROLES, NO_POST),
    "left": (*ROLES, NO_POST),
}
KEEP: Table = {
    "own": KEEPERS,
    "entered": KEEPERS,
    "ended": KEEPERS,
    "mine": (*ROLES, NO_POST),
}
REMOVE: Table = {
    "own": ("administrator",),
    "entered": KEEPERS,
    "ended": ("administrator",),
    "mine": (*ROLES, NO_POST),
}


# Plans and tasks that are drafts, of the unit that has the document; of one without a unit, by a stranger.
PLANS: Table = dict.fromkeys(("own", "entered", "child", "grandchild", "ended"), ROLES)
CONFIRM: Table = dict.fromkeys(("own", "entered", "ended"), ("focal", "leader"))
ISSUE: Table = dict.fromkeys(("own", "entered", "ended"), ("leader",))


# The units are known to all who are signed in.
KNOW: Table = dict.fromkeys(RELATIONS, SIGNED_IN)
# Whose accounts an administrator sees and looks after, by where they hold their post; and what of units that ended they
# decide.
LOOK: Table = dict.fromkeys(("own", "entered", "child", "grandchild", "ended"), ("administrator",))
ADMINISTERS = ("administrator", SUPERUSER)
# Letters that units in reach drafted are known to be there; who may direct what the very unit gave opens them.
DRAFTED: Table = dict.fromkeys(("own", "entered", "child", "grandchild", "ended"), ROLES)
DIRECT: Table = dict.fromkeys(("own", "entered", "ended"), ("focal", "leader"))


# What a unit has to do: whoever reaches the unit sees it; in the unit itself some show how it goes, some open what is
# done on request.
WORK: Table = dict.fromkeys(("own", "entered", "child", "grandchild", "ended"), ROLES)
SHOWING: Table = dict.fromkeys(("own", "entered", "ended"), ("focal", "leader", "implementer"))
DIRECTING: Table = dict.fromkeys(("own", "entered", "ended"), ("focal", "leader"))


# What units in reach wrote down of acts is seen; the keepers of the very unit write that something else is known.
ACTS: Table = dict.fromkeys(("own", "entered", "child", "grandchild", "ended"), ROLES)
RECORD: Table = dict.fromkeys(("own", "entered", "ended"), KEEPERS)


@dataclass(frozen=True, slots=True)
class Rule:
    """Who may, and the status that they get, by the state of the document; who sees it and may not gets 403."""

    may: Table
    done: int | Mapping[str, int] = 200

    def status(self, state: str) -> int:
        return self.done if isinstance(self.done, int) else self.done[state]


@dataclass(frozen=True, slots=True)
class Address:
    """The methods of an address; any other is 405. ``about`` is the kind of object that it names, "" none.

    Without an object ``roles`` are those who may, and get ``status``; others 403. ``outside`` is what somebody gets who
    has not signed in; None is the way to the login page. ``words`` fill places of the address that name no object.
    """

    about: str = ""
    methods: Mapping[str, Rule] = field(default_factory=dict)
    roles: tuple[str, ...] = SIGNED_IN
    status: Mapping[str, int] = field(default_factory=dict)
    outside: Mapping[str, int] | None = None
    words: Mapping[str, str] = field(default_factory=dict)


def document(*, read: Rule | None = None, post: Rule | None = None) -> Address:
    """An address about a document, with GET and HEAD, POST, or both."""
    methods = {"GET": read, "HEAD": read, "POST": post}
    return Address("document", {method: rule for method, rule in methods.items() if rule})


def work(
    words: Mapping[str, str] | None = None, *, read: Rule | None = None, post: Rule | None = None
) -> Address:
    """An address about what a unit has to do."""
    methods = {"GET": read, "HEAD": read, "POST": post}
    return Address("occurrence", {name: rule for name, rule in methods.items() if rule}, words=words or {})


def account(*, read: int = 0, post: int = 0) -> Address:
    """An address about a person, with GET and HEAD, or POST, and what an administrator gets."""
    methods = {"GET": read, "HEAD": read, "POST": post}
    return Address("person", {method: Rule(LOOK, done) for method, done in methods.items() if done})


def plan(*, read: Rule | None = None, post: Rule | None = None, about: str = "plan") -> Address:
    """An address about a plan or a task of it, with GET and HEAD, POST, or both."""
    methods = {"GET": read, "HEAD": read, "POST": post}
    return Address(about, {method: rule for method, rule in methods.items() if rule})


def task(*, read: Rule | None = None, post: Rule | None = None) -> Address:
    return plan(read=read, post=post, about="task")


def administration(words: Mapping[str, str] | None = None, **status: int) -> Address:
    """An address for administrators of any unit, about nothing that is somebody's."""
    return Address(roles=ADMINISTERS, status=status, words=words or {})


READ = {"GET": 200, "HEAD": 200}
LED_ON = dict.fromkeys(METHODS, 302)
FORM = {"GET": 200, "HEAD": 200, "POST": 200, "PUT": 200}
WHEN_READ = {"read": 302, "queued": 409}

ADDRESSES: Mapping[str, Address] = {
    # Who is in is led to the register, whatever the method; the code is asked for only after the password.
    "account_login": Address(status=LED_ON, outside=FORM),
    "mfa_authenticate": Address(status=LED_ON, outside=LED_ON),
    "account_logout": Address(status={"POST": 302}),
    "drafts": Address(status={"GET": 204, "HEAD": 204, "POST": 204}),
    "account": Address(status={"GET": 200}),
    "end-sessions": Address(status={"POST": 302}),
    "account_reauthenticate": Address(status=FORM),
    # First the password is asked for once more.
    "second-step": Address(status={"GET": 302, "HEAD": 302, "POST": 302}),
    "second-step-off": Address(status={"POST": 302}),
    "recovery-codes": Address(status={"POST": 302}),
    "password": Address(status=FORM),
    "language": Address(status=LED_ON, outside=LED_ON),
    "own-posts": Address(status=READ),
    "people": administration(**READ),
    "new-person": administration(**READ, POST=422),
    "import-people": administration(**READ, POST=422),
    "import-people-confirm": administration(POST=409),
    "people-template": administration(**READ),
    "units-sheet": administration(**READ, POST=422),
    "units-sheet-confirm": administration(POST=409),
    "units-template": administration(**READ),
    "units": Address(status=READ),
    "units-offer": Address(status=READ),
    "unit": Address("unit", dict.fromkeys(READ, Rule(KNOW))),
    "units-below": Address("unit", dict.fromkeys(READ, Rule(KNOW))),
    "changes": administration(**READ),
    "change": administration({"kind": "rename"}, **READ, POST=200),
    "office": administration(**READ, POST=200),
    "national": Address(roles=(SUPERUSER,), status=READ | {"POST": 422}),
    "handover": administration(**READ),
    "decide": Address("handover", dict.fromkeys((*READ, "POST"), Rule(LOOK))),
    "person": account(read=200),
    "give-post": account(post=302),
    "end-post": account(post=302),
    "give-password": account(post=200),
    "take-second-step-back": account(post=302),
    "close-account": account(post=302),
    "reopen-account": account(post=409),
    "day": Address(status=READ),
    "tasks": Address(status=READ),
    "tasks-xlsx": Address(status=READ),
    "filters": Address(status={"POST": 422}),  # nothing is kept without a name
    "overdue": Address(status=READ),
    "board": Address(status=READ),
    "board-xlsx": Address(status=READ),
    "calendar": Address(status=READ),
    "notices": Address(status=READ),
    "notice-settings": Address(status=READ | {"POST": 302}),
    "feeds": Address(status=READ | {"POST": 200}),
    # What is sent names no unit and no form.
    "letters": Address(roles=("focal", "leader", SUPERUSER), status=READ | {"POST": 404}),
    "letter": Address("draft", dict.fromkeys(READ, Rule(DIRECT))),
    # The token is asked for, not who asks; this one opens nothing.
    "feed": Address(
        status=dict.fromkeys(READ, 404), outside=dict.fromkeys(READ, 404), words={"token": "khong-co"}
    ),
    "inbox": Address(status=READ),
    "occurrence": work(read=Rule(WORK)),
    "evidence": work(read=Rule(WORK)),
    "step": work({"deed": "show"}, read=Rule(SHOWING), post=Rule(SHOWING, 302)),
    "call-task": work(read=Rule(DIRECTING), post=Rule(DIRECTING, 302)),
    "capacity": Address(roles=(), status={"POST": 302}),  # of all posts only one's own may be chosen
    "documents": Address(status={"GET": 200, "HEAD": 200}),
    "waiting": Address(status={"GET": 200, "HEAD": 200}),
    "upload": Address(roles=(*KEEPERS, SUPERUSER), status={"GET": 200, "HEAD": 200, "POST": 200}),
    # Saying that one has seen a note answers the same to all: it counts only for one's own.
    "seen": Address("note", {"POST": Rule(KNOW, 302)}),
    "document": document(read=Rule(SEE)),
    "progress": document(read=Rule(SEE)),
    "state": document(read=Rule(SEE)),
    "stop": document(post=Rule(KEEP, {"read": 409, "queued": 302})),
    "again": document(post=Rule(KEEP, {"read": 302, "queued": 409})),
    "remove": document(read=Rule(REMOVE), post=Rule(REMOVE, 302)),
    "edit": document(read=Rule(KEEP), post=Rule(KEEP, WHEN_READ)),
    "add": document(read=Rule(KEEP), post=Rule(KEEP, WHEN_READ)),
    "put-back": document(post=Rule(KEEP, WHEN_READ)),
    "page": document(read=Rule(SEE)),
    "above": document(read=Rule(SEE), post=Rule(KEEP, 302)),
    "coverage": document(read=Rule(SEE)),
    "coverage-chain": document(read=Rule(SEE)),
    "coverage-xlsx": document(read=Rule(SEE)),
    "drop-upper": document(post=Rule(KEEP, 302)),
    "judge": document(read=Rule(KEEP), post=Rule(KEEP, WHEN_READ)),
    "bodies": document(read=Rule(SEE)),
    "findings": document(read=Rule(SEE)),
    "decide-finding": document(post=Rule(KEEP, WHEN_READ)),
    "findings-xlsx": document(read=Rule(SEE)),
    "codes": Address(status=READ),
    "code": Address(status=READ, words={"code": "C101"}),
    # The browser has the picture already and asks whether it still may show it.
    "picture": document(read=Rule(SEE, 304)),
    "json": document(read=Rule(SEE)),
    "xlsx": document(read=Rule(SEE)),
    "original": document(read=Rule(SEE)),
    "chain": document(read=Rule(SEE)),
    "chain-xlsx": document(read=Rule(SEE)),
    "decide-citation": document(read=Rule(KEEP), post=Rule(KEEP, WHEN_READ)),
    "graph": Address(status=READ),
    "graph-xlsx": Address(status=READ),
    # No number is asked for.
    "number-chain": Address(status=dict.fromkeys(READ, 404)),
    "number-chain-xlsx": Address(status=dict.fromkeys(READ, 404)),
    "nothing": Address(status=READ),
    "nothing-xlsx": Address(status=READ),
    "ended": Address(status=READ),
    "ended-xlsx": Address(status=READ),
    "twice": Address(status=READ),
    "twice-xlsx": Address(status=READ),
    "tell-apart": Address(status={"POST": 404}, words={"twin": "0"}),  # there is no such pair
    "open-citations": Address(status=READ),
    "unknown-xlsx": Address(status=READ),
    "acts": Address(status=READ),
    "acts-xlsx": Address(status=READ),
    "new-act": Address(roles=(*KEEPERS, SUPERUSER), status=READ | {"POST": 422}),
    "act": Address("act", {"GET": Rule(ACTS), "HEAD": Rule(ACTS), "POST": Rule(RECORD, 422)}),
    "make-plan": document(post=Rule(CONFIRM, WHEN_READ)),
    "plans": Address(status=READ),
    "plan": plan(read=Rule(PLANS)),
    "queue": plan(read=Rule(CONFIRM)),
    "propose-again": plan(post=Rule(CONFIRM, 302)),
    "undo": plan(post=Rule(CONFIRM, 302)),
    "answer": plan(post=Rule(CONFIRM, 302)),
    # A form that is sent blank says what is missing.
    "edit-proposal": plan(read=Rule(CONFIRM), post=Rule(CONFIRM, 422)),
    "split": plan(read=Rule(CONFIRM), post=Rule(CONFIRM, 422)),
    "add-task": plan(read=Rule(CONFIRM), post=Rule(CONFIRM, 422)),
    "fill": plan(post=Rule(CONFIRM, 302)),
    "issue": plan(read=Rule(ISSUE), post=Rule(ISSUE, 422)),
    "annex": plan(read=Rule(CONFIRM), post=Rule(CONFIRM, 422)),
    "annex-confirm": plan(post=Rule(CONFIRM, 409)),
    "annex-docx": plan(read=Rule(PLANS)),
    "annex-xlsx": plan(read=Rule(PLANS)),
    "new-task": Address(roles=("focal", "leader"), status=READ | {"POST": 422}),
    "task": task(read=Rule(PLANS)),
    # It does not say who took part when the form was opened.
    "edit-task": task(read=Rule(CONFIRM), post=Rule(CONFIRM, 409)),
    # No unit of theirs has to do it, and it is a draft of a plan.
    "add-part": task(read=Rule({}, 403), post=Rule({}, 403)),
    "issue-task": task(post=Rule(ISSUE, 409)),
    "withdraw-task": task(read=Rule(CONFIRM), post=Rule(CONFIRM, 422)),
    "revise-task": task(post=Rule(CONFIRM, 409)),
    "discard-task": task(post=Rule(CONFIRM, 302)),
}


TABLES: Mapping[str, Table] = {
    "document": SEE,
    "note": SEE,
    "act": ACTS,
    "person": LOOK,
    "handover": LOOK,
    "unit": KNOW,
    "draft": DRAFTED,
    "plan": PLANS,
    "task": PLANS,
    "occurrence": WORK,
}
"""For whom an object of a kind exists at all."""


def may(person: str, *, table: Table, relation: str) -> bool:
    """Whether the table names this person for this relation."""
    return person == SUPERUSER or person in table.get(relation, ())
