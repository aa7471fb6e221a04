"""The scenario: schema, validation, migration."""
