"""❤️ for what somebody has sent; what is played to the child is answered by 🙏 and by the child's own voice."""

from bot.domain.circle.circles import Circle, Member
from bot.domain.daily.check_ins import ThanksSent
from bot.domain.daily.letters import Letter, LetterState
from bot.domain.notifications import Lane, Notification


def takes_heart(letter: Letter, reader: int) -> bool:
    """Whether who reads it can send a heart for it."""
    return letter.state == LetterState.SENT and not letter.to_child and letter.author_id != reader


def tell_heart(circle: Circle, by: Member, author: Member) -> list[Notification]:
    """To who has sent it, as for news."""
    return [Notification(author.person_id, ThanksSent(circle.child.id, by.person_id), Lane.ROUTINE, written=True)]
