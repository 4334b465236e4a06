import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

interface Admin {
  readonly user: string
  readonly password: string
}

let lastInstallation: Promise<unknown> = Promise.resolve()

/** One at a time: each `now-sdk install` packs the app again, into the same place. */
export function installApp(instanceUrl: string, admin: Admin): Promise<void> {
  const installation = lastInstallation.then(() => install(instanceUrl, admin))
  lastInstallation = installation.catch(() => undefined)
  return installation
}

/** Deploys the packed app with the real `now-sdk install`; it takes its credentials from the environment only. */
async function install(instanceUrl: string, admin: Admin): Promise<void> {
  try {
    await run('now-sdk', ['install'], {
      timeout: 120_000,
      env: {
        ...process.env,
        NODE_ENV: 'test', // no telemetry, no version look-up
        SN_SDK_NODE_ENV: 'SN_SDK_CI_INSTALL',
        SN_SDK_INSTANCE_URL: instanceUrl,
        SN_SDK_USER: admin.user,
        SN_SDK_USER_PWD: admin.password,
      },
    })
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    throw new Error(`now-sdk could not install the app on ${instanceUrl}:\n${stdout}${stderr}`, { cause: error })
  }
}
