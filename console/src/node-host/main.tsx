import '@mantine/core/styles.css'
import '../app/console.css'
import { createHashHistory } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { App } from '../app/app.tsx'
import { createNodeHost } from './adapter/node-host.ts'
import { addGerman, startTranslations } from '../i18n/start-translations.ts'
import { AccountMenu } from './account/account-menu.tsx'
import { NodeFrame } from './sign-in/node-frame.tsx'
import { NoticesPanel } from './notices/notices-panel.tsx'
import { NodeSetup } from './setup/node-setup.tsx'
import { watchLink } from './sign-in/link-token.ts'
import { SignInPage } from './sign-in/sign-in-page.tsx'
import { readStyleNonce } from './adapter/style-nonce.ts'
import { restrictMarkup } from './adapter/trusted-markup.ts'
import { addNodeTexts } from '../i18n/node/add-node-texts.ts'
import { UsersPage } from './users/users-page.tsx'

const PARTS = {
  Frame: NodeFrame,
  SignedOut: SignInPage,
  AccountMenu,
  Setup: NodeSetup,
  Users: UsersPage,
  Notices: NoticesPanel,
}

/** The console on the node's own address. */
async function start(): Promise<void> {
  restrictMarkup(globalThis)
  watchLink(window)
  const host = createNodeHost(window, PARTS, readStyleNonce(document))
  const translations = await startTranslations(host.language)
  // The menu of the account changes the language at any time.
  if (!translations.hasResourceBundle('de', 'translation')) await addGerman(translations)
  addNodeTexts(translations)
  const root = document.getElementById('accord-console')
  const pages = <App host={host} history={createHashHistory()} translations={translations} />
  if (root) createRoot(root).render(pages)
}

void start()
