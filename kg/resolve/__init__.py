"""From claims and judgements to a timeline: people, events, states, ties and conflicts."""
