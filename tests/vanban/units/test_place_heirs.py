"""The national set: what went to whom."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta

from nationalset import BY_UID, state
from vanban.units.places import acts, records, successions


def test_what_ended_has_heirs_who_exist_that_day_and_what_began_has_forebears():
    given, taken = defaultdict(set), defaultdict(set)
    for succession in successions():
        given[succession.predecessor].add(succession.on)
        taken[succession.successor].add(succession.on)
        assert state(BY_UID[succession.predecessor], succession.on - timedelta(days=1))
        assert not succession.successor or state(BY_UID[succession.successor], succession.on)
    for record in records():
        until, since = record.states[-1].until, record.states[0].since
        assert until is None or until in given[record.uid], record
        assert since is None or since in taken[record.uid], record


def test_only_a_part_comes_from_a_unit_that_goes_on():
    parted = [s for s in successions() if BY_UID[s.predecessor].states[-1].until != s.on]
    assert {state(BY_UID[s.predecessor], s.on).name for s in parted} == {"Huyện Lục Ngạn"}
    assert {s.share for s in parted} == {"part"}


def test_a_whole_has_one_heir_and_only_that_one_takes_the_duties():
    shares = defaultdict(list)
    for succession in successions():
        shares[succession.predecessor, succession.on].append(succession.share)
        assert succession.is_default == (succession.share == "whole")
    assert {tuple(set(found)) for found in shares.values()} == {("whole",), ("part",), (None,)}
    assert all(len(found) == 1 for found in shares.values() if "whole" in found)


def test_every_succession_names_its_act_and_none_claims_that_it_was_read():
    assert {succession.source for succession in successions()} <= set(acts())
    assert not any(succession.is_verified for succession in successions())
    assert {number for number, act in acts().items() if act.province} == {
        f"{number}/NQ-UBTVQH15" for number in range(1654, 1688)
    }


def test_what_is_open_stays_open():
    asked = [s for s in successions() if not s.successor]
    names = {BY_UID[s.predecessor].states[0].name for s in asked}
    assert names == {"Xã Phúc Thành A", "Xã Mộc Nam", "Phường Hải Châu II", "Xã Phú An Hòa"}
    assert {s.share for s in asked} == {None}
