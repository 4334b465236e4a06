import { call, honest } from './host.ts'
import { caller, currentScope, hasRole } from './transaction.ts'

/** The user of the transaction, as gs.getUser() gives it. */
export class GlideUser {
  getID(): string {
    return caller().userSysId
  }
  getName(): string {
    return caller().userName
  }
  getUserName(): string {
    return caller().userName
  }
  getDisplayName(): string {
    return caller().displayName
  }
  getFullName(): string {
    return caller().displayName
  }
  getFirstName(): string {
    return call<string>('user.field', { field: 'first_name' })
  }
  getLastName(): string {
    return call<string>('user.field', { field: 'last_name' })
  }
  getEmail(): string {
    return caller().email
  }
  getCompanyID(): string {
    return call<string>('user.field', { field: 'company' })
  }
  getRoles(): string[] {
    return [...caller().roles]
  }
  getUserRoles(): string[] {
    return this.getRoles()
  }
  hasRole(names: unknown): boolean {
    return hasRole(String(names))
  }
  isMemberOf(group: unknown): boolean {
    return call<boolean>('user.isMemberOf', { group: String(group) })
  }
}
honest('GlideUser', GlideUser)

export class GlideSession {
  static get(): GlideSession {
    return new GlideSession()
  }
  getSessionToken(): string {
    return call<string>('session.token')
  }
  getSessionID(): string {
    return caller().sessionId
  }
  putClientData(name: unknown, value: unknown): void {
    call('session.putClientData', { name: String(name), value: String(value) })
  }
  getClientData(name: unknown): string | null {
    return call<string | null>('session.getClientData', { name: String(name) })
  }
  clearClientData(name: unknown): void {
    call('session.putClientData', { name: String(name) })
  }
  isLoggedIn(): boolean {
    return caller().kind === 'user'
  }
  isInteractive(): boolean {
    return caller().sessionId !== ''
  }
  getLanguage(): string {
    return caller().language
  }
  getTimeZoneName(): string {
    return caller().manners.zone
  }
  getCurrentApplicationId(): string {
    return call<string>('scope.id', { scope: currentScope() })
  }
}
honest('GlideSession', GlideSession)
