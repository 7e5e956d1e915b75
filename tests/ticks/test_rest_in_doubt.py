"""Which ticks rest while the clock is in doubt: whoever adds one says which kind it is."""

from bot.ticking import tick_name
from bot.ticks import REST_IN_DOUBT, TICKS

# They ask, remind, tell or send, by the time gone by: nothing of it is lost when the clock was wrong.
GO_ON = {
    *("release_illness_alerts", "release_school_alerts", "tell_unreached_alerts", "tell_absences", "expire_calls"),
    *("mend_outages", "escalate_illnesses", "follow_up_illnesses", "ask_held_texts", "ask_check_ins"),
    *(
        "remind_check_ins",
        "send_notices",
        "send_school_notices",
        "miss_check_ins",
        "escalate_check_ins",
        "coach_accounts",
        "give_readings",
    ),
    *("tell_outcomes", "remind_calls", "count_sleeps", "follow_letters", "follow_talks", "offer_ideas"),
    *(
        "tell_held_reports",
        "ask_own_weeks",
        "keep_bedtimes",
        "show_weeks",
        "return_classes",
        "remind_meetings",
        "remind_unsent_talks",
        "tell_school_days",
        "tell_talk_silences",
    ),
}


def test_each_tick_goes_on_or_rests() -> None:
    resting = {tick_name(each) for each in REST_IN_DOUBT}
    assert resting & GO_ON == set()
    assert resting | GO_ON == {tick_name(each) for each in TICKS}
