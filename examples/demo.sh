#!/bin/sh
# What `make demo` runs: an article of a department's portal on its way to the English page, without a network.
set -eu
cd "$(dirname "$0")/.."
rm -rf demo-out

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }
run() { printf '$ %s\n' "$*"; "$@"; }

say '1. Rules alone: terms, names and figures in English, the rest still Vietnamese. Publishing is refused.'
run vnnews translate examples/chu-ky-so.html --offline --engine assemble --out demo-out/rules
if run vnnews publish demo-out/rules/*.xlf --out demo-out/pages; then
  echo 'publish should have refused' >&2
  exit 1
fi

say '2. With the model that comes with vnnews: a draft for the translator, with what to look at.'
run vnnews translate examples/chu-ky-so.html --offline --out demo-out/drafts

say '3. The draft as a translator left it, reviewed sentence by sentence, and its pages.'
mkdir -p demo-out/reviewed
cp examples/reviewed/*.xlf examples/reviewed/*.log.jsonl demo-out/reviewed/
run vnnews publish demo-out/reviewed/*.xlf --out demo-out/pages --translator 'Tran Thi Minh Thu'

say 'The pages are here:'
for page in demo-out/pages/*.html demo-out/pages/*.md; do
  echo "  $PWD/$page"
done
