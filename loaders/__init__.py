"""Documents in, facts out: what each file says, with the words that say so."""
