const LINE = '─'.repeat(78)

/** What the person at the terminal reads. The link is a secret until it is used: standard output, never the log. */
export const consoleNotice = ({ url, expiresAt }: { readonly url: string; readonly expiresAt: string }): string => `
${LINE}
 The node's own console, for operators and for a side that is no ServiceNow:
 the next line makes you its admin. It works once, until ${expiresAt}.

   ${url}

 For a new one run: accord console link
${LINE}

`
