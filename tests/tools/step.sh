# shellcheck shell=bash
# Runs the steps of a suite one after the other, times them and counts what they tested.

passed=0
failed=0
began=$SECONDS
summary=()

# step NAME COUNTER COMMAND...: COUNTER is how the command reports its tests: nothing, cargo, node or lines.
step() {
  local name=$1 counter=$2 start=$SECONDS status=0 log counts=
  shift 2
  log="$root/tests/out/$name.log"
  mkdir -p "${log%/*}"
  say "$name: $*"
  "$@" 2>&1 | tee "$log" || status=$?

  if [ "$counter" != nothing ]; then
    counts=$("count_$counter" <"$log")
    passed=$((passed + ${counts% *}))
    failed=$((failed + ${counts#* }))
    # A suite that ran no test has not passed.
    [ "$status" != 0 ] || [ "${counts% *}" != 0 ] || status=1
  fi
  summary+=("$(printf '%-12s %4d s  %s' "$name" $((SECONDS - start)) "${counts:+${counts% *} passed, ${counts#* } failed}")")
  [ "$status" = 0 ] && return 0

  finish
  # The reader of a cut-off log sees its end: so the end says what failed.
  grep -E -A 12 '^(failed|failures|error|not ok)' "$log" | tail -n 40 >&2 || true
  fail "the step '$name' failed; what it printed is in tests/out/$name.log"
}

# The table of steps, then the one line that sums up.
finish() {
  {
    say "steps"
    printf '%s\n' "${summary[@]}"
    printf '%-12s %4d s\n\n' total $((SECONDS - began))
    printf '%d passed, %d failed\n' "$passed" "$failed"
  } | tee "$root/tests/out/summary.txt"
}

# Each counter reads a log and prints "PASSED FAILED".
count_cargo() {
  awk '/^test result:/ { p += $4; f += $6 } END { print p + 0, f + 0 }'
}

count_node() {
  awk '/^(#|ℹ) pass / { p += $3 } /^(#|ℹ) fail / { f += $3 } END { print p + 0, f + 0 }'
}

count_lines() {
  awk '/^[0-9]+ passed, [0-9]+ failed/ { p += $1; f += $3 } END { print p + 0, f + 0 }'
}
