import type { Command } from '../command.ts'

export const pair: Command = {
  name: 'pair',
  summary: 'Print a one-time code that pairs an instance with the node',
  usage: '',
  positionals: { min: 0, max: 0 },
  options: {},
  explain: {},
  run: async ({ node }) => {
    const answer = await node().call('issuePairingCode')
    const aside = [`Paste it in Accord → Set-up on the instance. It works once, until ${answer.expiresAt}.`]
    return { human: [answer.pairingCode], json: answer, aside }
  },
}
