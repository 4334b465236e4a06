import type { Response } from 'express'

import { ANSWER_SIGNATURE_HEADER } from '../nodes/answer-signature.ts'

/** Signs the exact bytes of an answer; undefined where it needs no signature, or nobody asked in a way that could be named. */
export type AnswerSigner = (status: number, body: Uint8Array) => Promise<string | undefined>

const signers = new WeakMap<Response, AnswerSigner>()

/** Makes every answer to this request signed from here on, refusals included. */
export const signAnswerBy = (response: Response, signer: AnswerSigner): void => void signers.set(response, signer)

/** Sends JSON; the signature, where there is one, is over its bytes. */
export async function sendAnswer(
  response: Response,
  status: number,
  value: unknown,
  contentType = 'application/json',
): Promise<void> {
  const body = Buffer.from(JSON.stringify(value))
  const signature = await signers.get(response)?.(status, body)
  if (signature !== undefined) response.setHeader(ANSWER_SIGNATURE_HEADER, signature)
  response.status(status).setHeader('Content-Type', `${contentType}; charset=utf-8`)
  response.end(body)
}
