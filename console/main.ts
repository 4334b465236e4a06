import { startBridgeConsole } from '../now-app/src/client/bridge/main.tsx'

void startBridgeConsole()
