import { readFileSync } from 'node:fs'

import { z } from 'zod'

const Manifest = z.object({ version: z.string() })
const manifest = new URL('../../package.json', import.meta.url)

/** Version of this release, as other nodes see it. */
export const NODE_VERSION: string = Manifest.parse(JSON.parse(readFileSync(manifest, 'utf8'))).version
