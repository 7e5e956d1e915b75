"""The list of what Homeline is made of is whole, and the same each time."""

import json
import re
import runpy

import pytest

from tests.deploy.files import DEPLOY, ROOT, pins


@pytest.mark.parametrize("name", ["deploy/requirements.txt", "constraints.txt"])
def test_sg_24_every_pinned_version_is_named_with_the_hashes_of_its_files(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795000000")
    made = runpy.run_path(str(DEPLOY / "sbom.py"))["bom"]
    text = (ROOT / name).read_text()
    document = json.loads(made(text))

    assert (document["bomFormat"], document["specVersion"]) == ("CycloneDX", "1.6")
    pinned = re.findall(r"(?m)^([\w.-]+)(?:\[[^]]*\])?==([^ ;\\]+)", text)
    listed = [(each["name"], each["version"]) for each in document["components"]]
    assert sorted(listed) == sorted((re.sub(r"[._]", "-", name.lower()), version) for name, version in pinned)
    hashes = [each["externalReferences"][0]["hashes"] for each in document["components"]]
    assert sum(map(len, hashes)) == text.count("--hash=sha256:")
    assert all(hashes)
    assert document["metadata"]["component"]["name"] == "homeline"
    (homeline,) = [each for each in document["dependencies"] if each["ref"] == "homeline"]
    assert len(homeline["dependsOn"]) < len(pins(DEPLOY / "requirements.txt"))
    assert any(each.startswith("pkg:pypi/pyrage@") for each in homeline["dependsOn"])
    assert made(text) == made(text)
