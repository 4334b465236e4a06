import { fileURLToPath } from 'node:url'

import { buildApplication } from '../test/fixture-package.ts'

const SOURCE = fileURLToPath(new URL('./desk-booking', import.meta.url))

/** The packed sample, built when its sources have changed: `now-sdk build && now-sdk pack`, which leaves it in `target/`. */
export async function packedApp(): Promise<string> {
  const { zip } = await buildApplication(SOURCE, 'x_acme_desk_1_0_0.zip')
  return zip
}
