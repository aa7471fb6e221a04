"""The shared store of records: verified copies of the files and an index that can be made again."""
