import path from 'node:path'
import { defineConfig } from '@playwright/test'

import { findBrowser } from '../../tests/browser/find-browser.ts'
import { packedApp } from './packed-app.ts'

const { executablePath, args } = await findBrowser()
const port = 4910
const baseURL = `http://127.0.0.1:${port}`

export default defineConfig({
  testDir: '.',
  testMatch: '*.story.ts',
  outputDir: '../../test-results/examples',
  workers: 1,
  forbidOnly: true,
  reporter: [
    ['list'],
    ['json', { outputFile: path.resolve(process.env['STORIES_REPORT'] ?? 'test-results/examples.json') }],
  ],
  use: {
    baseURL,
    browserName: 'chromium',
    launchOptions: { executablePath, args: [...args] },
    screenshot: 'only-on-failure',
  },
  // One command starts an instance with the application; Playwright ends it after the stories.
  webServer: {
    command: `accord-instance --port ${port} --scheduler-delay 0 --app ${await packedApp()} --user dora:dora:x_acme_desk.user`,
    url: `${baseURL}/login.do`,
    timeout: 120_000,
  },
})
