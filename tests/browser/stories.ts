import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test as base, type BrowserContext } from '@playwright/test'
import { CompanyPage } from './company-page.ts'
import { startDemo, type Demo, type DemoCompany } from './demo-process.ts'

interface Stories {
  readonly openAs: (company: DemoCompany, user?: string, password?: string) => Promise<CompanyPage>
}

interface SharedDemo {
  readonly demo: Demo
}

/** `demo`: two companies, paired, for all stories of a worker. `openAs`: a browser of its own for each person. */
export const test = base.extend<Stories, SharedDemo>({
  demo: [
    async ({ browserName }, use) => {
      const directory = mkdtempSync(path.join(tmpdir(), `accord-stories-${browserName}-`))
      try {
        const demo = await startDemo(directory, ['--port-base', '4760'])
        await use(demo)
        await demo.stop()
      } finally {
        rmSync(directory, { recursive: true, force: true })
      }
    },
    { scope: 'worker', timeout: 600_000 },
  ],
  openAs: async ({ browser }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (company, user, password) => {
      const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
      contexts.push(context)
      const person = new CompanyPage(await context.newPage(), company)
      await person.logIn(user, password)
      return person
    })
    for (const context of contexts) await context.close()
  },
})

export { expect } from '@playwright/test'
