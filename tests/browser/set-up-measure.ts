import type { Page } from '@playwright/test'

/** What a person has done on the page so far. */
export interface Effort {
  readonly clicks: number
  readonly fields: number
}

const NONE = '{"clicks":0,"fields":0}'

/** Counts in the page, also across reloads. A field that is filled, by hand or by a paste, reports once when it is left. */
const COUNT = `
  const add = (name) => {
    const effort = JSON.parse(localStorage.getItem('story-effort') ?? '${NONE}')
    localStorage.setItem('story-effort', JSON.stringify({ ...effort, [name]: effort[name] + 1 }))
  }
  addEventListener('click', () => add('clicks'), true)
  addEventListener('change', () => add('fields'), true)
`

/** To be called before the page is opened. */
export const countEffort = (page: Page): Promise<unknown> => page.addInitScript({ content: COUNT })

export const readEffort = async (page: Page): Promise<Effort> =>
  JSON.parse((await page.evaluate<string | null>("localStorage.getItem('story-effort')")) ?? NONE) as Effort
