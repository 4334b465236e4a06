import type { Request, Response } from 'express'
import type { SessionRegistry } from '../access/session-registry.ts'
import { systemCaller } from '../access/system-callers.ts'
import type { RecordStore, Row } from '../contracts.ts'

type Fields = Readonly<Record<string, string | undefined>>

const clientCredentialsSwitch = 'glide.oauth.inbound.client.credential.grant_type.enabled'

/** `POST /oauth_token.do`: password, refresh and client-credentials grants for the clients in oauth_entity. */
export function answerOauthToken(
  store: RecordStore,
  sessions: SessionRegistry,
  request: Request,
  response: Response,
): void {
  const fields = (request.body ?? {}) as Fields
  const client = findClient(store, fields)
  if (!client) return refuse(response, 'invalid_client')
  const user = grantedUser(store, sessions, client, fields)
  if (user === undefined) return refuse(response, 'access_denied')
  const clientId = client['client_id'] ?? ''
  const isRenewal = fields['grant_type'] === 'refresh_token'
  const issued = isRenewal ? sessions.tokens.renew(user, clientId) : sessions.tokens.issue(user, clientId)
  response.json({
    access_token: issued.accessToken,
    scope: 'useraccount',
    token_type: 'Bearer',
    expires_in: issued.expiresInSeconds,
    ...(fields['grant_type'] === 'client_credentials' ? {} : { refresh_token: issued.refreshToken }),
  })
}

function findClient(store: RecordStore, fields: Fields): Row | undefined {
  const all = store.query('oauth_entity', { encoded: 'active=true' }, systemCaller)
  const secret = fields['client_secret'] ?? ''
  return all.find(
    (row) =>
      row['client_id'] === fields['client_id'] && secret !== '' && store.decrypt(row['client_secret'] ?? '') === secret,
  )
}

function grantedUser(store: RecordStore, sessions: SessionRegistry, client: Row, fields: Fields): string | undefined {
  switch (fields['grant_type']) {
    case 'password':
      return sessions.authenticate(fields['username'] ?? '', fields['password'] ?? '')?.userSysId
    case 'refresh_token':
      return sessions.tokens.userOfRefresh(fields['refresh_token'] ?? '', client['client_id'] ?? '')
    case 'client_credentials':
      return store.property(clientCredentialsSwitch) === 'true' ? client['user'] || undefined : undefined
    default:
      return undefined
  }
}

function refuse(response: Response, description: string): void {
  const error = description === 'invalid_client' ? 'invalid_client' : 'server_error'
  response.status(401).json({ error, error_description: description })
}
