import { writeFileSync } from 'node:fs'

import { createFixtures } from './build/fixtures.ts'

/** `npx node conformance/generate.ts`: writes every fixture anew. The same input gives the same files, to the byte. */
for (const [name, text] of await createFixtures()) writeFileSync(new URL(name, import.meta.url), text)
