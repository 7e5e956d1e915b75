"""Prints what Homeline is made of, as CycloneDX 1.6, from the pinned versions: `make sbom`.

With SOURCE_DATE_EPOCH set, the same pins make the same document.
"""

import os
import re
import sys
import tomllib
import uuid
from datetime import UTC, datetime
from pathlib import Path

from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import DisjunctiveLicense
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def component(pin: str) -> Component:
    """One pinned package with the hashes of its files."""
    wanted = Requirement(pin.partition("\n")[0].rstrip("\\ "))
    name = canonicalize_name(wanted.name)
    (version,) = (each.version for each in wanted.specifier)
    purl = PackageURL("pypi", None, name, version)
    hashes = [HashType(alg=HashAlgorithm.SHA_256, content=each) for each in _HASH.findall(pin)]
    files = ExternalReference(type=ExternalReferenceType.DISTRIBUTION, url=XsUri(str(purl)), hashes=hashes)
    return Component(name=name, version=version, purl=purl, bom_ref=str(purl), external_references=[files])


def bom(pins: str) -> str:
    """The whole document."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    whole = Bom(serial_number=uuid.uuid5(uuid.NAMESPACE_URL, pins))
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        whole.metadata.timestamp = datetime.fromtimestamp(int(epoch), UTC)
    homeline = Component(
        type=ComponentType.APPLICATION,
        name=project["name"],
        version=project["version"],
        bom_ref=project["name"],
        licenses=[DisjunctiveLicense(id=project["license"])],
    )
    whole.metadata.component = homeline
    whole.components.update(component(each) for each in re.split(r"(?m)^(?=\S)", pins) if each.strip())
    direct = {canonicalize_name(Requirement(each).name) for each in project["dependencies"]}
    whole.register_dependency(homeline, [each for each in whole.components if each.name in direct])
    return str(JsonV1Dot6(whole).output_as_string(indent=2))


if __name__ == "__main__":
    file = ROOT / (sys.argv[1] if len(sys.argv) > 1 else "deploy/requirements.txt")
    print(bom(file.read_text(encoding="utf-8")))
