/**
 * `npm start`: two companies on one machine, each a simulated instance with a real node, and a third that has a node only.
 * Nothing between them is bypassed.
 */
import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { type BridgeCompany, startBridgeCompany } from './bridge-company.ts'
import { buildApp, buildConsole } from './build.ts'
import { ADMIN, startCompany, type Company, type CompanyPlan } from './company.ts'
import { HELP, readOptions } from './options.ts'
import { requireFreePorts } from './ports.ts'

/** Where `npm run build:app` leaves the packed app. */
const PACKED_APP = 'target/accord.zip'
const startedAt = Date.now()
const say = (text: string) => process.stdout.write(`${text}\n`)
const progress = (text: string) => say(`  ${((Date.now() - startedAt) / 1000).toFixed(1).padStart(5)} s  ${text}`)

function welcome(companies: readonly Company[], third: BridgeCompany): void {
  say(
    '\nThree companies are ready. In each instance the user is admin, password admin (abel.tuter / abel may not connect).\n',
  )
  for (const { name, instanceUrl, nodeUrl } of companies) {
    say(`  ${name}\n    instance  ${instanceUrl}/navpage.do\n    node      ${nodeUrl}`)
  }
  say(`  ${third.name}, which has no ServiceNow\n    node      ${third.nodeUrl}`)
  tellConsoles([...companies, third])
  const [a, b] = companies
  const codes = companies.filter((company) => company.pairingCode)
  if (codes.length > 0) {
    say('\nNext: in each instance open Accord → Set-up and paste its pairing code.')
    for (const { name, pairingCode } of codes) say(`  ${name}: ${pairingCode}`)
    return
  }
  for (const line of nextSteps(a?.name ?? '', b?.name ?? '', b?.instanceUrl ?? '')) say(line)
}

/** The way to a first synced incident, as the README has it. */
const nextSteps = (a: string, b: string, urlOfB: string): readonly string[] => [
  '\nNext:',
  `  1 ${a}: Accord → Connections → Initiate Connection. Enter ${urlOfB}, choose Script, name both sides, copy the code.`,
  `  2 ${b}, in a private window, since a browser keeps one sign-in for both: Connections → Accept invitation, paste,`,
  '    Accept; then Configure Sync → Allow and publish.',
  `  3 ${a}: open the connection, Open in console, tab Sync, Configure Sync → Allow and publish.`,
  `  4 ${a}: Incident → Create New. Seconds later ${b} has it under Incident → Open.`,
  '\nCtrl+C stops everything; the next npm start goes on from there.\n',
]

/** Each node has a console of its own. */
function tellConsoles(nodes: readonly Pick<BridgeCompany, 'name' | 'nodeUrl' | 'consoleLink'>[]): void {
  say("\nThe nodes' own consoles. A link sets the password of the user admin; it works once, for 30 minutes.\n")
  for (const { name, nodeUrl, consoleLink } of nodes) say(`  ${name}\n    ${consoleLink ?? `${nodeUrl}/console/`}`)
}

/** Both or none: when one company cannot start, the other is stopped again. */
async function startAll(plans: readonly CompanyPlan[], pair: boolean): Promise<Company[]> {
  const outcomes = await Promise.allSettled(
    plans.map((plan) => startCompany(plan, { packedZip: PACKED_APP, pair, onProgress: progress })),
  )
  const started = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
  const failure = outcomes.find((outcome) => outcome.status === 'rejected')
  if (!failure) return started
  await Promise.all(started.flatMap((company) => company.services.map((service) => service.stop())))
  throw failure.reason
}

const describe = <Details extends { readonly services: BridgeCompany['services'] }>({
  services,
  ...details
}: Details) => ({
  ...details,
  pids: services.map(({ pid }) => pid),
})

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  if (options === 'help') {
    say(HELP)
    return
  }

  const plans = ['A', 'B'].map((letter, index) => ({
    name: `Company ${letter}`,
    key: letter.toLowerCase(),
    directory: path.join(options.directory, letter.toLowerCase()),
    schedulerDelay: options.schedulerDelay,
    instancePort: options.portBase + 10 * index,
    nodePort: options.portBase + 10 * index + 1,
  }))
  const third = {
    name: 'Company C',
    directory: path.join(options.directory, 'c'),
    nodePort: options.portBase + 21,
  }
  await requireFreePorts([...plans.flatMap((plan) => [plan.instancePort, plan.nodePort]), third.nodePort])
  if (options.fresh && existsSync(options.directory)) rmSync(options.directory, { recursive: true })

  say('Starting Accord …')
  progress((await buildApp()) === 'built' ? 'the app is built and packed' : 'the app was packed before')
  const pages = "the pages of the nodes' own consoles"
  progress(`${pages} ${(await buildConsole()) === 'built' ? 'are built' : 'were built before'}`)
  const bridgeOnly = await startBridgeCompany(third, progress)
  const companies = await startAll(plans, options.pair).catch(async (error: unknown) => {
    await Promise.all(bridgeOnly.services.map((service) => service.stop()))
    throw error
  })

  const stop = async () => {
    say('\nStopping …')
    const services = [...companies, bridgeOnly].flatMap((company) => company.services)
    await Promise.all(services.map((service) => service.stop()))
    process.exit(0)
  }
  process.once('SIGINT', () => void stop())
  process.once('SIGTERM', () => void stop())

  welcome(companies, bridgeOnly)
  if (options.json) {
    say(
      JSON.stringify({
        admin: ADMIN,
        companies: companies.map(describe),
        bridgeOnly: describe(bridgeOnly),
      }),
    )
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
