import { eachInFlight } from '../load/in-flight.ts'
import type { PreparedRequest } from '../load/load.ts'
import type { Acceptor } from './acceptor.ts'
import type { BenchNode } from './bench-node.ts'
import { invite } from './invite.ts'

/** As many invitations of the source, each with the redeem that spends it; nothing is sent yet but the invitations. */
export function prepareRedeems(source: BenchNode, acceptor: Acceptor, count: number): Promise<PreparedRequest[]> {
  return eachInFlight(Array.from({ length: count }), 8, async () => {
    const { code } = await invite(source)
    return (await acceptor.prepareRedeem(code)).request
  })
}
