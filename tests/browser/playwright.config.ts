import path from 'node:path'
import { defineConfig } from '@playwright/test'
import { findBrowser } from './find-browser.ts'

const { executablePath, args } = await findBrowser()

/** Stories that start companies of their own, in two halves of about the same length; all others share one demo. */
const OWN_COMPANIES = /(?:readme|sync)\.story\.ts$/
const OTHER_COMPANIES = /(?:catalogue|instance-page|rules|setup|sub-path)\.story\.ts$/

export default defineConfig({
  testDir: '.',
  testMatch: '*.story.ts',
  outputDir: '../../test-results/browser',
  // One demo serves all stories of a kind, in the order of the files: a company is set up once.
  workers: 3,
  globalSetup: './one-at-a-time.ts',
  projects: [
    { name: 'one demo', testIgnore: [OWN_COMPANIES, OTHER_COMPANIES], workers: 1 },
    { name: 'own companies', testMatch: OWN_COMPANIES, workers: 1 },
    { name: 'other companies', testMatch: OTHER_COMPANIES, workers: 1 },
  ],
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 45_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: path.resolve(process.env['STORIES_REPORT'] ?? 'test-results/playwright.json') }],
  ],
  use: {
    browserName: 'chromium',
    headless: true,
    launchOptions: { executablePath, args: [...args] },
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/Brussels',
    // What fades in has too little contrast for a moment, which is not what is checked.
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    permissions: ['clipboard-read', 'clipboard-write'],
  },
})
