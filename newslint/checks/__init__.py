"""Python checks: what a rule file names under `check: module.function`.

A check yields hits. With patterns in its rule file it is called as `check(match, document, options)` for every match,
otherwise as `check(document, options)` once an article.
"""
