#!/bin/sh
# The one case that takes real time: a token server that is slower than the policy's time-out of 20 seconds.
#
# usage: oauth2-slow-token-server.sh COMMAND [FOLDER]
#   COMMAND  the built apim-policy
#   FOLDER   a folder for `apim-policy run`; the example of the README unless given
#
# Needs python3 for the server, which accepts connections and never answers. Exit status 0 when the caller gets 500 after
# 20 to 30 seconds and nothing was sent to the backend.
set -eu
command=$1
folder=${2:-$(dirname "$0")/../../../Fixtures/Examples/oauth2-backend}
work=$(mktemp -d)
trap 'kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT

python3 - "$work/port" <<'PYTHON' &
import os, socket, sys, time
server = socket.create_server(("127.0.0.1", 0))
with open(sys.argv[1] + ".new", "w") as file:
    file.write(str(server.getsockname()[1]))
os.rename(sys.argv[1] + ".new", sys.argv[1])
held = []
while True:
    held.append(server.accept()[0])
PYTHON
server=$!
while [ ! -f "$work/port" ]; do sleep 0.1; done
port=$(cat "$work/port")

sed "s|\"tokenEndpoint\": *\"[^\"]*\"|\"tokenEndpoint\": \"http://127.0.0.1:$port/token\"|" "$folder/named-values.json" > "$work/named-values.json"
start=$(date +%s)
"$command" run "$folder" --named-values "$work/named-values.json" --live --backend "http://127.0.0.1:$port/backend" --format json > "$work/report.json"
elapsed=$(($(date +%s) - start))

python3 - "$work/report.json" "$elapsed" <<'PYTHON'
import json, sys
report, elapsed = json.load(open(sys.argv[1])), int(sys.argv[2])
assert 20 <= elapsed <= 30, f"it took {elapsed} s"
assert report["response"]["statusCode"] == 500, report["response"]
assert report["lastError"]["reason"] == "ExpressionValueEvaluationFailure", report["lastError"]
assert report["backendRequest"] is None, report["backendRequest"]
assert report["callouts"][0]["error"] == "timeout", report["callouts"]
assert report["variables"]["tokenResponse"]["type"] == "null", report["variables"]
print(f"500 after {elapsed} s, the backend untouched")
PYTHON
