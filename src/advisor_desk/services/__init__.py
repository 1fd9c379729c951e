"""What a person can do: one public method, one act: authorise, judge, write, record."""
