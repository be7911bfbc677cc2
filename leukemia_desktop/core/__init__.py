"""What is true of a smear, with or without a window. Knows neither Qt nor torch."""
