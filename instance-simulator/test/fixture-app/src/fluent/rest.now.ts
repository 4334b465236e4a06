import { RestApi } from '@servicenow/sdk/core'
import { restAcl } from './acls.now.ts'
import { createLoan, readBook, refuseTeapot, streamText, whoAmI } from '../server/rest.ts'

RestApi({
  $id: Now.ID['shelf-api'],
  name: 'Shelf API',
  serviceId: 'shelf',
  consumes: 'application/json',
  enforceAcl: [restAcl],
  routes: [
    {
      $id: Now.ID['rest-book'],
      name: 'book',
      method: 'GET',
      path: '/books/{number}',
      script: readBook,
      enforceAcl: [restAcl],
    },
    {
      $id: Now.ID['rest-loan'],
      name: 'loan',
      method: 'POST',
      path: '/loans',
      script: createLoan,
      enforceAcl: [restAcl],
    },
    {
      $id: Now.ID['rest-public'],
      name: 'public',
      method: 'GET',
      path: '/public/who',
      script: whoAmI,
      authentication: false,
      authorization: false,
      internalRole: false,
      enforceAcl: [],
    },
    {
      $id: Now.ID['rest-teapot'],
      name: 'teapot',
      method: 'GET',
      path: '/teapot',
      script: refuseTeapot,
      enforceAcl: [restAcl],
    },
    {
      $id: Now.ID['rest-stream'],
      name: 'stream',
      method: 'GET',
      path: '/stream',
      produces: 'text/plain',
      script: streamText,
      enforceAcl: [restAcl],
    },
  ],
})
