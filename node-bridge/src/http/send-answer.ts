import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import type { BytesAnswer } from '@accord/shared/contracts'
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

/**
 * Sends bytes of a file. A part that was asked for by `Range` is 206 and signed where answers are; a whole file goes out as it is
 * read, no faster than it is taken.
 */
export async function sendBytes(response: Response, { contentType, bytes, parts, range }: BytesAnswer): Promise<void> {
  const signer = signers.get(response)
  response.setHeader('Content-Type', contentType)
  response.setHeader('Content-Length', String(bytes))
  if (range) {
    response.status(206)
    response.setHeader('Content-Range', `bytes ${range.from}-${range.from + bytes - 1}/${range.of}`)
  }
  if (!signer) return pipeline(Readable.from(parts), response)
  const body = await bytesOf(parts)
  const signature = await signer(response.statusCode, body)
  if (signature !== undefined) response.setHeader(ANSWER_SIGNATURE_HEADER, signature)
  response.end(body)
}

async function bytesOf(parts: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const part of parts) chunks.push(part)
  return Buffer.concat(chunks)
}
