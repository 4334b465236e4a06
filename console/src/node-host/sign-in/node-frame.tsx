import type { ReactNode } from 'react'
import { useSignal } from '../../host/signal.ts'
import { linkToken } from './link-token.ts'
import { SignInDialog } from './sign-in-dialog.tsx'
import { WelcomePage } from './welcome-page.tsx'

/** A set-up link comes before everything; a session that ended is renewed over the page, which keeps what was typed. */
export function NodeFrame({ children }: { readonly children: ReactNode }) {
  const token = useSignal(linkToken)
  if (token !== undefined) return <WelcomePage key={token} token={token} />
  return (
    <>
      {children}
      <SignInDialog />
    </>
  )
}
