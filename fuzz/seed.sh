#!/bin/sh
# Fills fuzz/corpus/ with the sample site and the loader's fixtures, from which the fuzzer goes on.
set -eu
cd "$(dirname "$0")"
mkdir -p corpus/yaml corpus/front_matter corpus/markdown corpus/due corpus/site corpus/sheet
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
# The first byte says what the rest is: a file, a text below the heads, parts of a workbook, cells.
heads='task,report_date,report_progress,report_percent,report_note'
row='viec,25/06/2024,Đang thực hiện,60,Đã xong'
printf '\000%s\r\n%s\r\n' "$heads" "$row" > corpus/sheet/csv
printf '\000%s\n%s\n' "$heads" "$row" | tr ',' ';' > corpus/sheet/semicolons
printf '\001viec,bo-a,2024-06-25,in-progress,60%%,chưa rõ,"a\nb",Quyết định,12/QĐ,https://vidu.example/1,2024-05\n' > corpus/sheet/heads
printf '\002<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><r><t>vi</t></r><r><t>ec</t></r><rPh><t>x</t></rPh></is></c><c r="B2" t="str"><f>A1</f><v>a_x000B_&amp;b</v></c></row></sheetData></worksheet>' > corpus/sheet/sheet
printf '\003<sst count="3" uniqueCount="3"><si><t>task</t></si><si><r><t xml:space="preserve">report </t></r><r><t>in words</t></r></si><si><t>viec</t></si></sst>' > corpus/sheet/texts
printf '\004<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[Red]0.0%%;\\-0"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs></styleSheet>' > corpus/sheet/formats
printf '\005<workbook><workbookPr date1904="1"/><sheets><sheet name="a" r:id="a"/><sheet name="b" r:id="a"/></sheets></workbook>' > corpus/sheet/workbook
printf '\006<Relationships><Relationship Id="a" Type="x/worksheet" Target="/xl/../xl/s.xml"/></Relationships>' > corpus/sheet/relations
printf '\007tviec|tbo-a|/45468|tĐang thực hiện|%%0.6|/45460|tĐã xong|tQuyết định|#12|thttps://vidu.example/1|#2024\ns2||!#REF!|=A1|?1|d2024-06-25|00.5\n' > corpus/sheet/cells
echo "$(find corpus -type f | wc -l) seeds in fuzz/corpus"
