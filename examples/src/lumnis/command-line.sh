#!/usr/bin/env bash
# A user, a thread, a streamed run in it, the list of runs, and a run that is called off. At the terminal.
#
# Reads LUMNISAI_API_KEY and LUMNISAI_BASE_URL. TRILUM is the command, `trilum` unless set.
set -euo pipefail
trilum() { ${TRILUM:-command trilum} "$@"; }
field() { node -e 'let s="";process.stdin.on("data",(d)=>s+=d).on("end",()=>console.log(JSON.parse(s)[process.argv[1]]))' "$1"; }

user=$(trilum lumnis users create --email joan@example.com --first-name Joan --json | field id)
thread=$(trilum lumnis threads create --user "$user" --title "Market watch" --json | field thread_id)

trilum lumnis invoke "What changed in our market this week?" --user "$user" --thread "$thread" --stream --progress

run=$(trilum lumnis responses create --user "$user" --json \
  --messages '[{"role":"user","content":"A long report, please"}]' | field response_id)
trilum lumnis responses cancel "$run" --user "$user" --json

trilum lumnis responses list --user "$user" --json
