import { BY_HAND, PROBES } from './catalogue.ts'
import { connect, type InstanceDetails } from './connect.ts'
import { outcomeOf, unknown, type Finding, type Outcome } from './finding.ts'
import { createInstanceClient, type InstanceClient } from './instance-client.ts'
import { createLedger, MARK, removeLeftOvers, rowsWith } from './ledger.ts'
import { ProbeError, type Options } from './options.ts'
import { until, type Bench, type Probe } from './probe.ts'
import { newPrivileges } from './new-privileges.ts'
import { createScriptRoom, NotInScope } from './script-room.ts'
import { signIn, type Visitor } from './visitor.ts'

export interface RowResult {
  readonly row: number
  readonly outcome: Outcome
  readonly findings: readonly Finding[]
}

export interface Report {
  readonly instance: InstanceDetails & { readonly url: string }
  readonly rows: readonly RowResult[]
  readonly byHand: Readonly<Record<number, string>>
  /** Of an earlier run; removed unless this is a dry one. */
  readonly leftOvers: readonly string[]
  /** What could not be removed, and why. */
  readonly kept: readonly string[]
  readonly wasBrokenOff: boolean
}

export interface Progress {
  began(facts: InstanceDetails, leftOvers: readonly string[]): void
  settled(result: RowResult): void
}

/** Asks every row and leaves the instance as it was. `brokenOff`: no further row is asked, and everything is tidied up. */
export async function runProbe(options: Options, brokenOff: AbortSignal, progress: Progress): Promise<Report> {
  const client = await createInstanceClient(options.url, options.credentials, brokenOff)
  const facts = await connect(client, options.scope)
  if (facts.isProduction && !options.evenProduction && !options.dryRun)
    throw new ProbeError(
      `${options.url} says that it is a production instance (glide.installation.production). Ask a developer instance, or\n` +
        'add --even-production.',
    )
  const { found, kept } = await removeLeftOvers(client, !options.dryRun)
  progress.began(facts, found)
  const rows: RowResult[] = []
  const wanted = PROBES.filter(({ row }) => options.only.length === 0 || options.only.includes(row))
  const privileges = await newPrivileges(client, facts.app)
  const allKept = [...kept]
  const visitor = onlyOnce(() => signIn(client, options.credentials))
  for (const probe of options.dryRun ? [] : wanted) {
    if (brokenOff.aborted) break
    const { result, kept: left } = await askRow(probe, { options, client, facts, visitor, brokenOff })
    allKept.push(...left)
    rows.push(result)
    progress.settled(result)
  }
  if (!options.dryRun) allKept.push(...(await privileges.remove()), ...(await removeLeftOvers(client, true)).kept)
  const instance = { ...facts, url: options.url }
  return { instance, rows, byHand: BY_HAND, leftOvers: found, kept: allKept, wasBrokenOff: brokenOff.aborted }
}

interface Parts {
  readonly options: Options
  readonly client: InstanceClient
  readonly facts: InstanceDetails
  readonly visitor: () => Promise<Visitor | undefined>
  readonly brokenOff: AbortSignal
}

/** Whatever happens while a row is asked, what it made is removed before the next one. */
async function askRow(probe: Probe, { options, client, facts, visitor, brokenOff }: Parts) {
  const { scope, timeoutMs } = options
  const mark = `${MARK}_${probe.row}_${crypto.randomUUID().slice(0, 8)}`
  const ledger = createLedger(client)
  const room = createScriptRoom({ client, ledger, mark, scope, app: facts.app })
  const untilLogged: Bench['untilLogged'] = (text) =>
    until(async () => (await rowsWith(client, 'syslog', 'message', 'LIKE', text))[0]?.['message'], timeoutMs, brokenOff)
  const bench: Bench = {
    client,
    room,
    ledger,
    mark,
    scope,
    app: facts.app,
    visitor,
    untilLogged,
    timeoutMs,
    brokenOff,
  }
  const findings =
    probe.needsApp && facts.app === undefined
      ? [unknown(`${scope} is not installed here: npm run install:app, then ask again`)]
      : await probe.ask(bench).catch((error: unknown) => [unknown(reasonOf(error))])
  const kept = await ledger.tidyUp()
  const result: RowResult = { row: probe.row, outcome: outcomeOf(findings), findings }
  return { result, kept }
}

const reasonOf = (error: unknown): string =>
  error instanceof NotInScope || error instanceof Error ? error.message : String(error)

function onlyOnce<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}
