const LINE = '─'.repeat(78)

/** What the person at the terminal reads. It holds the code, so it goes to standard output and never to the log. */
export const pairingNotice = ({
  pairingCode,
  expiresAt,
}: {
  readonly pairingCode: string
  readonly expiresAt: string
}): string => `
${LINE}
 Pair this node with your ServiceNow instance: open Accord → Set-up there and
 paste the next line. It works once, until ${expiresAt}.

   ${pairingCode}

 For a new code run: accord pair --local
${LINE}

`
