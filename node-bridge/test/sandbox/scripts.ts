import type { Answerer, Failure, Outcome, Prelude, Run, Sandbox, Script } from '../../src/sandbox/index.ts'

/** Gives a script the sandbox's own words. */
export const WORDS: Prelude = {
  name: 'words',
  code: `import { lookup, step, prefetch, stop, log } from 'sandbox'
export { lookup, step, prefetch, stop, log }`,
}

/** JavaScript as it is, without the way by the parser of TypeScript. */
export const plain = (code: string): Script => ({ name: 'rules.ts', source: code, code })

/** Runs the body of a function `(input) => …`. */
export const runBody = (sandbox: Sandbox, body: string, more: Partial<Run> = {}, answer?: Answerer): Promise<Outcome> =>
  sandbox.run(
    {
      script: plain(
        `import { lookup, step, prefetch, stop, log } from 'words'\nexport default (input) => {\n${body}\n}`,
      ),
      prelude: WORDS,
      input: '{}',
      ...more,
    },
    answer,
  )

/** What became of a run in one word, for a table: the failure's code, or the text. */
export const inShort = (outcome: Outcome): string =>
  outcome.kind === 'failed' ? outcome.failure.code : `${outcome.kind} ${outcome.text}`

export const failureOf = (outcome: Outcome): Failure => {
  if (outcome.kind !== 'failed') throw new Error(`The run has not failed, but ${outcome.kind} ${outcome.text}.`)
  return outcome.failure
}
