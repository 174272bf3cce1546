#!/bin/sh
# Looks for a Node that can run the build, in words a person can act on, then hands over to build.mjs.
# GONGSHU_NODE names another node executable.
node=${GONGSHU_NODE:-node}
if ! command -v "$node" >/dev/null 2>&1; then
  echo "The web module needs Node 20.19 or newer and none was found: install Node 20 and run the build again." >&2
  exit 1
fi
if ! "$node" -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)'; then
  echo "The web module needs Node 20.19 or newer and found $("$node" --version): install Node 20 and run the build again." >&2
  exit 1
fi
exec "$node" build.mjs "$@"
