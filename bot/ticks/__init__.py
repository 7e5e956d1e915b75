"""Every tick that time brings, in the order in which they run."""

from collections.abc import Callable

from bot.db.transaction import Tx
from bot.ticks import forget_old_rows, mend_outages
from bot.ticks.circle import coach_accounts, end_memberships, grant_approvals
from bot.ticks.daily import (
    ask_check_ins,
    ask_own_weeks,
    count_sleeps,
    escalate_check_ins,
    expire_calls,
    follow_letters,
    keep_bedtimes,
    miss_check_ins,
    offer_ideas,
    remind_calls,
    remind_check_ins,
    show_weeks,
    tell_held_reports,
)
from bot.ticks.illness import (
    end_silent_illnesses,
    escalate_illnesses,
    follow_up_illnesses,
    release_illness_alerts,
    tell_unreached_alerts,
)
from bot.ticks.privacy import ask_held_texts, ask_idle_families, erase_children, forget_the_past, give_readings
from bot.ticks.school import (
    end_class_years,
    follow_talks,
    forget_worries,
    release_school_alerts,
    remind_meetings,
    remind_unsent_talks,
    return_classes,
    send_notices,
    send_school_notices,
    tell_absences,
    tell_outcomes,
    tell_school_days,
    tell_talk_silences,
)

Tick = Callable[[Tx], int]

# What people wait for.
EACH_SECOND: tuple[Tick, ...] = (
    release_illness_alerts.run_once,
    release_school_alerts.run_once,
    tell_unreached_alerts.run_once,
    tell_absences.run_once,
    expire_calls.run_once,
    mend_outages.run_once,
    escalate_illnesses.run_once,
    follow_up_illnesses.run_once,
    ask_held_texts.run_once,
    ask_check_ins.run_once,
    remind_check_ins.run_once,
    send_notices.run_once,
    send_school_notices.run_once,
    tell_outcomes.run_once,
    miss_check_ins.run_once,
    escalate_check_ins.run_once,
    tell_held_reports.run_once,
    grant_approvals.run_once,
    end_memberships.run_once,
    give_readings.run_once,
    remind_calls.run_once,
    count_sleeps.run_once,
    follow_letters.run_once,
    follow_talks.run_once,
    keep_bedtimes.run_once,
    offer_ideas.run_once,
    show_weeks.run_once,
)

# What waits for weeks.
EACH_MINUTE: tuple[Tick, ...] = (
    end_silent_illnesses.run_once,
    forget_old_rows.run_once,
    forget_the_past.run_once,
    erase_children.run_once,
    ask_idle_families.run_once,
    coach_accounts.run_once,
    end_class_years.run_once,
    return_classes.run_once,
    forget_worries.run_once,
    remind_meetings.run_once,
    remind_unsent_talks.run_once,
    tell_school_days.run_once,
    tell_talk_silences.run_once,
    ask_own_weeks.run_once,
)

TICKS = EACH_SECOND + EACH_MINUTE

# What cannot be taken back once time has passed: it erases, ends or gives away. While the clock is in doubt it rests.
REST_IN_DOUBT = frozenset(
    {
        end_silent_illnesses.run_once,
        forget_old_rows.run_once,
        forget_the_past.run_once,
        erase_children.run_once,
        ask_idle_families.run_once,
        grant_approvals.run_once,
        end_memberships.run_once,
        end_class_years.run_once,
        forget_worries.run_once,
    }
)

# What first has the time given back in which Homeline stood still: an answer that nobody could give is not missing.
AFTER_STANDSTILL = REST_IN_DOUBT | {
    miss_check_ins.run_once,
    escalate_check_ins.run_once,
    tell_held_reports.run_once,
    tell_talk_silences.run_once,
}
