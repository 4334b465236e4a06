import type { BridgeServices } from '../../services.ts'
import { route } from '../route.ts'

export const readSettings = ({ settings }: Pick<BridgeServices, 'settings'>) =>
  route('readSettings', () => settings.read())
