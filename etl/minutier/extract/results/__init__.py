"""Vote results, room by room. The door is ``extract.vote_results``."""
