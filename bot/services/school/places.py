"""A school is where its first child lives, and so is whoever works there and has not said anything else."""

from bot.db.transaction import Tx
from bot.queries.circle import people
from bot.queries.school import schools, staffing


def learn(tx: Tx, school_id: int, country: str, zone: str) -> None:
    """The school's clock; nobody has to be asked for it."""
    schools.learn_place(tx, school_id, country, zone)
    for each in staffing.everybody(tx, school_id):
        if each.is_here:
            settle(tx, school_id, each.person_id)


def settle(tx: Tx, school_id: int, person_id: int) -> None:
    """Somebody new at a school has its clock, unless they have one of their own."""
    school = schools.get(tx, school_id)
    if school is not None and school.country and school.zone and people.get(tx, person_id).country is None:
        people.change(tx, person_id, country=school.country, time_zone=school.zone)
