/** `npm run conformance -- --url …`: checks a node by PROTOCOL.md over HTTP. See README.md beside this folder. */
import { checkDiscovery } from './check-discovery.ts'
import { HELP, type Options, readOptions } from './options.ts'
import { playDestination } from './play-destination.ts'
import { playPrivateSource } from './play-private-source.ts'
import { playSource } from './play-source.ts'
import { Report } from './report.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

async function run({ url, code, invite }: Options): Promise<number> {
  const report = new Report(say)
  say(`Conformance of ${url} with PROTOCOL.md, version 1`)
  const found = await checkDiscovery(report, url)
  if (found && code !== undefined) await playDestination(report, code, found)
  if (found && invite?.listen) await playSource(report, invite, invite.listen, found)
  else if (found && invite) await playPrivateSource(report, invite, found)
  report.close()
  return report.failed.length === 0 ? 0 : 1
}

const options = readOptions(process.argv.slice(2))
if (options === 'help') say(HELP)
else if ('wrong' in options) {
  process.stderr.write(`${options.wrong} See --help.\n`)
  process.exitCode = 2
} else process.exitCode = await run(options)
