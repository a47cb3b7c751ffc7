#!/bin/bash
# Grades /grade/student with netgrade. Made by "netgrade export prairielearn".
set -u
root="${NETGRADE_ROOT:-/grade}"
mkdir -p "$root/results"
chmod 700 "$root/results" "$root/tests"
arguments=(udp-calculator "$root/student" --format prairielearn --output "$root/results/results.json")
if [ -d "$root/tests/assignments" ]; then arguments+=(--assignments "$root/tests/assignments"); fi
netgrade check "${arguments[@]}"
code=$?
if [ "$code" -gt 2 ] || [ ! -s "$root/results/results.json" ]; then
  echo '{"gradable": false, "format_errors": ["The grader failed. This is not your fault and costs no attempt; please tell your instructor."]}' \
    > "$root/results/results.json"
fi
