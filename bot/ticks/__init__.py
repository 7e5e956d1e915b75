"""Every duty that time brings, in the order in which they run."""

from collections.abc import Callable

from bot.storage.transaction import Tx
from bot.ticks import (
    ask_check_ins,
    ask_held_texts,
    ask_idle_families,
    climb_ladders,
    coach_accounts,
    count_sleeps,
    end_places,
    end_silent_illnesses,
    erase_children,
    escalate_illnesses,
    expire_calls,
    follow_letters,
    follow_up_illnesses,
    forget_old_rows,
    forget_the_past,
    give_readings,
    grant_approvals,
    mend_silences,
    miss_check_ins,
    offer_ideas,
    release_illness_alerts,
    release_school_alerts,
    remind_calls,
    remind_check_ins,
    send_notices,
    tell_absences,
    tell_unreached_alerts,
)

Tick = Callable[[Tx], int]

TICKS: tuple[Tick, ...] = (
    release_illness_alerts.run_once,
    release_school_alerts.run_once,
    tell_unreached_alerts.run_once,
    tell_absences.run_once,
    expire_calls.run_once,
    mend_silences.run_once,
    escalate_illnesses.run_once,
    end_silent_illnesses.run_once,
    follow_up_illnesses.run_once,
    ask_held_texts.run_once,
    ask_check_ins.run_once,
    remind_check_ins.run_once,
    send_notices.run_once,
    miss_check_ins.run_once,
    climb_ladders.run_once,
    forget_old_rows.run_once,
    forget_the_past.run_once,
    erase_children.run_once,
    ask_idle_families.run_once,
    grant_approvals.run_once,
    end_places.run_once,
    coach_accounts.run_once,
    give_readings.run_once,
    remind_calls.run_once,
    count_sleeps.run_once,
    follow_letters.run_once,
    offer_ideas.run_once,
)

# What cannot be taken back once time has passed: it erases, ends or gives away. While the clock is in doubt it rests.
REST_IN_DOUBT = frozenset(
    {
        end_silent_illnesses.run_once,
        forget_old_rows.run_once,
        forget_the_past.run_once,
        erase_children.run_once,
        ask_idle_families.run_once,
        grant_approvals.run_once,
        end_places.run_once,
    }
)
