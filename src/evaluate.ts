import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { evaluateDatesFile } from './evaluation/dates.ts';
import { evaluateExpertsFile } from './evaluation/experts.ts';
import { evaluateGuardFile } from './evaluation/guard.ts';
import { evaluateIntentsFile } from './evaluation/intents.ts';

export type EvaluateDeps = Readonly<{
  /** The file's text, read as UTF-8. */
  readFile(file: string): Promise<string>;
  print(line: string): void;
  printError(line: string): void;
}>;

const usage = `Usage: npm run evaluate -- experts|intents|dates|guard <file.json>

experts   how well experts are found: profiles ({id, region, text}) and requests ({text, relevant: {"<id>": 1 or 2}})
intents   how well sentences are understood: intents ({"<intent>": {"<kind>": [sentence]}}), outOfScope, none ([sentence])
dates     how well dates are read: reference (a moment in the Netherlands), cases ([sentence, day, [day, day] or null])
guard     how well personal data is found: positive (sentences with {{BSN:…}}, {{IBAN:…}} …), negative ([sentence])

The answer is one JSON object.`;

/** Each throws with all that is wrong with its file. */
const evaluations: Readonly<Record<string, (text: string) => unknown>> = {
  experts: evaluateExpertsFile,
  intents: evaluateIntentsFile,
  dates: evaluateDatesFile,
  guard: evaluateGuardFile,
};

/** The answer is the exit code: 1 for a file that is not right, 2 for a command that is not. */
export async function evaluateCommand(args: readonly string[], deps: EvaluateDeps): Promise<number> {
  const [what = '', file, ...more] = args;
  const evaluate = Object.hasOwn(evaluations, what) ? evaluations[what] : undefined;
  if (evaluate === undefined || file === undefined || more.length > 0) {
    deps.printError(usage);
    return 2;
  }
  try {
    deps.print(JSON.stringify(evaluate(await deps.readFile(file)), undefined, 2));
    return 0;
  } catch (error) {
    deps.printError(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
}

async function main(): Promise<number> {
  // npm starts this in the project's folder; the file is named from where the person is.
  const from = process.env['INIT_CWD'] ?? process.cwd();
  return evaluateCommand(process.argv.slice(2), {
    readFile: (file) => readFile(path.resolve(from, file), 'utf8'),
    print: (line) => process.stdout.write(`${line}\n`),
    printError: (line) => process.stderr.write(`${line}\n`),
  });
}

if (import.meta.main) process.exitCode = await main();
