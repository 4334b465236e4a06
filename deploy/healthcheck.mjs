// Exit code 0 when the node beside it is well. Without a parameter it asks whether the process runs (readHealth);
// `readReadiness` asks whether it can do its work.
import { OPERATIONS } from '@accord/shared/contracts'

const WITHIN_MS = 4000

const wanted = process.argv[2] ?? 'readHealth'
const { path } = OPERATIONS[wanted]
const url = `http://127.0.0.1:${process.env.ACCORD_PORT ?? 8443}${path}`

try {
  const { status } = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(WITHIN_MS) })
  if (status !== 200) throw new Error(`it answered ${status}`)
} catch (error) {
  process.stderr.write(`${wanted}: ${url}: ${error.message}\n`)
  process.exitCode = 1
}
