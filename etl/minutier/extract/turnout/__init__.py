"""Rules of the table participation_snapshots, in parts."""
