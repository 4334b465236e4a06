import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { startShelf, type ShelfInstance } from '../shelf-instance.ts'

const base = '/api/x_acme_shelf/shelf'
let shelf: ShelfInstance
let number: string
let sysId: string

beforeAll(async () => {
  shelf = await startShelf()
  const book = shelf.book({ title: 'Emma', state: 'in', price: '9' })
  number = book['number'] ?? ''
  sysId = book['sys_id'] ?? ''
}, 120_000)
afterAll(() => shelf?.close())

const send = (body: string, type: string, method = 'POST') =>
  shelf.fetch(`${base}/loans`, { as: 'libby', method, body, headers: { 'content-type': type } })

describe('who is let in', () => {
  test('a route with authentication refuses nobody in particular and wrong passwords with 401', async () => {
    const nobody = await shelf.fetch(`${base}/books/${number}`)
    expect(nobody.status).toBe(401)
    expect(await nobody.json()).toMatchObject({ error: { message: 'User Not Authenticated' }, status: 'failure' })
    const wrong = await shelf.fetch(`${base}/books/${number}`, {
      headers: { authorization: `Basic ${btoa('libby:no')}` },
    })
    expect(wrong.status).toBe(401)
  })

  test("a user without the ACL's role is refused with 403, one with it is let in", async () => {
    expect((await shelf.fetch(`${base}/books/${number}`, { as: 'rita' })).status).toBe(403)
    expect((await shelf.fetch(`${base}/books/${number}`, { as: 'libby' })).status).toBe(200)
  })

  test('a route without authentication and authorization is public: the guest runs it', async () => {
    const response = await shelf.fetch(`${base}/public/who`, { headers: { 'X-Agent': 'probe' } })
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ result: { user: 'guest', agent: 'probe' } })
  })
})

describe('what a route answers', () => {
  test('setBody comes wrapped in result; query parameters are arrays', async () => {
    const response = await shelf.fetch(`${base}/books/${number}?verbose=yes&verbose=no`, { as: 'libby' })
    expect(response.headers.get('content-type')).toMatch(/^application\/json/)
    expect(await response.json()).toMatchObject({ result: { title: 'Emma', verbose: 'yes' } })
  })

  test('status, headers and a body with parsed JSON', async () => {
    const response = await shelf.fetch(`${base}/loans`, {
      as: 'libby', method: 'POST', body: JSON.stringify({ number }), headers: { 'content-type': 'application/json' },
    }) // prettier-ignore
    expect(response.status).toBe(201)
    expect(response.headers.get('location')).toBe(`${base}/books/${number}`)
    expect(await response.json()).toEqual({ result: { state: 'out' } })
    expect(shelf.bookNow(sysId)['state']).toBe('out')
  })

  test('the stream writer sends raw text under its own content type', async () => {
    const response = await shelf.fetch(`${base}/stream`, { as: 'libby', headers: { accept: 'text/plain' } })
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/)
    expect(await response.text()).toBe('line one\nline two\n')
  })

  test('a body that is no JSON is 400, a media type that the route does not take 415, another method 405', async () => {
    expect((await send('{', 'application/json')).status).toBe(400)
    expect((await send('a=1', 'application/x-www-form-urlencoded')).status).toBe(415)
    expect((await send('{}', 'application/json', 'PUT')).status).toBe(405)
  })

  test('a path that no route has is 400 "does not represent any resource"', async () => {
    const response = await shelf.fetch(`${base}/nowhere`, { as: 'libby' })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ error: { message: 'Requested URI does not represent any resource' } })
  })
})
