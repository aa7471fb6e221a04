"""The synthetic thorax: a person in numbers becomes bones, soft tissue, volumes and truth.

person -> plan (where every vertebra stands) -> bones + soft tissue (signed distances) -> volumes.
"""
