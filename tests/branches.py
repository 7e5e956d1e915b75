"""Branch coverage that takes itself out where it has been: else a fifth of the suite goes into counting again.

The controller of a test run is told so by `--immediate`; slipcover has no way to tell its workers.
"""

from slipcover import pytest_plugin  # type: ignore[import-untyped] # it has none

if pytest_plugin._slipcover_instance is not None:
    pytest_plugin._slipcover_instance.immediate = True
