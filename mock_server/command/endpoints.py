"""All that the control API answers to: of its own layer, and of those above it."""

from ..check import orders, steering
from ..control import routes

ENDPOINTS = (*routes.ENDPOINTS, *steering.api.endpoints, *orders.api.endpoints)
