"""Makes the year's keepsakes: the one place that fetches what people have sent, into a file that is soon gone."""
