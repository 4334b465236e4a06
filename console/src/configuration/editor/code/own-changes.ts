/**
 * What was typed comes back as the page's text once it is drawn, and on a busy machine more was typed meanwhile: it must not take the place
 * of that, nor of the cursor.
 */
export interface OwnChanges {
  readonly note: (text: string) => void
  /** True for a text that was typed here and is drawn now; what comes from elsewhere takes the place of all that was typed. */
  readonly take: (text: string) => boolean
}

export function createOwnChanges(): OwnChanges {
  let notDrawn: readonly string[] = []
  return {
    note: (text) => {
      notDrawn = [...notDrawn, text]
    },
    take: (text) => {
      const at = notDrawn.indexOf(text)
      notDrawn = at === -1 ? [] : notDrawn.slice(at + 1)
      return at !== -1
    },
  }
}
