/** A style sheet that never answers must not keep the page blank. */
const TIMEOUT_MS = 4_000

const loaded = (link: HTMLLinkElement): Promise<void> =>
  link.sheet
    ? Promise.resolve()
    : new Promise((resolve) => {
        link.addEventListener('load', () => resolve(), { once: true })
        link.addEventListener('error', () => resolve(), { once: true })
      })

/** The SDK adds style sheets by script, after the page: drawing before they arrive would flash unstyled. */
export async function styleSheetsLoaded(page: Document): Promise<void> {
  const links = [...page.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')]
  const timeout = new Promise<void>((resolve) => setTimeout(resolve, TIMEOUT_MS))
  await Promise.race([Promise.all(links.map(loaded)), timeout])
}
