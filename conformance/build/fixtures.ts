import { createAnswerFixtures } from './answers.ts'
import { createCallbackFixtures } from './callbacks.ts'
import { createCodeFixtures } from './codes.ts'
import { createHandshakeFixtures } from './handshake.ts'
import { createHttpFixtures } from './http.ts'
import { createKeyFixtures } from './keys.ts'
import { createMessageFixtures } from './messages.ts'
import { createPauseFixtures } from './pauses.ts'
import { createPrivateSourceFixtures } from './private-source.ts'
import { createRequestFixtures } from './requests.ts'
import { createReviewFixtures } from './reviews.ts'
import { createRotationFixtures } from './rotation.ts'
import { createSyncExchangeFixtures } from './sync-exchanges.ts'
import { createSyncMessageFixtures } from './sync-messages.ts'
import { createSyncPairFixtures } from './sync-pairs.ts'
import { createTextFixtures } from './texts.ts'
import { createPairTransitionFixtures, createTransitionFixtures } from './transitions.ts'
import { createVersionFixtures } from './versions.ts'

/** File name and text of every fixture. */
export async function createFixtures(): Promise<ReadonlyMap<string, string>> {
  const fixtures = {
    'messages.json': createMessageFixtures(),
    'keys.json': createKeyFixtures(),
    'transitions.json': createTransitionFixtures(),
    'pauses.json': createPauseFixtures(),
    'texts.json': createTextFixtures(),
    'codes.json': await createCodeFixtures(),
    'reviews.json': await createReviewFixtures(),
    'versions.json': createVersionFixtures(),
    'handshake.json': await createHandshakeFixtures(),
    'requests.json': await createRequestFixtures(),
    'private-source.json': await createPrivateSourceFixtures(),
    'callbacks.json': createCallbackFixtures(),
    'answers.json': createAnswerFixtures(),
    'rotation.json': await createRotationFixtures(),
    'sync-transitions.json': createPairTransitionFixtures(),
    'sync-messages.json': await createSyncMessageFixtures(),
    'sync-exchanges.json': createSyncExchangeFixtures(),
    'sync-pairs.json': createSyncPairFixtures(),
    'http.json': await createHttpFixtures(),
  }
  return new Map(Object.entries(fixtures).map(([name, fixture]) => [name, `${asciiJson(fixture)}\n`]))
}

/** ASCII, so that the invisible characters of some pastes stay visible to whoever reads the file. */
const asciiJson = (value: unknown): string =>
  JSON.stringify(value, null, 2).replaceAll(
    /[\u007f-\uffff]/gu,
    (unit) => String.raw`\u` + unit.charCodeAt(0).toString(16).padStart(4, '0'),
  )
