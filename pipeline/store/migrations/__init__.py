"""How the schemas of store, decisions and origins came to be: alembic steps from the first released schema to that of now.

A step, once released, is never changed. Each in `store_steps` also raises `schema.version`, so that a program from before alembic
refuses a store that it does not know.
"""
