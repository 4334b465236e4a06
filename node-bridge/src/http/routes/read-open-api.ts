import { createOpenApi } from '../openapi.ts'
import { route } from '../route.ts'

export const readOpenApi = (publicUrl: string) => {
  const document = createOpenApi(publicUrl)
  return route('readOpenApi', async () => document)
}
