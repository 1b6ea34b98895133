"""A server that is killed while forms come in neither loses what it has told nor does anything twice."""

from killing import kill


def test_nothing_told_is_lost_and_nothing_is_done_twice(office):
    found = kill(office, times=12)
    assert found.told.wrong == []
    assert (found.lost, found.doubled) == (0, 0)
    assert found.stored == len(found.told.done) > 0
    assert found.told.broken > 0
