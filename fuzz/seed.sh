#!/bin/sh
# Fills fuzz/corpus/ with the sample site and the loader's fixtures, from which the fuzzer goes on.
set -eu
cd "$(dirname "$0")"
mkdir -p corpus/yaml corpus/front_matter corpus/markdown corpus/due corpus/site
n=0
for file in ../content/site.yaml ../content/agencies/*.yaml ../content/tasks/*.yaml ../tests/fixtures/*.txt; do
  n=$((n + 1))
  for which in 0 1 2; do
    { printf '%b' "\\0$which"; head -c 6000 "$file"; } > "corpus/yaml/$n-$which"
  done
done
for file in ../content/meetings/*.md ../content/news/*.md ../content/pages/*.md; do
  n=$((n + 1))
  head -c 8000 "$file" > "corpus/markdown/$n"
  for which in 0 1 2; do
    { printf '%b' "\\0$which"; head -c 3000 "$file"; } > "corpus/front_matter/$n-$which"
  done
done
# Backslashes in front: the first three bytes of this target are the day.
grep -h 'due:' ../content/tasks/*.yaml ../docs/content.md ../tests/fixtures/*.txt | sed 's/.*due: *//' | sort -u |
  while read -r due; do
    n=$((n + 1))
    printf '\007\350\070%s' "$due" > "corpus/due/$n"
  done
for due in '{every: month}' '{every: quarter, from: 2020, until: 9999}' '{every: year, day: 31, from: 2024-02-29}' \
  '{before: 2024-02}' '{by: 0001-01-01}' '{on: 9999-12-31}' '{by: 2024-H1}' '{by: 2024-Q2}' '{every: half, day: 30}'; do
  n=$((n + 1))
  printf '\007\350\070%s\n{to: 2025-01-31, on: 2024-06-01}\n{date: 2024-06-30, progress: completed, period: 2024-05}, {date: 2024-02, progress: in-progress, percent: 60}' "$due" > "corpus/due/$n"
done
# Whole small sites: the golden one, and each fixture behind the files that all fixtures have.
sed '/^=== /,$d' ../tests/golden/site.txt > corpus/site/golden
for file in ../tests/fixtures/*.txt; do
  n=$((n + 1))
  { cat ../tests/fixtures/_base.txt; echo; sed '/^=== /,$d' "$file" | head -c 4000; } > "corpus/site/$n"
done
# A part of the sample each: what it refers to is lacking, so the fuzzer begins with the faults.
for file in ../content/tasks/*.yaml ../content/meetings/*.md; do
  n=$((n + 1))
  { echo "--- ${file#../}"; head -c 4000 "$file"; } > "corpus/site/$n"
done
echo "$(find corpus -type f | wc -l) seeds in fuzz/corpus"
