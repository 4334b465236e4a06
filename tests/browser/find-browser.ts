import { existsSync } from 'node:fs'

/** Where Debian, other distributions, macOS and Windows put a Chromium that can run the stories. */
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

const QUIET = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export interface Browser {
  readonly executablePath: string
  readonly args: readonly string[]
}

/** ACCORD_TEST_BROWSER, a browser of the machine, or the one that npm brought. There is no fourth way and no skipping. */
export async function findBrowser(): Promise<Browser> {
  const named = process.env.ACCORD_TEST_BROWSER
  if (named && named !== 'npm') {
    if (!existsSync(named)) throw new Error(`ACCORD_TEST_BROWSER names ${named}, and there is nothing.`)
    return { executablePath: named, args: QUIET }
  }
  const installed = named === 'npm' ? undefined : PLACES.find((place) => existsSync(place))
  if (installed) return { executablePath: installed, args: QUIET }
  const { default: packed } = await import('@sparticuz/chromium')
  // Its own arguments are for a lambda: one process for everything, which dies with several pages, and no web security.
  return { executablePath: await packed.executablePath(), args: QUIET }
}
