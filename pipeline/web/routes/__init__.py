"""The pages, by subject."""

from pipeline.web.routes import documents, log, municipality, overview, passage, reviewing

ROUTERS = (overview.router, municipality.router, reviewing.router, passage.router, documents.router, log.router)
