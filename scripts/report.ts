/** What a check found: one line each, `path:line what is wrong`. */
export type Findings = readonly string[];

/** Prints a check's findings and sets the exit code; silent success would look like a check that did not run. */
export function report(subject: string, findings: Findings, looked: string): void {
  for (const finding of findings) console.error(finding);
  if (findings.length > 0) {
    console.error(`${subject}: ${findings.length} to mend`);
    process.exitCode = 1;
  } else console.log(`${subject}: ${looked}, nothing to mend`);
}

/** The line (from 1) on which a position of a text lies. */
export function lineAt(text: string, position: number): number {
  let line = 1;
  for (let i = text.indexOf('\n'); i !== -1 && i < position; i = text.indexOf('\n', i + 1)) line++;
  return line;
}
