"""What somebody reads who begins Homeline and has no token yet: one screen, the two ways to go on."""

WITHOUT_TOKEN = """\
Homeline has no token yet. There are two ways to go on.

To look at it first, on this machine, without Telegram:

    make demo          (installed: homeline demo)

To try it on real phones, which takes about five minutes:

 1. In Telegram write /newbot to @BotFather. Give the bot a name, and a username
    that ends in bot. The answer has its token, such as 123456:AbCd…

 2. Here, with that token:

    export TELEGRAM_BOT_TOKEN=123456:AbCd…
    make run           (installed: homeline run)

 3. On your phone open the bot and press START. Choose 👪, add a child, and forward
    the invitation to a second phone: there somebody is the grandparent.

Keep the token to yourself: whoever has it is the bot. What is said is kept in var/
until you delete that folder. Before a family uses it: deploy/runbook.md.
"""
