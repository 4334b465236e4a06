import { hash, randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { parse } from 'cookie'
import type { Caller, RecordStore, RestIdentity, Row, Session, Sessions } from '../contracts.ts'
import { isPassword } from '../records/secret-box.ts'
import { BearerTokens } from './bearer-tokens.ts'
import { RoleGraph } from './role-graph.ts'
import { SessionLife } from './session-life.ts'
import { SessionRules } from './session-rules.ts'
import { guestCaller, systemCaller } from './system-callers.ts'

/** Everybody's logins, in memory: a restart logs all out. */
export class SessionRegistry implements Sessions {
  readonly system = systemCaller
  readonly guest = guestCaller
  readonly tokens: BearerTokens
  readonly #store: RecordStore
  readonly #roles: RoleGraph
  readonly #sessions = new Map<string, Session>()
  readonly #life: SessionLife
  readonly #cookieName: string
  #guestsBegun = 0
  readonly #passwordKey = randomBytes(32).toString('hex')
  /** Passwords that were right, as keyed hashes: basic authentication comes with every request. */
  readonly #proven = new Map<string, string>()

  /** Browsers share cookies between ports of one host, and two instances on 127.0.0.1 must not log each other out. */
  constructor(store: RecordStore, instanceName: string, now: () => number, rules = new SessionRules(false)) {
    this.#store = store
    this.#roles = new RoleGraph(store)
    this.#cookieName = `JSESSIONID_${instanceName.replace(/[^a-z0-9]/gi, '_')}`
    this.tokens = new BearerTokens(now)
    this.#life = new SessionLife(store, now, rules)
  }

  identify(request: IncomingMessage): RestIdentity {
    const authorization = request.headers.authorization
    if (authorization !== undefined) return this.#byAuthorization(authorization)
    const session = this.findSession(request)
    if (!session) return { kind: 'anonymous', caller: guestCaller }
    if (request.headers['x-usertoken'] === session.token)
      return { kind: 'caller', caller: this.callerOf(session), session }
    if (session.userSysId === '') return { kind: 'anonymous', caller: guestCaller }
    return { kind: 'refused', reason: 'A session cookie needs the X-UserToken header' }
  }

  findSession(request: IncomingMessage): Session | undefined {
    const id = parse(request.headers.cookie ?? '')[this.#cookieName]
    const session = id === undefined ? undefined : this.#sessions.get(id)
    if (session && this.#life.isOver(session.id)) return void this.logout(session)
    if (session && session.userSysId !== '' && !this.findCaller(session.userSysId)) return undefined
    return session
  }

  findById(sessionId: string): Session | undefined {
    return this.#sessions.get(sessionId)
  }

  login(userName: string, password: string): Session | undefined {
    const user = this.#findUser(userName, password)
    return user && this.#start(user['sys_id'] ?? '')
  }

  startGuestSession(): Session {
    return this.#start('')
  }

  /** For a person who has proven who it is by other means, e.g. a bearer token. */
  startSessionOf(userSysId: string): Session {
    return this.#start(userSysId)
  }

  /** Of a client that brought no cookie to the REST API; ends sooner than a person's. */
  startIntegrationSession(userSysId: string): Session {
    const session = this.#start(userSysId)
    this.#life.begin(session.id, 'integration')
    return session
  }

  /** Somebody is there: the session's idle time begins anew. */
  touch(session: Session): void {
    this.#life.touch(session.id)
  }

  get count(): number {
    return this.#sessions.size
  }

  /** Guests that are there, and all that ever came: a caller without a cookie is a new one each time. */
  get guests(): { readonly active: number; readonly begun: number } {
    const active = [...this.#sessions.values()].filter(({ userSysId }) => userSysId === '').length
    return { active, begun: this.#guestsBegun }
  }

  /** As after a restart of the instance's node: every cookie is unknown. */
  endAll(): void {
    for (const session of this.#sessions.values()) this.logout(session)
  }

  /** A guest's session whose browser proves who it is by other means becomes that person's, under a new id. */
  adoptGuestSession(request: IncomingMessage, response: ServerResponse, caller: Caller): void {
    const guest = this.findSession(request)
    if (!guest || guest.userSysId !== '') return
    this.logout(guest)
    this.attach(response, this.startSessionOf(caller.userSysId))
  }

  logout(session: Session): void {
    this.#sessions.delete(session.id)
    this.#life.end(session.id)
  }

  attach(response: ServerResponse, session: Session): void {
    response.appendHeader('Set-Cookie', `${this.#cookieName}=${session.id}; Path=/; HttpOnly; SameSite=Lax`)
  }

  callerOf(session: Session): Caller {
    const caller = session.userSysId === '' ? undefined : this.findCaller(session.userSysId)
    return { ...(caller ?? guestCaller), sessionId: session.id }
  }

  findCaller(userSysId: string): Caller | undefined {
    const user = this.#store.find('sys_user', userSysId)
    if (!user || !mayAct(user)) return undefined
    return { kind: 'user', userSysId, userName: user['user_name'] ?? '', roles: this.#roles.rolesOf(userSysId) }
  }

  /** A user by name and password; also what OAuth's password grant asks. */
  authenticate(userName: string, password: string): Caller | undefined {
    const user = this.#findUser(userName, password)
    return user && this.findCaller(user['sys_id'] ?? '')
  }

  #byAuthorization(header: string): RestIdentity {
    const [scheme = '', credentials = ''] = header.split(/\s+/, 2)
    const caller = scheme.toLowerCase() === 'bearer' ? this.#byBearer(credentials) : this.#byBasic(scheme, credentials)
    return caller ? { kind: 'caller', caller } : { kind: 'refused', reason: 'The credentials are wrong' }
  }

  #byBearer(token: string): Caller | undefined {
    const userSysId = this.tokens.userOf(token)
    return userSysId === undefined ? undefined : this.findCaller(userSysId)
  }

  #byBasic(scheme: string, credentials: string): Caller | undefined {
    if (scheme.toLowerCase() !== 'basic') return undefined
    const [userName = '', ...password] = Buffer.from(credentials, 'base64').toString('utf8').split(':')
    return this.authenticate(userName, password.join(':'))
  }

  #findUser(userName: string, password: string): Row | undefined {
    const [user] =
      userName === '' ? [] : this.#store.query('sys_user', { encoded: `user_name=${userName}`, limit: 1 }, systemCaller)
    if (!user || user['user_name'] !== userName || !mayAct(user)) return undefined
    const stored = user['user_password'] ?? ''
    const proof = hash('sha256', `${this.#passwordKey}\n${stored}\n${password}`, 'base64')
    if (this.#proven.get(userName) === proof) return user
    if (!isPassword(password, stored)) return undefined
    this.#proven.set(userName, proof)
    return user
  }

  #start(userSysId: string): Session {
    for (const over of this.#life.removeEnded()) this.#sessions.delete(over)
    const id = randomBytes(16).toString('hex').toUpperCase()
    const token = randomBytes(36).toString('hex')
    if (userSysId === '') this.#guestsBegun += 1
    const session: Session = { id, userSysId, token, clientData: new Map(), messages: [] }
    this.#sessions.set(id, session)
    this.#life.begin(id, 'person')
    return session
  }
}

const mayAct = (user: Row) => user['active'] === '1' && user['locked_out'] !== '1'
