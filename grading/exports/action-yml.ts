/**
 * The composite action. It is the repository's own `action.yml` (a test keeps that file equal to this text), and
 * `netgrade export github` writes it into an assignment repository. Used from our repository it builds that very
 * version; used from a copy it installs `package`. Nothing of a workflow's text is pasted into a script, and the log of
 * student programs is fenced off from the runner's commands.
 */
export function actionYml(version: string): string {
  return `# Grades a submission with netgrade: annotations, step summary, outputs and a report to download.
name: netgrade
description: Grades network-programming coursework and explains every lost point
branding:
  icon: share-2
  color: blue

inputs:
  assignment:
    description: The assignment, such as udp-calculator
    required: true
  path:
    description: The folder or file with the programs
    default: .
  assignments:
    description: A folder with an instructor's own assignments
    default: ''
  fail:
    description: Whether the step fails when points are lost (true or false); it always fails when nothing could be graded
    default: 'true'
  classroom:
    description: Whether to leave results for the GitHub Classroom reporter (true or false)
    default: 'false'
  artifact:
    description: The name of the uploaded report; empty for none
    default: netgrade-report
  package:
    description: What to install where this file is a copy outside netgrade's own repository
    default: netgrade@${version}

outputs:
  score:
    description: The points earned
    value: \${{ steps.grade.outputs.score }}
  max-score:
    description: The points that full marks are worth
    value: \${{ steps.grade.outputs.max-score }}
  state:
    description: graded, or provisional where the grader itself failed
    value: \${{ steps.grade.outputs.state }}
  result:
    description: The path of the result as JSON (netgrade/result/v1), without what the instructor hides
    value: \${{ steps.grade.outputs.result }}

runs:
  using: composite
  steps:
    - uses: actions/setup-node@v6
      with:
        node-version: 22
        package-manager-cache: false

    # Ubuntu's runners forbid the namespaces in which each program is shut in; where this cannot be changed,
    # netgrade grades with less protection and says so.
    - name: Allow isolation
      if: runner.os == 'Linux'
      shell: bash
      run: |
        sudo -n sysctl -q -w kernel.apparmor_restrict_unprivileged_userns=0 || true
        command -v bwrap > /dev/null || { sudo -n apt-get update -q && sudo -n apt-get install -y -q bubblewrap; } || true

    # Outside the checkout, so that no file of the submission has a say in what is installed.
    - name: Install netgrade
      id: install
      shell: bash
      env:
        ACTION_PATH: \${{ github.action_path }}
        PACKAGE: \${{ inputs.package }}
      run: |
        if [ -f "$ACTION_PATH/package.json" ]; then
          cd "$ACTION_PATH"
          npm ci --no-audit --no-fund
          main="$ACTION_PATH/dist/grading/cli/main.js"
        else
          mkdir -p "$RUNNER_TEMP/netgrade"
          cd "$RUNNER_TEMP/netgrade"
          npm install --prefix . --no-audit --no-fund "$PACKAGE"
          main="$RUNNER_TEMP/netgrade/node_modules/netgrade/dist/grading/cli/main.js"
        fi
        echo "main=$main" >> "$GITHUB_OUTPUT"

    - name: Grade
      id: grade
      shell: bash
      env:
        MAIN: \${{ steps.install.outputs.main }}
        ASSIGNMENT: \${{ inputs.assignment }}
        SUBMISSION: \${{ inputs.path }}
        ASSIGNMENTS: \${{ inputs.assignments }}
        CLASSROOM: \${{ inputs.classroom }}
        RESULT: \${{ runner.temp }}/netgrade-result.json
        REPORT: \${{ runner.temp }}/netgrade-report
      run: |
        rm -rf "$REPORT" "$RESULT"
        mkdir -p "$REPORT"
        arguments=("$ASSIGNMENT" "$SUBMISSION" --json --output "$RESULT")
        if [ -n "$ASSIGNMENTS" ]; then arguments+=(--assignments "$ASSIGNMENTS"); fi
        token="$(node -p 'crypto.randomUUID()')"
        echo "::stop-commands::$token"
        code=0
        node "$MAIN" check "\${arguments[@]}" || code=$?
        echo
        echo "::$token::"
        echo "code=$code" >> "$GITHUB_OUTPUT"
        if [ ! -s "$RESULT" ]; then
          echo "::error title=netgrade::Nothing could be graded; the log says why."
          exit 2
        fi
        emit() { node "$MAIN" emit "$1" "$RESULT"; }
        emit json > "$REPORT/result.json"
        emit text > "$REPORT/report.txt"
        emit junit > "$REPORT/junit.xml"
        emit github-summary >> "$GITHUB_STEP_SUMMARY"
        emit github-output >> "$GITHUB_OUTPUT"
        echo "result=$REPORT/result.json" >> "$GITHUB_OUTPUT"
        if [ "$CLASSROOM" = true ]; then emit github-classroom >> "$GITHUB_ENV"; fi
        emit github

    - name: Upload the report
      if: always() && inputs.artifact != '' && steps.grade.outputs.result != ''
      uses: actions/upload-artifact@v6
      with:
        name: \${{ inputs.artifact }}
        path: \${{ runner.temp }}/netgrade-report

    - name: Verdict
      shell: bash
      env:
        CODE: \${{ steps.grade.outputs.code }}
        FAIL: \${{ inputs.fail }}
      run: |
        case "$CODE" in
          0) ;;
          1) if [ "$FAIL" = true ]; then exit 1; fi ;;
          *) exit 2 ;;
        esac
`;
}
