#!/usr/bin/env bash
# The bill of materials of the image, CycloneDX 1.5, from the lock file:  deploy/sbom.sh > accord.cdx.json
#
# `npm sbom --omit dev` will not do in this repository: it also drops what runs in production when a development tool
# needs the same package. So the manifests are copied without their development tools, and npm reads those.
set -euo pipefail
root="$(cd "$(dirname "$0")/.." && pwd)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

# The directory's name becomes the name of the product in the bill.
mkdir -p "$work/accord"
cd "$root"
cp --parents package.json package-lock.json shared/package.json node-bridge/package.json "$work/accord"
cd "$work/accord"
npm pkg set --json 'workspaces=["shared","node-bridge"]' >&2
npm pkg delete devDependencies --workspaces --include-workspace-root >&2
# Versions and hashes stay those of the lock file; only what is no longer needed goes.
npm install --package-lock-only --ignore-scripts --prefer-offline --no-audit --no-fund >&2
npm sbom --package-lock-only --sbom-format cyclonedx --sbom-type application
