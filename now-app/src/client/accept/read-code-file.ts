/** What the node takes at most; a larger file is no invitation. */
const MAX_BYTES = 65_536

/** The text of a file, or undefined when it is too large. */
export const readCodeFile = async (file: Blob): Promise<string | undefined> =>
  file.size > MAX_BYTES ? undefined : file.text()
