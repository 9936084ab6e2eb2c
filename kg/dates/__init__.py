"""Days as far as they are known: intervals and their notation, prose to intervals, the network that tightens them."""
