"""What a teacher sends outside of any conversation begins a notice, unless it answers an illness."""

from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import fangs_phone, meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.homeline import Homeline


async def test_a_photo_of_a_teacher_is_a_notice_and_that_of_a_parent_a_letter(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    zhao.photo("The bus")
    mei.photo("The sea")
    await home.settle()

    assert zhao.texts[-1] == "The bus\nWith 1 file.\n\nTo class 3B?"
    assert "Lily" in mei.texts[-1]
    assert not mei.sees("To class")
    assert not fang.sees("The bus")
