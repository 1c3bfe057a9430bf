"""The site as an ASGI application."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles

from pipeline.publish.sitefile import SiteFileError
from pipeline.settings import Settings
from pipeline.store.decisions import open_decisions
from pipeline.store.store import StoreError
from pipeline.web.access import Doorkeeper
from pipeline.web.asked import OUR_FAULT, AskedDays
from pipeline.web.guard import Guard, site_key
from pipeline.web.log import DecisionLog
from pipeline.web.pageimages import Painter
from pipeline.web.papers import PaperFinder
from pipeline.web.routes import ROUTERS
from pipeline.web.site import HERE, Problem, Site, make_templates

LOG = logging.getLogger("pipeline.web")
MESSAGES = {
    404: "Deze pagina bestaat niet.",
    405: "Dat kan op deze pagina niet.",
}


def create_app(settings: Settings) -> FastAPI:
    """Return the site. Raises SettingsError where it would be open to a network without login, StoreError."""
    doorkeeper = Doorkeeper(settings)
    site = Site(
        settings=settings,
        log=DecisionLog(open_decisions(settings.store)),
        finder=PaperFinder.of(settings.inbox),
        painter=Painter(settings.outputs),
        templates=make_templates(),
        asked=AskedDays(settings),
    )
    app = FastAPI(
        title="themaspin", docs_url=None, redoc_url=None, openapi_url=None, redirect_slashes=False, lifespan=_lifespan
    )
    app.state.site = site
    for router in ROUTERS:
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    _answer_errors(app, site)

    def refuse(status: int, message: str) -> bytes:
        html = site.templates.get_template("geweigerd.html").render(status=status, bericht=message)
        return html.encode()

    behind_proxy = bool(settings.web_proxies)
    app.add_middleware(
        Guard, doorkeeper=doorkeeper, key=site_key(settings.outputs), refuse=refuse, encrypted=behind_proxy
    )
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    app.state.site.painter.warm_up()
    yield
    app.state.site.painter.close()


def _answer_errors(app: FastAPI, site: Site) -> None:
    """Every error is a page in Dutch; only a fault of ours is logged with its traceback, and shows none."""

    def problem(request: Request, status: int, message: str) -> Response:
        return site.page(request, "fout.html", status, bericht=message, code=status)

    @app.exception_handler(Problem)
    def _problem(request: Request, error: Problem) -> Response:
        return problem(request, error.status, str(error))

    @app.exception_handler(HTTPException)
    def _http(request: Request, error: HTTPException) -> Response:
        return problem(request, error.status_code, MESSAGES.get(error.status_code, "Dit verzoek is niet te verwerken."))

    @app.exception_handler(RequestValidationError)
    def _wrong(request: Request, error: Any) -> Response:
        del error
        return problem(
            request, 400, "Dit verzoek is niet te verwerken: er ontbreekt iets of er staat iets in dat niet kan."
        )

    @app.exception_handler(StoreError)
    @app.exception_handler(SiteFileError)
    def _store(request: Request, error: Exception) -> Response:
        LOG.error("%s", error)
        return problem(request, 503, str(error))

    @app.exception_handler(Exception)
    def _fault(request: Request, error: Exception) -> Response:
        LOG.exception("verzoek mislukt: %s %s", request.method, request.url.path, exc_info=error)
        return problem(request, 500, OUR_FAULT)
