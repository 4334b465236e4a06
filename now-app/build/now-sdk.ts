import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** keys.ts is frozen and lacks the id of a record. */
export class KeysOutOfDate extends Error {}

/** Runs one command of the Now SDK in `directory`; throws with everything it printed when it fails, `KeysOutOfDate` where that is why. */
export async function nowSdk(directory: string, ...parameters: readonly string[]): Promise<void> {
  const program = join(directory, 'node_modules', '@servicenow', 'sdk', 'bin', 'index.js')
  try {
    await run(process.execPath, [program, ...parameters], {
      cwd: directory,
      // NODE_ENV=test silences the SDK's telemetry and its look-up of newer versions.
      env: { ...process.env, NODE_ENV: 'test', NODE_OPTIONS: '' },
      maxBuffer: 64 * 1024 * 1024,
    })
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    const Reason = /Keys file is out-of-date/.test(stdout + stderr) ? KeysOutOfDate : Error
    throw new Reason(`now-sdk ${parameters.join(' ')} failed:\n${stdout}${stderr}`, { cause: error })
  }
}
