"""Explaining the chosen product: approved material, every element, worst case first, said back."""
