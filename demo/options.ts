import { parseArgs } from 'node:util'

export interface DemoOptions {
  readonly portBase: number
  readonly directory: string
  readonly fresh: boolean
  readonly pair: boolean
  readonly json: boolean
  /** Of the simulated instances, in milliseconds; as the simulator has it when absent. */
  readonly schedulerDelay?: string
}

export const HELP = `npm start -- [options]

Starts two companies on this machine, each with a simulated ServiceNow instance and a bridge node of its own, and a third
that has no ServiceNow: its node's own console is its console.

  --port-base N    first of the ports N, N+1 (company A), N+10, N+11 (company B), N+21 (company C); default 4710
  --directory DIR  where databases, keys and logs live; default .demo
  --fresh          forget an earlier demo in that directory
  --no-pairing     leave the pairing to you: the codes are printed, Accord → Set-up takes them
  --scheduler-delay MS  how long the instances' background jobs wait; default 1000, as on a quiet instance
  --json           print one line of JSON with the addresses when all is up
  --help           this text
`

/** Command line → options. Throws a sentence that names the option that is wrong. */
export function readOptions(argv: readonly string[]): DemoOptions | 'help' {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      'port-base': { type: 'string', default: '4710' },
      directory: { type: 'string', default: '.demo' },
      fresh: { type: 'boolean', default: false },
      'no-pairing': { type: 'boolean', default: false },
      'scheduler-delay': { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return 'help'
  const portBase = Number(values['port-base'])
  if (!Number.isInteger(portBase) || portBase < 1024 || portBase > 65_000) {
    throw new Error(`--port-base takes a number from 1024 to 65000, not ${values['port-base']}`)
  }
  const { directory, fresh, json, 'scheduler-delay': schedulerDelay } = values
  const usual = { portBase, directory, fresh, pair: !values['no-pairing'], json }
  return schedulerDelay === undefined ? usual : { ...usual, schedulerDelay }
}
