"""The bank's world: grades, people, products, rules, interviews. Standard library only."""
