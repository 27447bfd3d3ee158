"""Example cassettes recorded by real recorders, and everything needed to record them again."""
