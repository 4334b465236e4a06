import type { BridgeServices } from '../../services.ts'
import { route } from '../route.ts'

export const changeSettings = ({ settings }: Pick<BridgeServices, 'settings'>) =>
  route('changeSettings', ({ body }) => settings.change(body))
