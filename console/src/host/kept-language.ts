const KEY = 'accord-language'

type Storage = Pick<Window, 'localStorage'>

/** The language that somebody has chosen in this browser; a browser that keeps nothing has none. */
export function keptLanguage(page: Storage): string | undefined {
  try {
    return page.localStorage.getItem(KEY) ?? undefined
  } catch {
    return undefined
  }
}

export function keepLanguage(page: Storage, language: string): void {
  try {
    page.localStorage.setItem(KEY, language)
  } catch {
    // Then it holds for the open page.
  }
}
