import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

export const HELP = `npm run conformance -- --url URL [--code CODE | --code-file FILE]
npm run conformance -- --url URL --invite (--listen URL | --private) [--rekey] [--wait SECONDS]

Checks a node of any make by PROTOCOL.md, over HTTP, as the other node would see it.

  --url URL         public URL of the node under test, as its discovery names it
  --code CODE       an invitation code of that node. The runner plays B: it redeems and
                    confirms it, tries what must be refused, and ends the connection.
                    Issue it without the destination's URL, so that it is bound to nobody.
  --code-file FILE  the same from a file; - reads it from standard input
  --invite          the runner plays A: it prints a code, which you accept at the node
                    under test, and checks the redeem and the confirmation that follow
  --listen URL      where the node under test reaches the runner, such as
                    http://127.0.0.1:9300 or an https URL that a proxy leads there
  --port PORT       port of this machine for --listen; that of its URL when absent
  --private         in the place of --listen: the runner plays a source that nobody can
                    call (§5.12). It fetches the redeem and settles it
  --rekey           once connected, the runner prints a second code, which renews the
                    keys of the connection (§5.11); you accept it, too
  --wait SECONDS    for how long an acceptance is waited for; 300 when absent
  --help            this text

Without --code and --invite only discovery and what needs no secret are checked.
Each check is printed with its section. The exit status is 0 when all passed, 1 when one
failed, 2 when the runner was called wrongly. Nothing is left behind: the connection is
terminated, and the code is spent.
`

export interface Options {
  readonly url: string
  readonly code: string | undefined
  readonly invite: Invite | undefined
}

export interface Invite {
  /** Where the node under test reaches the runner; undefined: nowhere, the runner is private. */
  readonly listen: { readonly url: string; readonly port: number } | undefined
  readonly waitMs: number
  readonly rekey: boolean
}

/** What was asked for, `help`, or a sentence that says what is wrong. */
export function readOptions(words: readonly string[]): Options | 'help' | { readonly wrong: string } {
  try {
    return validate(parse(words))
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) }
  }
}

const parse = (words: readonly string[]) =>
  parseArgs({
    args: [...words],
    options: {
      url: { type: 'string' },
      code: { type: 'string' },
      'code-file': { type: 'string' },
      invite: { type: 'boolean', default: false },
      listen: { type: 'string' },
      private: { type: 'boolean', default: false },
      rekey: { type: 'boolean', default: false },
      port: { type: 'string' },
      wait: { type: 'string', default: '300' },
      help: { type: 'boolean', default: false },
    },
  }).values

function validate(values: ReturnType<typeof parse>): Options | 'help' {
  if (values.help) return 'help'
  if (!values.url) throw new Error('--url is missing: the public URL of the node under test.')
  const url = baseOf(values.url, '--url')
  const code = values.code ?? (values['code-file'] === undefined ? undefined : readCode(values['code-file']))
  if (code !== undefined && values.invite) throw new Error('--code and --invite exclude each other: one role a run.')
  if (!values.invite) return { url, code, invite: undefined }
  const seconds = Number(values.wait)
  if (!(seconds > 0)) throw new Error('--wait is a number of seconds.')
  return { url, code: undefined, invite: { listen: placeOf(values), waitMs: seconds * 1000, rekey: values.rekey } }
}

function placeOf(values: ReturnType<typeof parse>): Invite['listen'] {
  if (values.private && values.listen) throw new Error('--private and --listen exclude each other.')
  if (values.private) return undefined
  if (!values.listen)
    throw new Error('--invite needs --listen: where the node under test reaches the runner; or --private.')
  const listen = baseOf(values.listen, '--listen')
  const port = Number(values.port ?? new URL(listen).port)
  if (!(Number.isInteger(port) && port > 0 && port < 65_536)) throw new Error('--listen names no port: add --port.')
  return { url: listen, port }
}

const readCode = (file: string): string => readFileSync(file === '-' ? 0 : file, 'utf8').trim()

function baseOf(text: string, option: string): string {
  const url = URL.parse(text)
  if (!url || !/^https?:$/u.test(url.protocol)) throw new Error(`${option} is no http or https URL: ${text}`)
  return text.replace(/\/+$/u, '')
}
