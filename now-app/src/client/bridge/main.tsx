import '@mantine/core/styles.css'
import '../app/console.css'
import { createRoot } from 'react-dom/client'
import { App } from '../app/app.tsx'
import { createBridgeHost } from '../host/bridge-host.ts'
import { startTranslations } from '../i18n/start-translations.ts'
import { AccountMenu } from './account-menu.tsx'
import { BridgeFrame } from './bridge-frame.tsx'
import { BridgeSetup } from './bridge-setup.tsx'
import { fitTexts } from './fit-texts.ts'
import { watchLink } from './link-token.ts'
import { SignInPage } from './sign-in-page.tsx'
import { readStyleNonce } from './style-nonce.ts'
import { restrictMarkup } from './trusted-markup.ts'
import { addUserTexts } from './users/texts.ts'
import { UsersPage } from './users/users-page.tsx'

const PARTS = { Frame: BridgeFrame, SignedOut: SignInPage, AccountMenu, Setup: BridgeSetup, Users: UsersPage }

/** The console on the bridge's own address. */
export async function startBridgeConsole(): Promise<void> {
  restrictMarkup(globalThis)
  watchLink(window)
  const host = createBridgeHost(window, PARTS, readStyleNonce(document))
  const translations = await startTranslations(host.language)
  fitTexts(translations)
  addUserTexts(translations)
  const root = document.getElementById('accord-console')
  if (root) createRoot(root).render(<App host={host} translations={translations} />)
}
