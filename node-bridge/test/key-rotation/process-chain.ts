import { type ChainExpectation, findNews, type Link, requireChain } from '../../src/key-rotation/rotation-statement.ts'

/** Both steps in a row; the node counts what a peer may change in between. */
export async function processChain(chain: readonly string[], expected: ChainExpectation): Promise<readonly Link[]> {
  const news = findNews(chain, expected)
  await requireChain(news, expected)
  return news
}
